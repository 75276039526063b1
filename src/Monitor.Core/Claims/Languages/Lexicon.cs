using Monitor.Core.Claims.Grammar.Parsing;

namespace Monitor.Core.Claims.Languages;

/// <summary>
/// The table of one language, ready to be looked up: for each word of a sentence, the phrases that begin there. Of triggers that overlap,
/// the longest stands ("let go home" over "let go"); a phrase marked as none (<see cref="Cue.Ignore"/>) removes what lies inside it.
/// </summary>
public sealed class Lexicon
{
    private const int UsualGap = 4, GapOfPartedVerbs = 8;
    private const int LongestPhrase = 24;

    private readonly Dictionary<string, List<LexiconEntry>> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LexiconEntry>> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<Cue, HashSet<string>> lists = [];
    private readonly HashSet<Trait> traits = [];
    private readonly int longestBeginning;
    private readonly int longestGap;

    public Lexicon(string language, IEnumerable<LexiconEntry> entries)
    {
        Language = language;
        foreach (var entry in entries)
        {
            if (entry.Cue == Cue.Grammar)
            {
                traits.Add((Trait)entry.Number);
                continue;
            }

            if (IsAskedFor(entry.Cue))
            {
                if (lists.TryGetValue(entry.Cue, out var words) || lists.TryAdd(entry.Cue, words = [])) words.Add(entry.Words[0].TrimEnd('*'));
                continue;
            }

            var first = entry.Words[0];
            var map = first[^1] == '*' ? beginnings : exact;
            var key = first.TrimEnd('*');
            if (map == beginnings) longestBeginning = Math.Max(longestBeginning, key.Length);
            if (!map.TryGetValue(key, out var list)) map[key] = list = [];
            list.Add(entry);
        }

        longestGap = Has(Trait.VerbsArePartedWidely) ? GapOfPartedVerbs : UsualGap;
    }

    public string Language { get; }

    public bool Has(Trait trait) => traits.Contains(trait);

    /// <summary>Whether the word is on a list of single words that is asked word by word and takes part in no contest of phrases.</summary>
    public bool Lists(Cue list, string folded) => lists.TryGetValue(list, out var words) && words.Contains(folded);

    /// <summary>Whether the word ends as a list says.</summary>
    public bool ListsEndOf(Cue list, string folded) => Any(list, end => folded.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether the word begins as a list says.</summary>
    public bool ListsBeginningOf(Cue list, string folded) => Any(list, beginning => folded.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Whether the word holds what a list says.</summary>
    public bool ListsPartOf(Cue list, string folded) => Any(list, part => folded.Contains(part, StringComparison.Ordinal));

    public List<Hit> Find(IReadOnlyList<Word> words)
    {
        var hits = new List<Hit>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Folded;
            if (exact.TryGetValue(word, out var whole)) Match(words, i, whole, hits);
            else if (word.Contains('-', StringComparison.Ordinal)) AddNumber(word, i, hits);
            var lookup = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = 1; length <= Math.Min(word.Length, longestBeginning); length++)
                if (lookup.TryGetValue(word.AsSpan(0, length), out var list)) Match(words, i, list, hits);
        }

        return SpelledNumbers.Join(Longest(hits));
    }

