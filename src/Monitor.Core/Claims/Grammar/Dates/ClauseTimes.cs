using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Dates;

/// <summary>Which of the dates of a sentence is that of a trigger, and how old it is: the nearest in its own piece, else one in a neighbouring piece without a trigger of its own.</summary>
public static class ClauseTimes
{
    private const int MiddleOfMonth = 15;
    private const int DaysOfYear = 365;

    public static TimeMark? Of(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        var own = sentence.Times.Where(t => (t.After ? t.Last : t.First) >= piece.First && t.Last <= piece.Last && !t.Until && !OfEarlierVerb(piece, trigger, t) && !OfAnotherAct(piece, trigger, t)).ToList();
        if (own.Count > 0) return own.MinBy(t => Math.Abs(t.First - trigger.First) + (t.First < trigger.First ? 0.5 : 0));
        foreach (var span in sentence.Times)
            if (span.After && piece.Index > 0 && span.Last == sentence.Pieces[piece.Index - 1].Last) return span;
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

    /// <summary>Days from the date to the item; a month other than the item's own counts from its middle ("in November", on 13 December, is no news), and a year before the item's is always long ago.</summary>
    public static int AgeOf(PartialDate date, DateOnly now) =>
        date.Month == 0 && date.Year < now.Year ? (now.Year - date.Year) * DaysOfYear : date is { Day: 0, Month: > 0 } && date.Month != now.Month ? now.DayNumber - new DateOnly(date.Year, date.Month, MiddleOfMonth).DayNumber : now.DayNumber - date.Last.DayNumber;

    /// <summary>An arrest or a sentence, undated itself, beside a year long past ("was arrested while the campaign of 2020 was on"), or a measure in a sentence that tells of such a year.</summary>
    public static bool IsBesideOldYear(Piece piece, Trigger trigger, TimeMark? time, DateOnly? today)
    {
        if (trigger.Kind is ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Health or ClaimKind.HungerStrike or ClaimKind.Transferred || piece.Sentence.IsTitle) return false;
        if (trigger.IsSanction) return trigger.Kind is ClaimKind.Imposed or ClaimKind.Tightened && piece.Sentence.Pieces.Any(p => Years.HasOld(p, today));
        if (time is not null || piece.Sentence.Times.Any(t => OfEarlierVerb(piece, trigger, t))) return false;
        if (Years.HasOld(piece, today)) return true;
        if (piece.Index + 1 >= piece.Sentence.Pieces.Count) return false;
        var next = piece.Sentence.Pieces[piece.Index + 1];
        return next.Opening == Opening.Clause && next.Triggers.Count == 0 && Years.HasOld(next, today);
    }

    /// <summary>"the sanctions which Washington placed on it in 2021 were being lifted": a date closed off by an auxiliary belongs to the relative clause, not to the verb after it.</summary>
    private static bool OfEarlierVerb(Piece piece, Trigger trigger, TimeMark time)
    {
        if (piece.Opening != Opening.Relative || time.Last >= trigger.First - 1 || time.First - piece.First < 2) return false;
        for (var i = time.Last + 1; i < trigger.First; i++)
            if (!piece.Sentence.At(Cue.Aux, i)) return false;
        return true;
    }

    /// <summary>"four months at liberty": the days a state has lasted, where the span stands right before it and not behind "after".</summary>
    public static int? SpanBefore(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        foreach (var unit in sentence.Of(Cue.Unit, piece.First, trigger.First - 1))
        {
            if (unit.Last != trigger.First - 1 || sentence.Of(Cue.After, piece.First, unit.First).Any() || sentence.Of(Cue.Ago, piece.First, unit.Last).Any()) continue;
            var number = sentence.Hits.FirstOrDefault(h => h.Cue == Cue.Number && h.Last == unit.First - 1);
            return unit.Entry.Number * Math.Max(1, number.Entry?.Number ?? (unit.First > 0 && int.TryParse(sentence.Words[unit.First - 1].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1));
        }

        return null;
    }

    /// <summary>"Two years after his arrest he was freed": the span dates the act right behind it and no other.</summary>
    private static bool OfAnotherAct(Piece piece, Trigger trigger, TimeMark time) =>
        time.After && (trigger.First < time.First || piece.Triggers.Any(t => t != trigger && t.First > time.Last && t.First < trigger.First));
}
