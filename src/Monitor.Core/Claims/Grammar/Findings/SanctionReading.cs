using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>
/// What is said of sanctions. A trigger belongs to the sanction named nearest in its sentence, else to the ones the title or the sentence before names. For
/// a named sanction an announced, agreed or decided lift counts as announced; for a whole regime ("more sanctions will be lifted") it stays a possibility.
/// </summary>
public sealed class SanctionReading(Story story)
{
    /// <summary>Marks words of deciding and agreeing: who decides on a sanction has imposed it.</summary>
    private const int Decided = 1;

    private List<Subject> focus = [];

    public List<Finding> Read()
    {
        var findings = new List<Finding>();
        if (story.Sanctions.Count == 0) return findings;
        foreach (var sentence in story.Sentences)
        {
            foreach (var piece in sentence.Pieces)
                foreach (var trigger in piece.Triggers)
                    if (trigger.IsSanction) Add(piece, trigger, findings);
            AddLeftOut(sentence, findings);
            var named = sentence.Refs.Where(r => !r.IsPerson).Select(r => r.Subject).Distinct().ToList();
            if (named.Count > 0) focus = named;
        }

        AddFromTitle(findings);
        return findings;
    }

    private void Add(Piece piece, Trigger trigger, List<Finding> findings)
    {
        if (IsInClauseOfTime(piece, trigger)) return;
        if (trigger.Kind == ClaimKind.LicenceIssued && piece.Sentence.Pieces.Any(p => p.Triggers.Any(t => t.Kind is ClaimKind.Imposed or ClaimKind.Tightened))) return;
        foreach (var subject in Targets(piece, trigger))
        {
            var finding = Finding(piece, trigger, subject);
            if (IsOlderThanTheNews(piece, trigger, finding)) finding = finding with { Stance = Stance.Background, Reason = "the measure that the rest of the sentence speaks of" };
            findings.Add(Excepted(piece, trigger, subject) ? finding with { Stance = Stance.Negated, Reason = "excepted: a negation stands before this name" } : finding);
        }
    }

    /// <summary>"We keep them until the repression ends": what stands behind "until" or "before" has not happened.</summary>
    private static bool IsInClauseOfTime(Piece piece, Trigger trigger) =>
        trigger.IsVerb && piece.Sentence.Of(Cue.Before, piece.First, trigger.First - 1).Any(b => b.First == piece.First || piece.Sentence.Words[b.First].Folded == "until");

    /// <summary>"the lifting of the sanctions imposed by his predecessor", "prolonged the measures introduced after the vote": of two acts told of one sanction in one sentence the imposing came first.</summary>
    private static bool IsOlderThanTheNews(Piece piece, Trigger trigger, Finding finding) =>
        trigger.Kind == ClaimKind.Imposed && finding.Stance == Stance.Asserted && trigger.Form != Form.Infinitive
        && piece.Sentence.Pieces.Any(p => p.Triggers.Any(t => t.Kind is ClaimKind.Lifted or ClaimKind.Eased or ClaimKind.LicenceIssued or ClaimKind.Extended && t.First < trigger.First && !t.Denied));

    private static void AddLeftOut(Sentence sentence, List<Finding> findings)
    {
        foreach (var piece in sentence.Pieces.Where(IsLeftOut))
        {
            if (findings.LastOrDefault(f => f.Piece.Sentence == sentence && f.Piece.Index < piece.Index && f.Stance == Stance.Asserted) is not { } told) continue;
            foreach (var subject in piece.Refs.Where(r => !r.IsPerson).Select(r => r.Subject).Distinct().Where(s => !findings.Exists(f => f.Subject == s && f.Piece.Sentence == sentence)))
                findings.Add(told with { Subject = subject, Piece = piece, Stance = Stance.Negated, Date = null, SaidBy = null, Reason = "a negation in place of the verb told just before" });
        }
    }

    /// <summary>"free of American but not of European sanctions": the name after the negation is excepted.</summary>
    private static bool Excepted(Piece piece, Trigger trigger, Subject subject) =>
        piece.Refs.Where(r => r.Subject == subject).All(r => piece.Sentence.Of(Cue.Not, trigger.Last + 1, r.Last).Any()) && piece.Refs.Any(r => r.Subject == subject);

    private Finding Finding(Piece piece, Trigger trigger, Subject subject)
    {
        var reading = Stances.Of(piece, trigger, story.Today);
        var kind = trigger.Kind;
        var stance = reading.Stance;
        var reason = reading.Reason;
        var general = subject is Sanction { Target: not ("potash" or "belavia") };
        var onlyPossible = piece.Has(Cue.Maybe) || piece.Has(Cue.Other) || IsConditional(piece);
        if (stance == Stance.Hypothetical && kind is ClaimKind.Imposed or ClaimKind.Extended or ClaimKind.Tightened && trigger.Form == Form.Infinitive && !piece.Has(Cue.Maybe)
            && piece.Sentence.Of(Cue.Promise, piece.First, trigger.First).Any(p => p.Entry.Number == Decided))
        {
            stance = Stance.Asserted;
            reason = "decided by who decides it";
        }

        if (kind is ClaimKind.Lifted or ClaimKind.Eased && stance == Stance.Background && !reading.Dated && IsConditional(piece))
        {
            stance = Stance.Hypothetical;
            reason = "under a condition";
        }
        else if (kind == ClaimKind.Lifted && stance == Stance.Hypothetical && !general && !onlyPossible)
        {
            kind = ClaimKind.LiftAnnounced;
            stance = Stance.Asserted;
            reason = "an announced, promised or agreed lift of a named sanction";
        }
        else if (kind == ClaimKind.Lifted && trigger.Form == Form.Noun && stance == Stance.Background && !reading.Dated)
        {
            kind = general ? ClaimKind.Lifted : ClaimKind.LiftAnnounced;
            stance = general ? Stance.Hypothetical : Stance.Asserted;
            reason = "a lift spoken of as decided";
        }
        else if (kind == ClaimKind.Lifted && stance == Stance.Asserted && !general && (piece.Has(Cue.Promise) || IsAnnounced(piece)))
        {
            kind = ClaimKind.LiftAnnounced;
            reason = "an announced lift of a named sanction";
        }
        else if (stance == Stance.Background && !reading.Dated)
        {
            stance = Stance.Asserted;
            reason = "told in passing, no date";
        }

        return new Finding(subject, kind, stance, piece, trigger)
        {
            Date = reading.Date,
            Dated = reading.Dated,
            Reason = reason,
            SaidBy = Voices.Of(piece, story.Whole, subject.Id),
        };
    }