    /// <summary>True for "14-year", "14-летний", "14jährige": digits that go on with this language's word for years.</summary>
    public bool IsTerm(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits == 0 || digits == word.Length) return false;
        var tail = word[digits..].TrimStart('-');
        return ListsBeginningOf(Cue.TermTail, tail);
    }

    /// <summary>How many of the words are small words of this language, by which a text without a language tag is told.</summary>
    public int CommonWords(IEnumerable<string> folded) => folded.Count(w => exact.TryGetValue(w, out var list) && list.Exists(e => e.Cue == Cue.Common));

    private static bool IsAskedFor(Cue cue) => cue is Cue.TermTail or (>= Cue.Condition and < Cue.Grammar);

    private void Match(IReadOnlyList<Word> words, int at, List<LexiconEntry> entries, List<Hit> hits)
    {
        foreach (var entry in entries)
        {
            var last = End(words, at, entry.Words);
            if (last >= 0) hits.Add(new Hit(entry, at, last));
        }
    }

    /// <summary>"twenty-three": both halves are numbers of the table.</summary>
    private void AddNumber(string word, int at, List<Hit> hits)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (Number(word[..hyphen]) is { } tens && Number(word[(hyphen + 1)..]) is { Number: < 10 } units && tens.Number % 10 == 0) hits.Add(new Hit(tens with { Number = tens.Number + units.Number }, at, at));
    }

    private LexiconEntry? Number(string word) => exact.GetValueOrDefault(word)?.Find(e => e.Cue == Cue.Number && e.Words.Count == 1);

    /// <summary>The last word of the phrase when it stands here, else -1. A gap crosses no mark, but for commas where the verb is parted ("kwamen X, Y en Z vrij").</summary>
    private int End(IReadOnlyList<Word> words, int at, IReadOnlyList<string> phrase)
    {
        var i = at + 1;
        for (var p = 1; p < phrase.Count; p++)
        {
            if (phrase[p] == "..")
            {
                p++;
                var limit = Math.Min(words.Count, i + longestGap + 1);
                while (i < limit && !Is(words[i].Folded, phrase[p]))
                {
                    if (words[i].IsMark && words[i].Folded != "\"" && !(words[i].Folded == "," && longestGap > UsualGap)) return -1;
                    i++;
                }

                if (i >= limit) return -1;
            }
            else if (i >= words.Count || !Is(words[i].Folded, phrase[p]))
            {
                return -1;
            }

            i++;
        }

        return i - 1;
    }

    private bool Any(Cue list, Predicate<string> fits) => lists.TryGetValue(list, out var words) && words.Any(word => fits(word));

    private static bool Is(string word, string pattern) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : string.Equals(word, pattern, StringComparison.Ordinal);

    private static List<Hit> Longest(List<Hit> hits)
    {
        var kept = new List<Hit>(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Cue != Cue.Ignore && !IsBeaten(hits, i)) kept.Add(hits[i]);
        }

        return kept;
    }

    /// <summary>Hits stand in the order of their first words, so only those that begin shortly before can cover this one.</summary>
    private static bool IsBeaten(List<Hit> hits, int at)
    {
        for (var i = at + 1; i < hits.Count && hits[i].First == hits[at].First; i++)
            if (Beats(hits[i], hits[at])) return true;
        for (var i = at - 1; i >= 0 && hits[at].First - hits[i].First <= LongestPhrase; i--)
            if (Beats(hits[i], hits[at])) return true;
        return false;
    }

    /// <summary>A longer phrase of the same cue wins, and among equally long ones the first listed kind; an ignored phrase beats whatever it covers.</summary>
    private static bool Beats(Hit other, Hit hit)
    {
        if (other == hit || other.First > hit.First || other.Last < hit.Last) return false;
        if (other.Cue == Cue.Ignore) return true;
        if (hit.Cue == Cue.But && other.Cue is Cue.And or Cue.Among or Cue.Member && other.Length > hit.Length) return true;
        if (hit.Cue == Cue.Trigger && hit.Entry.Kind >= Watchlist.ClaimKind.Imposed && other.Cue == Cue.Held && other.Length > hit.Length) return true;
        var same = other.Cue == hit.Cue || (other.Cue is Cue.Trigger or Cue.Kept && hit.Cue is Cue.Trigger or Cue.Kept or Cue.Got or Cue.Held or Cue.Serving or Cue.Moved or Cue.Still or Cue.Not);
        return same && (other.Length > hit.Length || (other.Length == hit.Length && other.Cue == hit.Cue && Weight(other) > Weight(hit)));
    }

    private static int Weight(Hit hit) => hit.Entry.Words.Sum(w => w[^1] == '*' ? w.Length - 1 : w.Length);
}
