using Monitor.Core.Claims.Grammar.Dates;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>What a name does in its sentence: it may be what the sentence is about, only the owner of something ("Losik's wife"), the one who speaks, or the one left out ("all but X").</summary>
public enum Role
{
    Plain,
    Owner,
    Speaker,
    Excepted,
}

/// <summary>A subject named in a sentence: its words from First to Last.</summary>
public sealed record SubjectRef(Subject Subject, int First, int Last, Role Role)
{
    public bool IsPerson => Subject is Person;

    public Gender Gender => Subject is Person p ? p.Gender : Gender.Unknown;
}

/// <summary>One sentence of an item with everything found in it; the reading works on nothing else.</summary>
public sealed class Sentence
{
    private UInt128[]? seen;

    public required int Index { get; init; }

    /// <summary>Stands in the item's title (which may hold several sentences).</summary>
    public required bool IsTitle { get; init; }

    /// <summary>Ends with a question mark, perhaps inside a closing quote.</summary>
    public bool IsQuestion => Words.Skip(Math.Max(0, Words.Count - 2)).Any(w => w.Folded == "?");

    public required Lexicon Lexicon { get; init; }

    public required IReadOnlyList<Word> Words { get; init; }

    public required IReadOnlyList<Hit> Hits { get; init; }

    public IReadOnlyList<SubjectRef> Refs { get; set; } = [];

    /// <summary>Full names of persons that are not on the list: word ranges.</summary>
    public IReadOnlyList<(int First, int Last)> Strangers { get; set; } = [];

    public IReadOnlyList<Piece> Pieces { get; set; } = [];

    public IReadOnlyList<TimeMark> Times { get; set; } = [];

    public IEnumerable<Hit> Of(Cue cue, int first, int last)
    {
        if ((Seen[^1] & Bit(cue)) == 0) yield break;
        foreach (var hit in Hits)
            if (hit.Cue == cue && hit.First >= first && hit.Last <= last) yield return hit;
    }

    public IEnumerable<Hit> Of(Cue cue) => Of(cue, 0, Words.Count - 1);

    public bool Has(Cue cue, int first, int last) => Of(cue, first, last).Any();

    public bool Has(Cue cue) => Of(cue).Any();

    public bool At(Cue cue, int word)
    {
        return word >= 0 && word < Words.Count && (Seen[word] & Bit(cue)) != 0;
    }

    /// <summary>For each word the cues that cover it, one bit each; behind the last word those of the whole sentence.</summary>
    private UInt128[] Seen
    {
        get
        {
            if (seen is not null) return seen;
            var bits = new UInt128[Words.Count + 1];
            foreach (var hit in Hits)
            {
                bits[^1] |= Bit(hit.Cue);
                for (var i = hit.First; i <= hit.Last; i++) bits[i] |= Bit(hit.Cue);
            }

            return seen = bits;
        }
    }

    private static UInt128 Bit(Cue cue) => UInt128.One << (int)cue;

    public string Text(string whole, int first, int last) => whole[Words[first].Start..Words[last].End];
}
