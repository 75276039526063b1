using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// Verbs of release that free nobody: let out of hospital or of the punishment cell, driven off to hospital, a book or a film that comes out, "Free X!"
/// as a slogan. A false "free" hurts most, so a verb with such a word beside it is not read at all.
/// </summary>
public static class OtherOutcomes
{
    private const int WardReach = 6;
    private const int WorkReach = 3;

    /// <summary>Marks places one is taken to; they must follow the verb at once ("вывезли в больницу", but not "freed and taken to hospital").</summary>
    private const int Towards = 1;

    /// <summary>Marks owned words for what an author or a studio brings out.</summary>
    private const int Work = 2;

    public static bool Of(Piece piece, Hit freed) => LeavesAWard(piece, freed) || BringsOutAWork(piece, freed) || IsSlogan(piece, freed);

    private static bool LeavesAWard(Piece piece, Hit freed)
    {
        foreach (var ward in piece.Sentence.Of(Cue.Ward, piece.First, piece.Last))
        {
            var gap = ward.First > freed.Last ? ward.First - freed.Last - 1 : Math.Max(0, freed.First - ward.Last - 1);
            if (ward.Entry.Number == Towards ? ward.First == freed.Last + 1 : gap < WardReach) return true;
        }

        return false;
    }

    private static bool BringsOutAWork(Piece piece, Hit freed) =>
        piece.Sentence.Of(Cue.Owned, freed.Last + 1, Math.Min(piece.Last, freed.Last + WorkReach)).Any(o => o.Entry.Number == Work && !piece.Refs.Any(r => r.IsPerson && r.First > freed.Last && r.Last < o.First));

    /// <summary>"Free Kalesnikava!", "Free all political prisoners": a bare word for free right before a name and behind nobody's.</summary>
    private static bool IsSlogan(Piece piece, Hit freed) =>
        freed is { Entry.Form: Form.Headline, Length: 1 } && freed.First == piece.First && piece.Opening == Opening.Start && piece.Refs.Any(r => r.First == freed.Last + 1);
}
