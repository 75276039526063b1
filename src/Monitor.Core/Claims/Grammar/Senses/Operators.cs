using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// The words of a clause that decide whether what it tells happened: not, may, will, should, wrongly. They stand before a verb in its own
/// clause, anywhere in the clause of a noun, and reach through "that".
/// </summary>
public static class Operators
{
    private const int NegationReach = 5;
    private const int SetReach = 8;
    private const int NotReach = 2;

    /// <summary>The strike is a noun that may stand first: "на голодовку она в колонии не выходила".</summary>
    private const int StrikeReach = 6;

    private const int ShortPiece = 3;

    /// <summary>Marks words that begin an asked clause ("refused to say whether"): what is refused before them is not what is asked.</summary>
    private const int Whether = 2;

    /// <summary>Marks "for months", which tells of old times also between the words of the act ("sent her for months to solitary").</summary>
    private const int Lasting = 2;

    /// <summary>Marks words for plays, films and dreams.</summary>
    private const int MadeUp = 3;

    /// <summary>Marks words that deny as a subject ("nobody in the Council wants to"): they stand farther from the verb.</summary>
    private const int Nobody = 3;

    /// <summary>Marks words for an anniversary: new sanctions are often imposed on one.</summary>
    private const int Anniversary = 1;

    /// <summary>Marks words that follow the verb they put in doubt ("освободили ли").</summary>
    private const int RightBehind = 1;

    /// <summary>Marks a bare word for freedom that demands it only at the head of its clause ("Свободу X!", but not "выйдет на свободу").</summary>
    private const int Slogan = 2;

    /// <summary>Up to five words before the trigger with no other verb between, or right after it where the language puts it there (frei … nicht).</summary>
    public static Hit? Negation(Piece piece, Trigger trigger)
    {
        foreach (var not in piece.Sentence.Of(Cue.Not, piece.First, piece.Last).Where(n => n.Last < trigger.First).Reverse())
        {
            if (trigger.First - not.Last > NegationReach + (not.Entry.Number == Nobody ? 5 : not.Length > 1 ? 3 : 0)) continue;
            if (piece.Triggers.Any(t => t != trigger && t.IsVerb && !t.Membership && t.First > not.Last && t.Last < trigger.First)) continue;
            if (piece.Sentence.Of(Cue.Maybe, not.Last + 1, trigger.First - 1).Any(m => m.Entry.Number == Whether)) continue;
            return not;
        }

        foreach (var not in piece.Sentence.Of(Cue.Not, piece.First, piece.Last).Where(n => n.First >= trigger.First))
        {
            if (not.First <= trigger.Last) return not;
            var fronted = trigger.Kind == ClaimKind.HungerStrike && trigger.First - piece.First <= 1;
            if (not.First - trigger.Last <= (fronted ? StrikeReach : 3) && (not.Entry.Number == 1 || trigger.Membership || trigger.Form == Form.Noun || fronted)) return not;
        }

        return piece.Opening == Opening.Complement && piece.Index > 0 && trigger.Form != Form.Noun
            ? piece.Sentence.Of(Cue.Not, piece.Sentence.Pieces[piece.Index - 1].First, piece.First - 1).Where(n => n.Length > 0 && n.Entry.Number == 2).Cast<Hit?>().LastOrDefault()
            : null;
    }

    /// <summary>"on the anniversary of his arrest", "у гадавіну арышту": the word stands close before the act.</summary>
    public static bool IsOnAnniversary(Piece piece, Trigger trigger) =>
        piece.Sentence.Of(Cue.Retold, piece.First, trigger.First).Any(h => h.Entry.Number == Anniversary && trigger.First - h.Last <= NegationReach - 1);

    /// <summary>"In a play staged in Warsaw, X walks out of prison": a word for a made-up story ahead of the act in its sentence.</summary>
    public static Hit? InAStory(Piece piece, Trigger trigger)
    {
        foreach (var hit in piece.Sentence.Of(Cue.Maybe, 0, trigger.First - 1))
            if (hit.Entry.Number == MadeUp) return hit;
        return null;
    }

    /// <summary>"не смягчить ли", "ці не вызваляць": a negation under a question denies nothing.</summary>
    public static Hit? Wondering(Piece piece, Trigger trigger)
    {
        foreach (var hit in piece.Sentence.Of(Cue.Maybe, trigger.Last + 1, Math.Min(piece.Last, trigger.Last + 1)))
            if (hit.Entry.Number == RightBehind) return hit;
        return null;
    }

