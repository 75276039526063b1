using System.Runtime.InteropServices;
using Monitor.Core.Claims.Grammar.Dates;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>How a thing is said, with the reason in words.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StanceReading(Stance Stance, PartialDate? Date, bool Presupposed, bool Dated, string Reason);

/// <summary>
/// Whether a trigger happened (asserted), did not (negated), may (hypothetical), should (demanded) or is retold (background). Operators stand before a
/// verb in its own clause, anywhere in the clause of a noun, and reach through "that". A date <see cref="NewsDays"/> days back or more is background.
/// </summary>
public static class Stances
{
    /// <summary>DESIGN §2: background is older than 14 days.</summary>
    public const int NewsDays = 14;

    private const int NegationReach = 5;
    private const int MiddleOfMonth = 15;

    public static StanceReading Of(Piece piece, Trigger trigger, DateOnly? today)
    {
        var time = TimeOf(piece, trigger);
        if (trigger.Denied) return Read(Stance.Negated, $"by its own sense the contrary of {Keyword.Of(trigger.Kind)}");
        if (trigger.Form != Form.Noun && Negation(piece, trigger) is { } not) return Read(Stance.Negated, $"denied by {Quote(piece, not)}");
        var demand = trigger.Kind is ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced or ClaimKind.Health or ClaimKind.HungerStrike or ClaimKind.Died ? null : Operator(piece, trigger, Cue.Demand);
        if (demand is { } d && (trigger.Form is Form.Infinitive or Form.Noun || d.First > piece.First || d.Entry.Phrase.Length > 3)) return Read(Stance.Demanded, $"demanded by {Quote(piece, d)}");
        if (trigger.Form == Form.Noun && Negation(piece, trigger) is { } none) return Read(Stance.Negated, $"denied by {Quote(piece, none)}");
        if (Operator(piece, trigger, Cue.Maybe) is { } maybe) return Read(Stance.Hypothetical, $"only possible by {Quote(piece, maybe)}");
        if (Operator(piece, trigger, Cue.Promise) is { } promise && trigger.Form is Form.Infinitive or Form.Noun) return Read(Stance.Hypothetical, $"ahead by {Quote(piece, promise)}");
        if (trigger.Form == Form.Infinitive) return Read(Stance.Hypothetical, "an act not yet done (infinitive or future)");
        if (trigger.Past) return Read(Stance.Background, "a state begun earlier");
        return InTime(piece, trigger, time, today);

        StanceReading Read(Stance stance, string reason) => new(stance, stance is Stance.Background or Stance.Negated ? time?.Date : null, false, true, reason);
    }