    /// <summary>"the lifting of sanctions, if Minsk frees them all": a condition behind the comma.</summary>
    private static bool IsConditional(Piece piece) =>
        piece.Index + 1 < piece.Sentence.Pieces.Count && piece.Sentence.Pieces[piece.Index + 1] is var next && next.Sentence.Lexicon.Lists(Cue.Condition, next.Sentence.Words[next.First].Folded);

    /// <summary>"Coale announced that the sanctions … were lifted": through "that", also across a relative clause.</summary>
    private static bool IsAnnounced(Piece piece)
    {
        for (var i = piece.Index; i > 0; i--)
        {
            var here = piece.Sentence.Pieces[i];
            var before = piece.Sentence.Pieces[i - 1];
            if (here.Opening == Opening.Complement) return before.Has(Cue.Promise);
            if (here.Opening != Opening.Relative) return false;
        }

        return false;
    }

    private List<Subject> Targets(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        var own = piece.Refs.Where(r => !r.IsPerson).ToList();
        if (own.Count > 0) return [.. own.Where(r => !IsCovered(r, own, piece)).Concat(Listed(piece, +1)).Concat(Listed(piece, -1)).Select(r => r.Subject).Distinct()];
        if (!Plausible(piece) && !((trigger.Last > trigger.First || piece.Has(Cue.They)) && focus.Count == 1)) return [];
        var named = sentence.Refs.Where(r => !r.IsPerson && !sentence.Pieces.Any(p => p.First <= r.First && p.Last >= r.Last && IsLeftOut(p))).ToList();
        if (named.Count > 0) return [.. named.GroupBy(r => Math.Abs(r.First - trigger.First) / 12).OrderBy(g => g.Key).First().Select(r => r.Subject).Distinct()];
        return (piece.Has(Cue.SanctionWord) || piece.Has(Cue.They) || trigger.Last > trigger.First) && focus.Count == 1 && !piece.Has(Cue.Other) ? focus : [];
    }

    /// <summary>The list goes on: "lifts sanctions on the bank, the ministry and Belaruskali".</summary>
    private static IEnumerable<SubjectRef> Listed(Piece piece, int step)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index; i + step >= 0 && i + step < pieces.Count; i += step)
        {
            var next = pieces[i + step];
            var border = step > 0 ? next : pieces[i];
            if (border.Opening is not (Opening.Comma or Opening.Resume) || next.Triggers.Any(t => t.IsVerb && !t.Membership) || IsLeftOut(next) || piece.Sentence.Times.Any(t => t.First >= next.First && t.Last <= next.Last)) yield break;
            foreach (var named in next.Refs.Where(r => !r.IsPerson)) yield return named;
        }
    }

    /// <summary>"The USA lifts them, the Union does not": a name with nothing but a negation.</summary>
    private static bool IsLeftOut(Piece piece) => piece.Triggers.Count == 0 && piece.Has(Cue.Not) && piece.Refs.Any(r => !r.IsPerson);

    /// <summary>"American penalties on Belaruskali": the words for the issuer's sanctions at large are those of the one named beside them.</summary>
    private static bool IsCovered(SubjectRef general, List<SubjectRef> own, Piece piece) =>
        general.Subject is Sanction { Target: "belarus" } g && !piece.Has(Cue.Other)
        && own.Exists(r => r.Subject is Sanction s && s.Target != "belarus" && s.Issuer == g.Issuer && Math.Abs(r.First - general.First) <= 8 && !piece.Sentence.Has(Cue.And, Math.Min(r.Last, general.Last), Math.Max(r.First, general.First)));

    /// <summary>A verb such as "dropped" or "ended" means a sanction only beside a word for one, or where the sentence names it.</summary>
    private static bool Plausible(Piece piece) => piece.Has(Cue.SanctionWord) || piece.Sentence.Refs.Any(r => !r.IsPerson);

    /// <summary>"Washington eases bank and potash sanctions" above, the names below: the title's verb speaks of the sanctions the text names first.</summary>
    private void AddFromTitle(List<Finding> findings)
    {
        if (story.Title.FirstOrDefault() is not { } title) return;
        var trigger = title.Pieces.SelectMany(p => p.Triggers.Where(t => t.IsSanction).Select(t => (Piece: p, Trigger: t))).FirstOrDefault();
        if (trigger.Trigger is null || title.Refs.Any(r => !r.IsPerson) || findings.Count > 0 || !trigger.Piece.Has(Cue.SanctionWord)) return;
        var first = story.Sentences.FirstOrDefault(s => s.Refs.Any(r => !r.IsPerson));
        if (first is null || first.Index > 2) return;
        foreach (var subject in first.Refs.Where(r => !r.IsPerson).Select(r => r.Subject).Distinct())
            findings.Add(Finding(trigger.Piece, trigger.Trigger, subject));
    }
}