    /// <summary>"not among the 123 freed", "среди освобожденных его нет": who is kept out of the set of the freed is not freed, wherever in the clause the negation stands.</summary>
    public static string? Outside(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (piece.Triggers.FirstOrDefault(t => t.Denied && !t.IsSanction && t.Last < trigger.First && !piece.Refs.Any(r => r.First > t.Last && r.Last < trigger.First)) is { } before) return Words(before);
        if (trigger.IsVerb && trigger.Form is Form.Verb or Form.Headline or Form.Infinitive && !trigger.Membership) return LeftOut(piece, trigger);
        if (piece.Triggers.FirstOrDefault(t => t.Denied) is { } denied) return Words(denied);
        if (!trigger.Membership && !NamesASet(piece, trigger)) return null;
        foreach (var not in sentence.Of(Cue.Not, piece.First, piece.Last)) return $"\"{not.Entry.Phrase}\"";
        return null;

        string Words(Trigger denied) => $"\"{string.Join(' ', sentence.Words.Skip(denied.First).Take(denied.Last - denied.First + 1).Select(w => w.Folded))}\"";
    }

    /// <summary>"was not included in a group of prisoners let go by Minsk": a denied membership before the verb.</summary>
    private static string? LeftOut(Piece piece, Trigger trigger)
    {
        if (piece.Triggers.Any(t => t.Denied && !t.IsSanction && t.Last < trigger.First && !piece.Sentence.Has(Cue.And, t.Last + 1, trigger.First))) return "a denial before the verb";
        foreach (var member in piece.Sentence.Of(Cue.Member, piece.First, trigger.First - 1))
            foreach (var not in piece.Sentence.Of(Cue.Not, Math.Max(piece.First, member.First - NotReach), member.First)) return $"\"{not.Entry.Phrase}\"";
        return null;
    }

    /// <summary>"among those freed", "в списке освобожденных".</summary>
    private static bool NamesASet(Piece piece, Trigger trigger)
    {
        for (var i = trigger.First - 1; i >= Math.Max(piece.First, trigger.First - SetReach); i--)
            if (piece.Sentence.At(Cue.Among, i) || piece.Sentence.At(Cue.Member, i)) return true;
        return false;
    }

    /// <summary>"wrongly reported as freed", "reports that X was freed are false": in the clause itself or the one it depends on.</summary>
    public static Hit? Untrue(Piece piece, Trigger trigger)
    {
        if (trigger.Form == Form.Noun && piece.IsLocal) return null;
        // "Unfair", "illegal" and the like are said of sanctions themselves: only the clause above may call the report of them untrue.
        if (!trigger.IsSanction || trigger.Form == Form.Noun)
            foreach (var untrue in piece.Sentence.Of(Cue.Untrue, piece.First, piece.Last)) return untrue;
        var clause = Complement(piece);
        if (clause is not null)
            foreach (var untrue in piece.Sentence.Of(Cue.Untrue, Governing(clause).First, clause.First)) return untrue;
        return null;
    }

    /// <summary>The piece on which a clause with "that" depends: across an aside, and with a short beginning before it ("The agency reported in error, citing an official, that …", "Por error, la embajada dijo que …").</summary>
    private static Piece Governing(Piece clause)
    {
        var pieces = clause.Sentence.Pieces;
        var i = clause.Index - 1;
        while (i > 0 && pieces[i].Opening is Opening.Comma or Opening.Resume or Opening.Parenthesis && pieces[i].Triggers.Count == 0 && !pieces[i].Persons.Any() && (!pieces[i].Has(Cue.Say) || pieces[i - 1].Length <= ShortPiece)) i--;
        return pieces[i];
    }

    /// <summary>The piece with "that" which this one is part of: itself, or back across an apposition ("dismissed reports that her husband, the laureate, is ill").</summary>
    private static Piece? Complement(Piece piece)
    {
        for (var i = piece.Index; i > 0; i--)
        {
            var here = piece.Sentence.Pieces[i];
            if (here.Opening == Opening.Complement) return here;
            if (here.Opening is not (Opening.Comma or Opening.Resume) || here.Sentence.Pieces[i - 1].Triggers.Any(t => t.IsVerb)) return null;
        }

        return null;
    }

    public static Hit? Demand(Piece piece, Trigger trigger)
    {
        if (trigger.Kind is ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced or ClaimKind.Health or ClaimKind.HungerStrike or ClaimKind.Died) return null;
        return Find(piece, trigger, Cue.Demand) is { } d && (trigger.Form is Form.Infinitive or Form.Noun || d.First > piece.First || d.Entry.Phrase.Length > 3) ? d : null;
    }

    /// <summary>A word of confirming or welcoming in the clause of a release in noun form.</summary>
    public static Hit? Fact(Piece piece)
    {
        foreach (var fact in piece.Sentence.Of(Cue.Factive, piece.First, piece.Last)) return fact;
        return null;
    }

