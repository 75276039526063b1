using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Monitor.Core.Text.Stems;

/// <summary>
/// Words looked up by how they begin, folded: "sanction" finds sanctions and sanctioned; "=us" only the word us. Each stem carries a tag
/// (a set of flags); a word gets the tags of all stems it begins with. One table serves all languages, since a stem that means
/// something else in another language is simply not put in. "^us" is US, a whole word in capitals only. Most words are turned away by
/// one bit for their first four letters, the rest by comparing heads (<see cref="WordHead"/>), what remains letter by letter.
/// </summary>
public sealed class StemTable
{
    /// <summary>Shorter stems must be whole words.</summary>
    private const int ShortestBeginning = 3;

    private const int LongestWord = 40;

    private readonly HeadGate gate = new();

    /// <summary>Where the stems with each beginning of three letters start among the entries, which are ordered by it.</summary>
    private readonly ushort[] firsts = new ushort[WordHead.Indices + 1];

    private readonly Entry[] entries;

    /// <param name="rows">Tags with their stems, space-separated.</param>
    public StemTable(IEnumerable<(int Tags, string Stems)> rows)
    {
        entries = [.. rows.SelectMany(row => row.Stems.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(stem => Read(stem, row.Tags))).OrderBy(e => WordHead.Index(e.Head))];
        foreach (var entry in entries)
        {
            gate.Open(entry.Head, entry.Letters);
            firsts[WordHead.Index(entry.Head) + 1]++;
        }

        for (var i = 1; i < firsts.Length; i++) firsts[i] += firsts[i - 1];
    }

    /// <summary>The tags of the words of a text, word by word; untagged words are passed over without being read.</summary>
    public TaggedWords In(ReadOnlySpan<char> text) => new(text, this);

    /// <summary>The tags of a word as printed.</summary>
    public int TagsOfPrinted(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : TagsAt(word);

    /// <summary>The tags of a folded word; 0 for an ordinary word.</summary>
    /// <param name="folded">The word, folded.</param>
    /// <param name="capitals">Whether it is printed in capitals throughout.</param>
    public int TagsOf(ReadOnlySpan<char> folded, bool capitals = false)
    {
        var head = WordHead.OfFolded(folded);
        var tags = 0;
        foreach (ref readonly var entry in EntriesOf(head))
            if (entry.MayBegin(head) && (capitals || !entry.Capitals) && entry.IsFolded(folded)) tags |= entry.Tags;
        return tags;
    }

    /// <summary>The tags of the word that begins the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int TagsAt(ReadOnlySpan<char> text) => gate.LetsPass(text) ? ReadTags(text) : 0;

    private int ReadTags(ReadOnlySpan<char> text)
    {
        if (!WordHead.TryRead(text, out var head)) return TagsOfFolded(WordOf(text));
        var tags = 0;
        foreach (ref readonly var entry in EntriesOf(head))
        {
            if (!entry.MayBegin(head)) continue;
            if (!entry.IsInHead) return TagsOfFolded(WordOf(text));
            if (entry.Begins(text) && (!entry.Capitals || IsCapitals(WordOf(text)))) tags |= entry.Tags;
        }

        return tags;
    }

    private int TagsOfFolded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        return TagsOf(folded[..Folding.Fold(word[..Math.Min(word.Length, LongestWord)], folded)], IsCapitals(word));
    }

    private ReadOnlySpan<Entry> EntriesOf(ulong head) => entries.AsSpan(firsts[WordHead.Index(head)]..firsts[WordHead.Index(head) + 1]);

    private static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && Letters.CodeOf(text[end]) != Letters.None) end++;
        return text[..end];
    }

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
        return Entry.Of(folded, marked || folded.Length < ShortestBeginning, stem[0] == '^', tags);
    }

    /// <summary>A stem, and which bits of a word's head must be its own: those of its letters, and of the end of the word where it must end there.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ulong Head, int Letters, string Stem, bool Whole, bool Capitals, int Tags)
    {
        private readonly ulong mask = WordHead.MaskOf(Letters);

        /// <summary>Whether the head tells all, up to letters that share their bits.</summary>
        public bool IsInHead => Letters <= WordHead.Length;

        public static Entry Of(string stem, bool whole, bool capitals, int tags) => new(WordHead.OfFolded(stem), stem.Length + (whole ? 1 : 0), stem, whole, capitals, tags);

        public bool MayBegin(ulong head) => ((head ^ Head) & mask) == 0;

        /// <summary>Whether a printed word with this head has the very letters.</summary>
        public bool Begins(ReadOnlySpan<char> text)
        {
            if (text.Length < Stem.Length) return false; // where letters share their bits, the end of the text may look like one
            for (var i = 0; i < Stem.Length; i++)
                if (Folding.Plainly(text[i]) != Stem[i]) return false;
            return true;
        }

        public bool IsFolded(ReadOnlySpan<char> folded) => Whole ? folded.SequenceEqual(Stem) : folded.StartsWith(Stem, StringComparison.Ordinal);
    }
}
