using System.Runtime.InteropServices;

namespace Monitor.Core.Feeds.Parts;

/// <summary>Of several things offered, the one of the best kind (0 is best), and of one kind the first.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Best<T>
{
    private int _rank;

    public T? Value { get; private set; }

    public bool Found { get; private set; }

    public void Offer(T? value, bool isSomething, int rank)
    {
        if (!isSomething || (Found && rank >= _rank)) return;
        (Value, _rank, Found) = (value, rank, true);
    }
}