    /// <summary>An operator before the trigger in its clause (an imperative, or a bare "freedom for X", is a demand by itself); for a noun or infinitive anywhere in it; through "that" from the clause before.</summary>
    public static Hit? Find(Piece piece, Trigger trigger, Cue cue)
    {
        foreach (var hit in piece.Sentence.Of(cue, piece.First, piece.Last))
        {
            if (cue == Cue.Demand && hit.Entry.Number == Slogan && !IsSlogan(piece, trigger, hit)) continue;
            if (IsInside(hit, trigger) && !(cue == Cue.Demand && trigger.Form is Form.Infinitive or Form.Noun && hit.First == trigger.First)) continue;
            if (piece.Sentence.Times.Any(t => t.First <= hit.First && t.Last >= hit.Last)) continue;
            var before = hit.First <= trigger.First;
            var right = hit.Entry.Number == RightBehind && hit.First == trigger.Last + 1;
            if (!before && !right && trigger.Form is not (Form.Noun or Form.Infinitive)) continue;
            if (before && piece.Triggers.Any(t => t.IsVerb && t.Form is not (Form.Infinitive or Form.Ed or Form.Participle) && t.Kind != trigger.Kind && t.First > hit.Last && t.Last < trigger.First)) continue;
            return hit;
        }

        if (piece.Index == 0) return null;
        var previous = piece.Sentence.Pieces[piece.Index - 1];
        if (!GoesOn(piece, previous, trigger, cue)) return null;
        foreach (var hit in piece.Sentence.Of(cue, previous.First, previous.Last)) return hit;
        return previous.Opening is Opening.Complement or Opening.Comma && previous.Index > 0 && previous.Triggers.Count == 0 && previous.Length <= 8 ? Find(previous, trigger with { First = previous.Last + 1, Last = previous.Last + 1 }, cue) : null;
    }

    /// <summary>Freedom is called for at the head of a clause, and not where somebody gets it ("свободу получили").</summary>
    private static bool IsSlogan(Piece piece, Trigger trigger, Hit hit) =>
        (hit.First == piece.First || piece.Sentence.Words[hit.First - 1].IsMark) && !(trigger.Form == Form.Verb && trigger.First <= hit.First && trigger.Last > hit.Last);

    /// <summary>A word of the trigger itself is no operator on it, but its first may be ("may free", "would have been freed").</summary>
    private static bool IsInside(Hit hit, Trigger trigger) =>
        hit.Last >= trigger.First && hit.First <= trigger.Last && hit.First >= trigger.First && (hit.First > trigger.First || hit.Length >= trigger.Last - trigger.First + 1);

    /// <summary>Whether an operator of the piece before holds here too: through "that", from a short aside ("perhaps, …"), along a list of infinitives.</summary>
    private static bool GoesOn(Piece piece, Piece previous, Trigger trigger, Cue cue) => piece.Opening switch
    {
        Opening.Complement => true,
        Opening.Comma => (previous.Length <= ShortPiece && cue == Cue.Maybe) || trigger.Form is Form.Infinitive,
        Opening.Resume => !piece.IsLocal,
        _ => false,
    };

    /// <summary>Whether a word for "earlier", "had" or "just" stands where it speaks of the trigger.</summary>
    public static bool Near(Piece piece, Trigger trigger, Cue cue) =>
        piece.Sentence.Of(cue, piece.First, piece.Last).Any(h => !(cue == Cue.Had && IsPerfect(piece.Sentence, h)) && !(cue == Cue.Retold && h.Entry.Number != Lasting && h.First > trigger.First && h.Last < trigger.Last) && !(trigger.IsSanction && cue == Cue.Retold && h.Entry.Number == Anniversary) && (h.First <= trigger.Last + 3 || (cue == Cue.Retold && h.Length > 1)) && (cue != Cue.Had || (h.Last < trigger.First && trigger.First - h.Last <= 5)));

    /// <summary>"confirmed that X had been freed", "X had been freed, his wife said": reported speech puts the news one tense back.</summary>
    public static bool IsReported(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        if (piece.Has(Cue.Say)) return true;
        if (piece.Opening == Opening.Complement) return true;
        return piece.Index + 1 < pieces.Count && pieces[piece.Index + 1] is { Opening: Opening.Comma or Opening.Resume, Triggers.Count: 0 } next && next.Has(Cue.Say);
    }

    /// <summary>"has already arrived", "have already been freed": the present perfect is news.</summary>
    private static bool IsPerfect(Sentence sentence, Hit had) => had.First > 0 && sentence.Words[had.First].Folded == "already" && sentence.Words[had.First - 1].Folded is "has" or "have" or "is" or "are";
}