    /// <summary>News or retold: by its date, else by words for "earlier" and "just", else by where it stands.</summary>
    private static StanceReading InTime(Piece piece, Trigger trigger, TimeMark? time, DateOnly? today)
    {
        if (time is { } t && today is { } now && t.Date is { } date && !(date is { Month: 0 } && date.Year == now.Year))
        {
            var age = AgeOf(date, now);
            if (t.Since && trigger.Form != Form.Noun) return new(Stance.Background, date, false, true, $"since {date}");
            if (date.First.DayNumber > now.DayNumber + 1 && trigger.Kind == ClaimKind.Charged) return new(Stance.Asserted, null, false, true, $"a trial set for {date}");
            if (date.First.DayNumber > now.DayNumber + 1) return new(Stance.Hypothetical, date, false, true, $"ahead, on {date}");
            if (age >= NewsDays) return new(Stance.Background, date, false, true, $"{date} is {NewsDays} days or more before the item");
            return new(Stance.Asserted, date, false, true, $"dated {date}");
        }

        if (time is { HasYear: true, Date: { } year } && today is null) return new(Stance.Background, year, false, true, $"dated {year} in an item without a date");
        if (time is { Date: null, HasDay: false } && today is null) return new(Stance.Background, null, false, true, "dated by a month, in an item without a date");
        if (time is { Date: null } && today is null) return new(Stance.Asserted, null, false, true, "dated by a day, in an item without a date");
        if (Near(piece, trigger, Cue.Fresh)) return new(Stance.Asserted, today is { } day && time is null && HasToday(piece) ? PartialDate.OfDay(day) : null, false, true, "said to be just now");
        if (Near(piece, trigger, Cue.Had)) return new(Stance.Background, null, trigger.Kind == ClaimKind.Released, false, "earlier than the story");
        if (Near(piece, trigger, Cue.Retold)) return new(Stance.Background, null, false, true, "retold");
        if (trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned) && IsRemembered(piece)) return new(Stance.Background, null, false, true, "told from memory");
        if (trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Health or ClaimKind.HungerStrike or ClaimKind.Transferred) && !piece.Sentence.IsTitle && ((time is null && !piece.Sentence.Times.Any(t => OfEarlierVerb(piece, trigger, t)) && HasOldYear(piece, today)) || (trigger.IsSanction && trigger.Kind is ClaimKind.Imposed or ClaimKind.Tightened && piece.Sentence.Pieces.Any(p => Years.HasOld(p, today))))) return new(Stance.Background, null, false, true, "beside a year long past");
        if (trigger.Form == Form.Noun) return new(Stance.Background, null, true, false, "the act is taken for known");
        if (piece.IsLocal && (trigger.Form is Form.Participle or Form.Ed || (trigger.First == piece.First && piece.Opening == Opening.Comma))) return new(Stance.Background, null, true, false, "told in passing, of a name");
        if (piece.Opening == Opening.Relative && trigger.Kind != ClaimKind.Released) return new(Stance.Background, null, false, false, "told in passing, in a relative clause");
        return new(Stance.Asserted, null, piece.IsLocal, false, "said as news, no negation, no doubt");
    }

    /// <summary>Days from the date to the item; a month other than the item's own counts from its middle ("in November", on 13 December, is no news).</summary>
    private static int AgeOf(PartialDate date, DateOnly now) =>
        date is { Day: 0, Month: > 0 } && date.Month != now.Month ? now.DayNumber - new DateOnly(date.Year, date.Month, MiddleOfMonth).DayNumber : now.DayNumber - date.Last.DayNumber;

    /// <summary>A year long past beside the trigger, or in the clause of time that follows it ("was arrested while the campaign of 2020 was on").</summary>
    private static bool HasOldYear(Piece piece, DateOnly? today)
    {
        if (Years.HasOld(piece, today)) return true;
        if (piece.Index + 1 >= piece.Sentence.Pieces.Count) return false;
        var next = piece.Sentence.Pieces[piece.Index + 1];
        return next.Opening == Opening.Clause && next.Triggers.Count == 0 && Years.HasOld(next, today);
    }

    private static bool HasToday(Piece piece) => piece.Sentence.Of(Cue.DaysBack, piece.First, piece.Last).Any(h => h.Entry.Number == 0);

    /// <summary>The nearest date in the piece; else one in a neighbouring piece that has no trigger of its own.</summary>
    public static TimeMark? TimeOf(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        var own = sentence.Times.Where(t => t.First >= piece.First && t.Last <= piece.Last && !t.Until && !OfEarlierVerb(piece, trigger, t)).ToList();
        if (own.Count > 0) return own.MinBy(t => Math.Abs(t.First - trigger.First) + (t.First < trigger.First ? 0.5 : 0));
        foreach (var index in new[] { piece.Index + 1, piece.Index - 1 })
        {
            if (index < 0 || index >= sentence.Pieces.Count) continue;
            var neighbour = sentence.Pieces[index];
            var border = index > piece.Index ? neighbour.Opening : piece.Opening;
            if (border is not (Opening.Comma or Opening.Resume) || neighbour.Opening is Opening.Clause or Opening.Relative or Opening.Complement || neighbour.Triggers.Any(t => !t.Membership) || piece.IsLocal != neighbour.IsLocal) continue;
            if (index > piece.Index && neighbour.Persons.Any() && neighbour.Length > 6) continue;
            foreach (var time in sentence.Times)
                if (time.First >= neighbour.First && time.Last <= neighbour.Last && !time.Until && !time.Since) return time;
        }

        return null;
    }

    /// <summary>"the sanctions which Washington placed on it in 2021 were being lifted": a date closed off by an auxiliary belongs to the relative clause, not to the verb after it.</summary>
    private static bool OfEarlierVerb(Piece piece, Trigger trigger, TimeMark time)
    {
        if (piece.Opening != Opening.Relative || time.Last >= trigger.First - 1 || time.First - piece.First < 2) return false;
        for (var i = time.Last + 1; i < trigger.First; i++)
            if (!piece.Sentence.At(Cue.Aux, i)) return false;
        return true;
    }

    /// <summary>Up to five words before the trigger with no other verb between, or right after it where the language puts it there (frei … nicht).</summary>
    private static Hit? Negation(Piece piece, Trigger trigger)
    {
        foreach (var not in piece.Sentence.Of(Cue.Not, piece.First, piece.Last).Where(n => n.Last < trigger.First).Reverse())
        {
            if (trigger.First - not.Last > NegationReach + (not.Length > 1 ? 3 : 0)) continue;
            if (piece.Triggers.Any(t => t != trigger && t.IsVerb && !t.Membership && t.First > not.Last && t.Last < trigger.First)) continue;
            return not;
        }

        foreach (var not in piece.Sentence.Of(Cue.Not, piece.First, piece.Last).Where(n => n.First >= trigger.First))
        {
            if (not.First <= trigger.Last) return not;
            if (not.First - trigger.Last <= 3 && (not.Entry.Number == 1 || trigger.Membership || trigger.Form == Form.Noun)) return not;
        }

        return piece.Opening == Opening.Complement && piece.Index > 0 && trigger.Form != Form.Noun
            ? piece.Sentence.Of(Cue.Not, piece.Sentence.Pieces[piece.Index - 1].First, piece.First - 1).Where(n => n.Length > 0 && n.Entry.Number == 2).Cast<Hit?>().LastOrDefault()
            : null;
    }

    /// <summary>An operator before the trigger in its clause; for a noun or infinitive anywhere in it; through "that" from the clause before.</summary>
    private static Hit? Operator(Piece piece, Trigger trigger, Cue cue)
    {
        foreach (var hit in piece.Sentence.Of(cue, piece.First, piece.Last))
        {
            if (hit.Last >= trigger.First && hit.First <= trigger.Last) continue;
            if (piece.Sentence.Times.Any(t => t.First <= hit.First && t.Last >= hit.Last)) continue;
            var before = hit.Last < trigger.First;
            if (!before && trigger.Form is not (Form.Noun or Form.Infinitive)) continue;
            if (before && piece.Triggers.Any(t => t.IsVerb && t.Form is not (Form.Infinitive or Form.Ed or Form.Participle) && t.Kind != trigger.Kind && t.First > hit.Last && t.Last < trigger.First)) continue;
            return hit;
        }

        if (piece.Index == 0) return null;
        var previous = piece.Sentence.Pieces[piece.Index - 1];
        var goesOn = piece.Opening is Opening.Complement || (piece.Opening is Opening.Comma && previous.Length <= 3 && cue == Cue.Maybe) || (piece.Opening is Opening.Comma && trigger.Form is Form.Infinitive) || (piece.IsLocal is false && piece.Opening == Opening.Resume);
        if (!goesOn) return null;
        foreach (var hit in piece.Sentence.Of(cue, previous.First, previous.Last)) return hit;
        return previous.Opening is Opening.Complement or Opening.Comma && previous.Index > 0 && previous.Triggers.Count == 0 && previous.Length <= 8 ? Operator(previous, trigger with { First = previous.Last + 1, Last = previous.Last + 1 }, cue) : null;
    }

    private static bool Near(Piece piece, Trigger trigger, Cue cue) =>
        piece.Sentence.Of(cue, piece.First, piece.Last).Any(h => !(cue == Cue.Had && IsPerfect(piece.Sentence, h)) && (h.First <= trigger.Last + 3 || (cue == Cue.Retold && h.Length > 1)) && (cue != Cue.Had || (h.Last < trigger.First && trigger.First - h.Last <= 5)));

    /// <summary>"Babaryka recalled how he lost consciousness": what depends on a word of remembering is of the past.</summary>
    private static bool IsRemembered(Piece piece)
    {
        if (piece.Index == 0 || piece.Opening is not (Opening.Complement or Opening.Comma or Opening.Relative or Opening.Clause) || piece.Persons.Any()) return false;
        var before = piece.Sentence.Pieces[piece.Index - 1];
        return before.Triggers.Count == 0 && before.Has(Cue.Retold) && before.Sentence.Of(Cue.Retold, before.First, before.Last).Any(r => before.Last - r.Last <= 2);
    }

    /// <summary>"has already arrived", "have already been freed": the present perfect is news.</summary>
    private static bool IsPerfect(Sentence sentence, Hit had) => had.First > 0 && sentence.Words[had.First].Folded == "already" && sentence.Words[had.First - 1].Folded is "has" or "have" or "is" or "are";

    private static string Quote(Piece piece, Hit hit) => $"\"{hit.Entry.Phrase}\"";
}
