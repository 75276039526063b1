using System.Runtime.InteropServices;

namespace Monitor.Core.Feeds.Markup;

/// <summary>The elements begun and not yet ended, outermost first; names are places in the text, so that nothing is copied.</summary>
internal sealed class OpenElements(ReadOnlyMemory<char> source)
{
    private readonly List<OpenElement> _open = [];

    public int Count => _open.Count;

    /// <summary>Without its prefix.</summary>
    public ReadOnlySpan<char> InnermostName => source.Span.Slice(_open[^1].Start + _open[^1].Prefix, _open[^1].Length - _open[^1].Prefix);

    /// <summary>As its tag spells it.</summary>
    public ReadOnlySpan<char> InnermostQualified => Qualified(_open[^1]);

    public void Push(OpenElement element) => _open.Add(element);

    public void Pop() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Which element an end tag of this name ends: the innermost so named, else so named in any case; −1 for none.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Qualified(_open[i]).SequenceEqual(name)) return i;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Qualified(_open[i]).Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    /// <summary>The open item that this new item shows to be unclosed; −1 where the new element is no item or stands in none.</summary>
    public int FindSameItem(OpenElement element)
    {
        var name = Qualified(element);
        if (name.Length is not (4 or 5) || !(name.SequenceEqual("item") || name.SequenceEqual("entry"))) return -1;
        for (var i = _open.Count - 1; i > 0; i--)
        {
            if (Qualified(_open[i]).SequenceEqual(name)) return i;
        }

        return -1;
    }

    private ReadOnlySpan<char> Qualified(OpenElement element) => source.Span.Slice(element.Start, element.Length);
}

/// <param name="Prefix">Length of the prefix with its colon; 0 without.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenElement(int Start, int Length, int Prefix);
