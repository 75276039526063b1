using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// Whether a clause without the name of a subject has somebody else for its own: a stranger, a relative, "the others", so many people. Then it says nothing of
/// the person spoken of before.
/// </summary>
public static class SomebodyElse
{
    private const int KinReach = 8;

    public static bool NamedIn(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (sentence.Strangers.Any(s => s.First >= piece.First && s.Last <= piece.Last && !Speaks(sentence, s.First, s.Last))) return true;
        if (!IsPronoun(piece) && (Strangers.UnknownName(sentence, piece.First, Math.Min(piece.Last, trigger.First)) || Strangers.HeadsARelative(sentence))) return true;
        foreach (var kin in sentence.Of(Cue.KinM, piece.First, piece.Last).Concat(sentence.Of(Cue.KinF, piece.First, piece.Last)))
            if ((!Speaks(sentence, kin.First, kin.Last) || Voices.IsSubjectOfItsOwn(sentence, kin)) && !IsCompanion(sentence, kin, trigger) && (kin.Last < trigger.First || kin.First - trigger.First <= KinReach)) return true;
        if (!IsPronoun(piece) && sentence.Of(Cue.Other, piece.First, piece.Last).Any(o => o.First < trigger.First && !KeepCompany(sentence, o))) return true;
        if (trigger.Kind is ClaimKind.Released or ClaimKind.Pardoned && IsOfAnother(piece, trigger)) return true;
        if (trigger.Kind == ClaimKind.Transferred && !IsPronoun(piece) && sentence.Has(Cue.Owned, piece.First, trigger.First)) return true; // "Letters can be sent to the colony"
        if (trigger.Denied && Strangers.UnknownWord(sentence, piece.First, piece.Last)) return true;
        return !trigger.Membership && Counting.Of(piece, trigger);
    }

    /// <summary>"A. Stranger and B. Stranger, who rode with her, crossed the border", "His friend, freed last week, says": of a freedom without a pronoun whoever stands before it is the subject.</summary>
    public static bool GoesOnFrom(Piece piece, Trigger trigger)
    {
        if (trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned) || IsPronoun(piece)) return false;
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index - 1; i >= 0 && pieces[i + 1].Opening is not (Opening.Strong or Opening.Complement); i--)
        {
            if (pieces[i].Persons.Any() && !pieces[i].IsLocal) return false;
            // An aside may hold capital words of its own ("X, winner of the Peace Nobel, was freed").
            var aside = pieces[i].Opening is Opening.Comma or Opening.Resume or Opening.Parenthesis or Opening.Dash;
            if (HasKin(pieces[i]) || (!aside && Strangers.UnknownName(piece.Sentence, pieces[i].First, pieces[i].Last)) || piece.Sentence.Strangers.Any(s => s.First >= pieces[i].First && s.Last <= pieces[i].Last && !Speaks(piece.Sentence, s.First, s.Last))) return true;
        }

        return Strangers.UnknownWord(piece.Sentence, piece.First, trigger.First) || Strangers.Heads(piece.Sentence, trigger.First);
    }

    /// <summary>"Paris asked about X. A German tourist was freed.": somebody new is the subject, once the person has been named.</summary>
    public static bool IsNew(Piece piece, Trigger trigger)
    {
        if (trigger.Kind is ClaimKind.Sentenced or ClaimKind.Charged || trigger.Form is Form.Noun or Form.Infinitive) return false;
        var sentence = piece.Sentence;
        if (sentence.Of(Cue.He, piece.First, trigger.First).Concat(sentence.Of(Cue.She, piece.First, trigger.First)).Any(h => h.Entry.Number == 0)) return false;
        for (var i = piece.First; i <= Math.Min(piece.First + 1, trigger.First - 1); i++)
            if (sentence.Lexicon.Lists(Cue.Indefinite, sentence.Words[i].Folded) && !sentence.At(Cue.Unit, i + 1) && !sentence.Times.Any(t => t.First <= i + 1 && t.Last >= i)) return true;
        return false;
    }

    private static bool HasKin(Piece piece) => piece.Sentence.Of(Cue.KinM, piece.First, piece.Last).Concat(piece.Sentence.Of(Cue.KinF, piece.First, piece.Last)).Any(kin => !Speaks(piece.Sentence, kin.First, kin.Last));

    /// <summary>"A cellmate of X was freed and says she is well", "Unlike X, Statkevich was freed": the name before the verb only owns its subject, or stands aside from it.</summary>
    private static bool IsOfAnother(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        var left = sentence.Refs.Where(r => r.Role is Role.Owner or Role.Excepted && r.Last < trigger.First).ToList();
        if (left.Count == 0 || sentence.Of(Cue.He, piece.First, trigger.First).Concat(sentence.Of(Cue.She, piece.First, trigger.First)).Any(h => h.Entry.Number == 0)) return false;
        return left[^1].First >= piece.First || Strangers.UnknownWord(sentence, piece.First, trigger.First);
    }

    /// <summary>"was put on a bus with 122 others": they are with the one spoken of.</summary>
    private static bool KeepCompany(Sentence sentence, Hit others) => sentence.At(Cue.Among, others.First - 1) || sentence.At(Cue.Among, others.First - 2);

    /// <summary>"was detained along with his son": the son keeps company.</summary>
    private static bool IsCompanion(Sentence sentence, Hit kin, Trigger trigger) =>
        kin.First > trigger.Last && sentence.Has(Cue.Among, trigger.Last + 1, kin.First);

    public static bool Speaks(Sentence sentence, int first, int last) =>
        Enumerable.Range(Math.Max(0, first - 2), 2).Concat(Enumerable.Range(last + 1, 2)).Any(i => i < sentence.Words.Count && sentence.At(Cue.Say, i));

    /// <summary>"he", "she" themselves; a word for the person ("the editor") may as well stand beside a name we do not know.</summary>
    private static bool IsPronoun(Piece piece) =>
        piece.Sentence.Of(Cue.He, piece.First, piece.Last).Concat(piece.Sentence.Of(Cue.She, piece.First, piece.Last)).Any(h => h.Entry.Number == 0);
}
