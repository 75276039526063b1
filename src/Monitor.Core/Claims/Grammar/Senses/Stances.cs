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
/// Whether a trigger happened (asserted), did not (negated), may (hypothetical), should (demanded) or is retold (background). The operators of its
/// clause come first (<see cref="Operators"/>), then its date: <see cref="NewsDays"/> days back or more is background.
/// </summary>
public static class Stances
{
    /// <summary>DESIGN §2: background is older than 14 days.</summary>
    public const int NewsDays = 14;

    /// <summary>Marks words of time that begin a clause ("when"), not a phrase ("after five years").</summary>
    private const int Conjunction = 1;

    /// <summary>Marks words that set today against the past: of a name in passing ("X, now free, spoke") they tell a state, no news.</summary>
    private const int Now = 1;

    /// <summary>So many words behind the person are a predicate of their own.</summary>
    private const int Continued = 3;

    /// <summary>Marks words that call something unproved, which is less than untrue.</summary>
    public const int Unproved = 1;

    public static StanceReading Of(Piece piece, Trigger trigger, DateOnly? today)
    {
        var time = ClauseTimes.Of(piece, trigger);
        if (trigger.Denied) return Read(Stance.Negated, "these words say the contrary");
        if (IsFreedom(trigger) && Operators.Outside(piece, trigger) is { } outside) return Read(Stance.Negated, $"not one of them by {outside}");
        if (Operators.Wondering(piece, trigger) is { } asked) return Read(Stance.Hypothetical, $"only asked by {Quote(asked)}");
        if (Operators.Untrue(piece, trigger) is { } untrue) return untrue.Entry.Number == Unproved ? Read(Stance.Hypothetical, $"unproved by {Quote(untrue)}") : Read(Stance.Negated, $"called untrue by {Quote(untrue)}");
        if (trigger.Form != Form.Noun && Operators.Negation(piece, trigger) is { } not) return Read(Stance.Negated, $"denied by {Quote(not)}");
        if (Operators.Demand(piece, trigger) is { } demand) return Read(Stance.Demanded, $"demanded by {Quote(demand)}");
        if (trigger.Form == Form.Noun && Operators.Negation(piece, trigger) is { } none) return Read(Stance.Negated, $"denied by {Quote(none)}");
        if (trigger.Form == Form.Noun && !IsFreedom(trigger) && !trigger.IsSanction && FollowsAfter(piece, trigger)) return Read(Stance.Background, "mentioned as known behind a word for after");
        if (trigger.Form == Form.Noun && !trigger.IsSanction && Operators.IsOnAnniversary(piece, trigger)) return Read(Stance.Background, "mentioned as known, on an anniversary");
        if (Operators.Find(piece, trigger, Cue.Maybe) is { } maybe) return Read(Stance.Hypothetical, $"only possible by {Quote(maybe)}");
        if (!trigger.IsSanction && Operators.InAStory(piece, trigger) is { } story) return Read(Stance.Hypothetical, $"of a play, a film or a dream by {Quote(story)}");
        if (trigger.Form == Form.Noun && IsOldAct(piece, trigger, time, today)) return Read(Stance.Background, "an act of the past, by its date");
        var fact = IsFreedom(trigger) && trigger.Form == Form.Noun ? Operators.Fact(piece) : null;
        if (fact is null && trigger.Form is Form.Infinitive or Form.Noun && Operators.Find(piece, trigger, Cue.Promise) is { } promise) return Read(Stance.Hypothetical, $"ahead by {Quote(promise)}");
        if (trigger.Form == Form.Infinitive) return Read(Stance.Hypothetical, "an act still to be done");
        if (IsFronted(piece, trigger)) return Read(Stance.Background, "told in passing, before the main clause");
        if (trigger.Past) return Read(Stance.Background, "a state begun earlier");
        if (piece.Sentence.IsQuestion && !piece.IsLocal) return Dated(piece, trigger, time, today) is { Stance: Stance.Background } old ? old : Asked(piece, trigger);
        return Dated(piece, trigger, time, today) ?? Undated(piece, trigger, time, today, fact);

        StanceReading Read(Stance stance, string reason) => new(stance, stance is Stance.Background or Stance.Negated ? time?.Date : null, false, true, reason);
    }

