using System.Runtime.InteropServices;

namespace Monitor.Core.Watchlist.NameForms.Tables;

/// <summary>A person who bears a surname: who, and with which given names (-1 for a single name).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bearer(int Subject, int GivenSet);

/// <summary>
/// The bearers of each surname pattern, in two flat arrays: a common surname has thousands, most have one. They stand in order of
/// their given names, so that a reader compares each given name once.
/// </summary>
public sealed class BearerTable
{
    private readonly int[] firsts;
    private readonly Bearer[] bearers;

    /// <param name="patterns">How many patterns there are.</param>
    /// <param name="pairs">Who bears which pattern.</param>
    public BearerTable(int patterns, IReadOnlyList<(int Pattern, Bearer Bearer)> pairs)
    {
        firsts = new int[patterns + 1];
        bearers = new Bearer[pairs.Count];
        foreach (var (pattern, _) in pairs) firsts[pattern]++;
        // Counts become the end of each stretch, and are counted down to its beginning as the bearers are put in.
        for (var i = 1; i < firsts.Length; i++) firsts[i] += firsts[i - 1];
        for (var i = pairs.Count - 1; i >= 0; i--) bearers[--firsts[pairs[i].Pattern]] = pairs[i].Bearer;
        for (var i = 0; i < patterns; i++) bearers.AsSpan(firsts[i]..firsts[i + 1]).Sort(static (a, b) => (a.GivenSet, a.Subject).CompareTo((b.GivenSet, b.Subject)));
    }

    public long Bytes => (firsts.LongLength * 4) + (bearers.LongLength * 8);

    public ReadOnlySpan<Bearer> Of(int pattern) => bearers.AsSpan(firsts[pattern]..firsts[pattern + 1]);
}
