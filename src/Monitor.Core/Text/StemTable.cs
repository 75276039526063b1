namespace Monitor.Core.Text;

/// <summary>
/// Words looked up by how they begin, folded: "sanction" finds sanctions and sanctioned; "=us" only the word us. Each stem carries a tag
/// (a set of flags); a word gets the tags of all stems it begins with. One table serves all languages, since a stem that means
/// something else in another language is simply not put in. "^us" is US, a whole word in capitals only.
/// </summary>
public sealed class StemTable
{
    /// <summary>Stems are found by their first letters; shorter ones must be whole words.</summary>
    private const int Head = 3;

    private const int LongestWord = 40;

    private readonly HeadGate gate = new();
    private readonly Dictionary<string, Entry[]> byHead;
    private readonly Dictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="rows">Tags with their stems, space-separated.</param>
    public StemTable(IEnumerable<(int Tags, string Stems)> rows)
    {
        byHead = rows.SelectMany(row => row.Stems.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(stem => Read(stem, row.Tags)))
            .GroupBy(e => e.Stem.Length < Head ? e.Stem : e.Stem[..Head], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        foreach (var head in byHead.Keys) gate.Open(head);
        lookup = byHead.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tags of the words of a text, word by word; untagged words are passed over without being read.</summary>
    public TaggedWords In(ReadOnlySpan<char> text) => new(text, this);

    /// <summary>The tags of a word as printed: folded here, and only if its first letters are those of some stem.</summary>
    public int TagsOfPrinted(ReadOnlySpan<char> word)
    {
        if (!MayBegin(word)) return 0;
        Span<char> folded = stackalloc char[LongestWord];
        return TagsOf(folded[..Folding.Fold(word[..Math.Min(word.Length, LongestWord)], folded)], IsCapitals(word));
    }

    /// <summary>The tags of a folded word; 0 for an ordinary word.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="capitals">Whether it is printed in capitals throughout.</param>
    public int TagsOf(ReadOnlySpan<char> folded, bool capitals = false)
    {
        if (!lookup.TryGetValue(folded.Length < Head ? folded : folded[..Head], out var entries)) return 0;
        var tags = 0;
        foreach (var entry in entries)
        {
            if (entry.Capitals && !capitals) continue;
            if (entry.Whole ? folded.SequenceEqual(entry.Stem) : folded.StartsWith(entry.Stem, StringComparison.Ordinal)) tags |= entry.Tags;
        }

        return tags;
    }

    /// <summary>False for most words: no stem begins with the letters the text goes on with.</summary>
    internal bool MayBegin(ReadOnlySpan<char> rest) => gate.LetsPass(rest);

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static Entry Read(string stem, int tags)
    {
        var marked = stem[0] is '=' or '^';
        var folded = Folding.Fold(marked ? stem[1..] : stem);
        return new Entry(folded, marked || folded.Length < Head, stem[0] == '^', tags);
    }

    private sealed record Entry(string Stem, bool Whole, bool Capitals, int Tags);
}
