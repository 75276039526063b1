using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>A sentence that says of the one before it that it is not so: "This is not true.", or "No." behind a question.</summary>
public static class Corrections
{
    /// <summary>Marks whole phrases that call untrue what was said before ("this is not true").</summary>
    private const int OfWhatWasSaid = 2;

    /// <summary>"Outlets wrote that X was freed. This is not true.": a sentence that says so takes back what the one before told.</summary>
    public static void TakeBack(Sentence sentence, List<Finding> findings, int before)
    {
        if (!sentence.Of(Cue.Untrue).Any(u => u.Entry.Number == OfWhatWasSaid) || sentence.Refs.Any(r => r.IsPerson && r.Role == Role.Plain)) return;
        for (var i = 0; i < before; i++)
            if (findings[i] is { Kind: ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Died, Stance: Stance.Asserted } told && told.Piece.Sentence.Index == sentence.Index - 1)
                findings[i] = told with { Stance = Stance.Negated, Date = null, Reason = "the next sentence calls it untrue" };
    }

    /// <summary>"Has X been arrested again? No.": the answer behind a question.</summary>
    public static void Answer(Sentence question, Sentence sentence, List<Finding> findings, int before)
    {
        if (!question.IsQuestion || !sentence.At(Cue.No, 0) || (sentence.Words.Count > 1 && !sentence.Words[1].IsMark)) return;
        for (var i = 0; i < before; i++)
            if (findings[i] is { Stance: Stance.Hypothetical } asked && asked.Piece.Sentence == question) findings[i] = asked with { Stance = Stance.Negated, Reason = "asked, and the answer is no" };
    }
}