    /// <summary>
    /// "Convicted of treason, she has been in a colony since 2021", "Skazana na jedenaście lat flecistka nie dostaje listów": a participle at the head of a sentence of the text only
    /// leads up to it, where a comma or, in languages whose predicate has an auxiliary, a person with more words behind closes it off.
    /// </summary>
    private static bool IsFronted(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (trigger.Kind is not (ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced) || trigger.First != piece.First || piece.Index > 0 || sentence.IsTitle) return false;
        if ((trigger.Form is Form.Ed or Form.Participle || !sentence.Lexicon.Has(Trait.DropsPronouns)) && !piece.Persons.Any() && sentence.Pieces is [_, { Opening: Opening.Comma or Opening.Resume }, ..]) return true;
        if (!sentence.Lexicon.Has(Trait.ParticipleNeedsAuxiliary) || piece.Has(Cue.Aux)) return false;
        var person = sentence.Of(Cue.He, trigger.Last + 1, piece.Last).Concat(sentence.Of(Cue.She, trigger.Last + 1, piece.Last)).Where(h => h.Entry.Number == 1).Select(h => h.Last).Concat(piece.Persons.Select(p => p.Last)).DefaultIfEmpty(piece.Last).Max();
        return piece.Last - person >= Continued;
    }

    private static bool IsFreedom(Trigger trigger) => trigger.Kind is ClaimKind.Released or ClaimKind.Pardoned;

    /// <summary>"Is Babaryka free?" doubts it; "Why was Babaryka freed?" takes it for known.</summary>
    private static StanceReading Asked(Piece piece, Trigger trigger)
    {
        var known = trigger.Form is Form.Noun or Form.Participle || piece.Sentence.Has(Cue.Ask);
        return known ? new(Stance.Background, null, true, false, "mentioned as known by a question") : new(Stance.Hypothetical, null, false, true, "only asked");
    }

    /// <summary>News or retold by the date of the clause; null where it has none that tells.</summary>
    private static StanceReading? Dated(Piece piece, Trigger trigger, TimeMark? time, DateOnly? today)
    {
        if (time is not { } t) return null;
        if (today is not { } now)
        {
            if (t.HasYear && t.Date is { } year) return Retold(year, $"dated {year} in an item without a date");
            if (t.Since && trigger.Form != Form.Noun) return Retold(null, "since a day long past");
            if (t.Date is null) return t.HasDay ? new(Stance.Asserted, null, false, true, "dated by a day, in an item without a date") : Retold(null, "dated by a month, in an item without a date");
            return null;
        }

        if (t.Date is not { } date || (date.Month == 0 && date.Year == now.Year)) return null;
        if (t.Since && trigger.Form != Form.Noun && !(trigger.IsSanction && ClauseTimes.AgeOf(date, now) < NewsDays)) return Retold(date, $"since {date}");
        if (date.First.DayNumber > now.DayNumber + 1 && trigger.Kind == ClaimKind.Charged) return new(Stance.Asserted, null, false, true, $"a trial set for {date}");
        if (date.First.DayNumber > now.DayNumber + 1) return new(Stance.Hypothetical, date, false, true, $"ahead, on {date}");
        if (ClauseTimes.AgeOf(date, now) >= NewsDays) return Retold(date, $"{date} is {NewsDays} days or more before the item");
        return new(Stance.Asserted, date, false, true, $"dated {date}");

        static StanceReading Retold(PartialDate? date, string reason) => new(Stance.Background, date, false, true, reason);
    }

    /// <summary>News or retold by words for "earlier" and "just", else by where it stands.</summary>
    private static StanceReading Undated(Piece piece, Trigger trigger, TimeMark? time, DateOnly? today, Hit? fact)
    {
        if ((Operators.Near(piece, trigger, Cue.Fresh) && !(piece.IsLocal && IsFreedom(trigger) && piece.Sentence.Of(Cue.Fresh, piece.First, trigger.First).Any(h => h.Entry.Number == Now))) || HeadsWithFresh(piece, trigger)) return new(Stance.Asserted, today is { } day && time is null && HasToday(piece) ? PartialDate.OfDay(day) : null, false, true, "said to be just now");
        if (Operators.Near(piece, trigger, Cue.Had) && !(IsFreedom(trigger) && Operators.IsReported(piece))) return new(Stance.Background, null, trigger.Kind == ClaimKind.Released, false, "earlier than the story");
        if (Operators.Near(piece, trigger, Cue.Retold)) return new(Stance.Background, null, false, true, "retold");
        if (!IsFreedom(trigger) && IsRemembered(piece)) return new(Stance.Background, null, false, true, "told from memory");
        if (ClauseTimes.IsBesideOldYear(piece, trigger, time, today)) return new(Stance.Background, null, false, true, "beside a year long past");
        if (IsFreedom(trigger) && ClauseTimes.SpanBefore(piece, trigger) is { } days && days >= NewsDays) return new(Stance.Background, null, false, true, "free for a while already");
        if (fact is { } f) return new(Stance.Asserted, null, false, true, $"told as a fact by {Quote(f)}");
        if (trigger.Form == Form.Noun) return new(Stance.Background, null, true, false, "mentioned as known already");
        if (piece.IsLocal && (trigger.Form is Form.Participle or Form.Ed || (trigger.First == piece.First && piece.Opening == Opening.Comma))) return new(Stance.Background, null, true, false, "told in passing, of a name");
        if (piece.Opening == Opening.Start && trigger.IsVerb && IsFreedom(trigger) && piece.Sentence.Of(Cue.After, piece.First, piece.Last).Any(h => h.First == piece.First && h.Entry.Number == Conjunction))
            return piece.Sentence.Has(Cue.Promise) ? new(Stance.Hypothetical, null, false, true, "in a clause of time before something still ahead") : new(Stance.Background, null, true, false, "mentioned as known in a clause of time");
        if (piece.Opening == Opening.Clause && !piece.Sentence.IsTitle && trigger.IsVerb && trigger.Kind is not (ClaimKind.Health or ClaimKind.HungerStrike) && !trigger.IsSanction && piece.Sentence.At(Cue.After, piece.First)) return new(Stance.Background, null, true, false, "mentioned as known in a clause of time");
        if (piece.Opening == Opening.Relative && trigger.Kind != ClaimKind.Released) return new(Stance.Background, null, false, false, "told in passing, in a relative clause");
        return new(Stance.Asserted, null, piece.IsLocal, false, "no word of negation, doubt or retelling beside it");
    }

    /// <summary>An arrest, a trial or a sentence in noun form with a date long past ("since his arrest last July").</summary>
    private static bool IsOldAct(Piece piece, Trigger trigger, TimeMark? time, DateOnly? today) =>
        !IsFreedom(trigger) && !trigger.IsSanction && time is { Date: { } date } && today is { } now && ClauseTimes.AgeOf(date, now) >= NewsDays && !piece.Sentence.IsTitle;

    /// <summary>"Пасля чатырох гадоў прысуду": within a few words of "after" or "since".</summary>
    private static bool FollowsAfter(Piece piece, Trigger trigger)
    {
        for (var i = trigger.First - 1; i >= Math.Max(piece.First, trigger.First - 3); i--)
            if (piece.Sentence.At(Cue.After, i)) return true;
        return false;
    }

    /// <summary>"Today, on the anniversary of the vote, the States widened the sanctions": a word for now at the head of the sentence holds for its main verb.</summary>
    private static bool HeadsWithFresh(Piece piece, Trigger trigger) =>
        trigger.IsVerb && !piece.IsLocal && piece.Opening is Opening.Comma or Opening.Resume or Opening.Start && piece.Sentence.Of(Cue.Fresh, 0, 1).Any(h => h.First == 0);

    private static bool HasToday(Piece piece) => piece.Sentence.Of(Cue.DaysBack, piece.First, piece.Last).Any(h => h.Entry.Number == 0);

    /// <summary>"Babaryka recalled how he lost consciousness", "рассказал, как похудел": what depends on a word of remembering, or of telling how, is of the past.</summary>
    private static bool IsRemembered(Piece piece)
    {
        if (piece.Index == 0 || piece.Opening is not (Opening.Complement or Opening.Comma or Opening.Relative or Opening.Clause)) return false;
        var before = piece.Sentence.Pieces[piece.Index - 1];
        if (before.Triggers.Count == 0 && piece.Sentence.At(Cue.Ask, piece.First) && !piece.Sentence.At(Cue.Complement, piece.First) && piece.Opening != Opening.Relative && piece.Sentence.Of(Cue.Say, before.First, before.Last).Any(s => before.Last - s.Last <= 2)) return true;
        return before.Triggers.Count == 0 && piece.Sentence.Of(Cue.Retold, before.First, before.Last).Any(r => before.Last - r.Last <= 2);
    }

    private static string Quote(Hit hit) => $"\"{hit.Entry.Phrase.Replace("*", "…", StringComparison.Ordinal)}\"";
}
