using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Dates;

/// <summary>
/// Finds the dates of a sentence and resolves relative ones against the item's date: "on Monday" is the last Monday, "in April" the
/// last April, "two years ago" a year. Without an item's date only dates that name a year can be told.
/// </summary>
public sealed class Times(Sentence sentence, DateOnly? today)
{
    private const int FirstYear = 1980;
    private const int LastYear = 2060;
    private const int DaysOfYear = 365;

    /// <summary>A count in words that no table knows ("five hundred days since his arrest").</summary>
    private const int Many = 100;

    public static IReadOnlyList<TimeMark> In(Sentence sentence, DateOnly? today)
    {
        var times = new Times(sentence, today);
        var found = new List<TimeMark>();
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (times.At(i) is not { } mark) continue;
            found.Add(mark);
            i = mark.Last;
        }

        return found;
    }

    private TimeMark? At(int i)
    {
        if ((SpanAfter(i) ?? Anniversary(i)) is { } span) return span;
        var read = Numeric(i) ?? DayMonth(i) ?? MonthFirst(i) ?? Year(i) ?? Weekday(i) ?? Ago(i) ?? Whole(i);
        if (read is not { } r) return null;
        return new TimeMark(i, r.Last, r.Date, Before(Cue.Since, i), Before(Cue.Until, i), r.HasYear, r.Date is { Day: > 0 } || Enumerable.Range(i, r.Last - i + 1).Any(w => DayNumber(w) is not null || Hit(Cue.Weekday, w) is not null));
    }

    /// <summary>"until the end of 2026" but not "imposed by Washington in 2021" or "сто с лишним узников вчера": a name or a preposition of its own parts the date from the word.</summary>
    private bool Before(Cue cue, int i)
    {
        var reach = Hit(Cue.DaysBack, i) is null ? 3 : 1;
        for (var j = i - 1; j >= Math.Max(0, i - reach); j--)
        {
            if (sentence.Words[j].IsMark) return false;
            if (sentence.At(cue, j)) return true;
            if (IsOtherName(j) || sentence.Lexicon.Lists(Cue.DatePreposition, sentence.Words[j].Folded)) return false;
        }

        return false;
    }

    private bool IsOtherName(int i) => sentence.Words[i].Capital && !sentence.Lexicon.Has(Trait.NounsHaveCapitals) && !sentence.At(Cue.Month, i) && !sentence.At(Cue.Weekday, i);

    /// <summary>13.12.2025, 13.12, 2025-12-13.</summary>
    private (int Last, PartialDate? Date, bool HasYear)? Numeric(int i)
    {
        var word = sentence.Words[i].Folded;
        if (PartialDate.TryParse(word.Length == 10 ? word : null, out var iso)) return (i, iso, true);
        return DateOnly.TryParseExact(word, ["d.M.yyyy", "dd.MM.yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && InRange(day.Year) ? (i, PartialDate.OfDay(day), true) : null;
    }

    /// <summary>"13 December 2025", "13. Dezember", "13 de diciembre", "31 мая прошлого года".</summary>
    private (int Last, PartialDate? Date, bool HasYear)? DayMonth(int i)
    {
        if (DayNumber(i) is not { } day) return null;
        for (var j = i + 1; j <= Math.Min(i + 3, sentence.Words.Count - 1); j++)
        {
            if (MonthAt(j) is { } month) return WithYear(j, month, day);
            if (sentence.Words[j].Folded.Length > 3 && !sentence.Words[j].IsMark) return null;
        }

        return null;
    }

    /// <summary>"December 13, 2025", "gruodžio 13-ąją", "December 2025", "April".</summary>
    private (int Last, PartialDate? Date, bool HasYear)? MonthFirst(int i)
    {
        if (MonthAt(i) is not { } month) return null;
        if (IsAmbiguous(i) && !BesideADate(i)) return null;
        if (i > 0 && sentence.At(Cue.Last, i - 1) && today is { } now && now.Month == month) return (i, Make(now.Year - 1, month, 0), true); // "last December", in December
        return i + 1 < sentence.Words.Count && DayNumber(i + 1) is { } day && YearNumber(i + 1) is null ? WithYear(i + 1, month, day) : WithYear(i, month, 0);
    }

    /// <summary>Months that are other words too: English may (can) and march (a walk), Polish mają (they have), Belarusian мая (my).</summary>
    private bool IsAmbiguous(int i) => sentence.Lexicon.Lists(Cue.MonthToo, sentence.Words[i].Folded);

    /// <summary>Such a word is the month only before a number or after a preposition of time, and in English only with a capital.</summary>
    private bool BesideADate(int i)
    {
        if (sentence.Lexicon.Has(Trait.MonthsHaveCapitals) && !sentence.Words[i].Capital) return false;
        if (i + 1 < sentence.Words.Count && char.IsAsciiDigit(sentence.Words[i + 1].Folded[0])) return true;
        return i > 0 && sentence.Lexicon.Lists(Cue.BeforeMonth, sentence.Words[i - 1].Folded);
    }

    private (int Last, PartialDate? Date, bool HasYear) WithYear(int last, int month, int day)
    {
        for (var j = last + 1; j <= Math.Min(last + 3, sentence.Words.Count - 1); j++)
        {
            if (YearNumber(j) is { } year) return (j, Make(year, month, day), true);
            var back = Hit(Cue.Back, j);
            if (back is { Entry.Number: < 100 } b && today is { } now) return (b.Last, Make(now.Year - b.Entry.Number, month, day), true);
            if (!sentence.Words[j].IsMark && sentence.Words[j].Folded.Length > 2) break;
        }

        for (var j = last - (day > 0 ? 2 : 1); j >= Math.Max(0, last - 4); j--)
        {
            if (YearNumber(j) is { } year) return (last, Make(year, month, day), true);
            if (sentence.Words[j].Folded.Length > 2) break;
        }

        return (last, Recent(month, day), false);
    }

    /// <summary>The last such day or month not after the item's; a day up to a month ahead is taken as ahead.</summary>
    private PartialDate? Recent(int month, int day)
    {
        if (today is not { } now) return null;
        if (Make(now.Year, month, day) is not { } date) return null;
        var ahead = date.First.DayNumber - now.DayNumber;
        if (day > 0 ? ahead is > 60 : ahead > 0) return Make(now.Year - 1, month, day);
        return date;
    }

    private static PartialDate? Make(int year, int month, int day) =>
        day == 0 ? PartialDate.OfMonth(year, month) : day <= DateTime.DaysInMonth(year, month) ? PartialDate.OfDay(new DateOnly(year, month, day)) : null;

    private (int Last, PartialDate? Date, bool HasYear)? Year(int i) => YearNumber(i) is { } year && !OfNoun(i) ? (i, PartialDate.OfYear(year), true) : null;

    /// <summary>"protests of 2020", "the 2020 election", "протестов 2020 года": the year of a thing, not of what happened. Where years need a preposition, one without is such.</summary>
    private bool OfNoun(int i)
    {
        if (Years.IsOfAPrize(sentence, i)) return true;
        if (!sentence.Lexicon.Has(Trait.YearsNeedPreposition) || sentence.Words[i].Folded.Length > 4) return false;
        if (i == 0 || sentence.Words[i - 1].IsMark) return sentence.Lexicon.Has(Trait.YearBeforeNoun) && i + 1 < sentence.Words.Count && !sentence.Words[i + 1].IsMark;
        for (var j = i - 1; j >= Math.Max(0, i - 2); j--)
        {
            var word = sentence.Words[j].Folded;
            if (sentence.Lexicon.Lists(Cue.OfYear, word)) return true;
            if (word.Length <= 3 || sentence.At(Cue.Since, j) || sentence.At(Cue.Until, j) || sentence.Lexicon.Lists(Cue.InYear, word)) return false;
        }

        return true;
    }

    private (int Last, PartialDate? Date, bool HasYear)? Weekday(int i)
    {
        if (Hit(Cue.Weekday, i) is not { } hit) return null;
        if (today is not { } now) return (hit.Last, null, false);
        var back = (((int)now.DayOfWeek + 6) % 7) + 1 - hit.Entry.Number;
        return (hit.Last, PartialDate.OfDay(now.AddDays(-(back < 0 ? back + 7 : back))), false);
    }

    /// <summary>"two years ago", "vor zwei Jahren", "год назад", "last week", "past month".</summary>
    private (int Last, PartialDate? Date, bool HasYear)? Ago(int i)
    {
        if (today is not { } now) return null;
        if (Hit(Cue.Unit, i) is { } unit)
        {
            for (var j = unit.Last + 1; j <= Math.Min(unit.Last + 2, sentence.Words.Count - 1); j++)
                if (Hit(Cue.Ago, j) is { } ago) return ToTheDay(ago.Last + 1, unit, CountBefore(i)) ?? (ago.Last, Back(now, unit.Entry.Number, CountBefore(i)), false);
            if (i > 0 && sentence.At(Cue.Last, i - 1)) return (unit.Last, Back(now, unit.Entry.Number, 1), false);
        }

        if (Hit(Cue.Ago, i) is not { } prefix) return null;
        for (var j = prefix.Last + 1; j <= Math.Min(prefix.Last + 3, sentence.Words.Count - 1); j++)
            if (Hit(Cue.Unit, j) is { } u) return (u.Last, Back(now, u.Entry.Number, CountBefore(j)), false);
        return null;
    }

    /// <summary>"five years ago today".</summary>
    private (int Last, PartialDate? Date, bool HasYear)? ToTheDay(int i, Hit unit, int count) =>
        today is { } now && unit.Entry.Number == DaysOfYear && Hit(Cue.DaysBack, i) is { Entry.Number: 0 } day ? (day.Last, PartialDate.OfDay(now.AddYears(-count)), false) : null;

    /// <summary>"Today it is five years since …", "Сегодня пять лет, как …": dates what the clause behind it tells.</summary>
    private TimeMark? Anniversary(int i)
    {
        if (today is not { } now || Hit(Cue.DaysBack, i) is not { Entry.Number: 0 } day) return null;
        for (var j = day.Last + 1; j <= Math.Min(day.Last + 4, sentence.Words.Count - 2); j++)
        {
            if (Hit(Cue.Unit, j) is not { Entry.Number: DaysOfYear } unit) continue;
            var next = unit.Last + (sentence.Words[unit.Last + 1].Folded == "," ? 2 : 1);
            if (!sentence.At(Cue.Since, next) && !sentence.At(Cue.But, next)) return null;
            return new TimeMark(i, unit.Last, PartialDate.OfDay(now.AddYears(-CountBefore(j))), Since: false, Until: false, HasYear: false, HasDay: true, After: true);
        }

        return null;
    }

    /// <summary>"two months after her release": dates the release, whatever else the clause tells.</summary>
    private TimeMark? SpanAfter(int i)
    {
        if (today is not { } now || Hit(Cue.Unit, i) is not { } unit) return null;
        var next = unit.Last + 1;
        if (sentence.At(Cue.After, next) && Hit(Cue.Ago, next) is null) return Mark(Hit(Cue.After, next)?.Last ?? next, CountBefore(i));
        if (Hit(Cue.Since, next) is { } since && sentence.Of(Cue.Trigger, since.Last + 1, since.Last + 2).Any(t => t.Entry.Form == Form.Noun)) return Mark(since.Last, IsNumber(i - 1) ? CountBefore(i) : Many);
        return null;

        TimeMark Mark(int last, int count) => new(i, last, Back(now, unit.Entry.Number, count), Since: false, Until: false, HasYear: false, HasDay: false, After: true);
    }

    private bool IsNumber(int i) => i >= 0 && (sentence.At(Cue.Number, i) || char.IsAsciiDigit(sentence.Words[i].Folded[0]));

    private int CountBefore(int i)
    {
        for (var j = i - 1; j >= Math.Max(0, i - 2); j--)
        {
            if (int.TryParse(sentence.Words[j].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 200) return n;
            if (Hit(Cue.Number, j) is { } word) return word.Entry.Number;
        }

        return 1;
    }

    private static PartialDate Back(DateOnly now, int unit, int count) => unit switch
    {
        1 => PartialDate.OfDay(now.AddDays(-count)),
        7 => PartialDate.OfDay(now.AddDays(-7 * count)),
        30 => Month(now.AddMonths(-count)),
        _ => PartialDate.OfYear(Math.Max(1, now.Year - count)),
    };

    private static PartialDate Month(DateOnly day) => PartialDate.OfMonth(day.Year, day.Month);

    /// <summary>Today, yesterday, last year, last month.</summary>
    private (int Last, PartialDate? Date, bool HasYear)? Whole(int i)
    {
        if (Hit(Cue.DaysBack, i) is { } day) return today is { } here ? (day.Last, PartialDate.OfDay(here.AddDays(-day.Entry.Number)), false) : null;
        if (Hit(Cue.Back, i) is not { Entry.Number: var years } back || (today is null && years == 0)) return null;
        if (today is not { } now) return (back.Last, null, false);
        return (back.Last, back.Entry.Number >= 100 ? Month(now.AddMonths(100 - back.Entry.Number)) : PartialDate.OfYear(now.Year - back.Entry.Number), false);
    }

    private Hit? Hit(Cue cue, int first)
    {
        if (!sentence.At(cue, first)) return null; // seen at a glance, and so nearly always
        foreach (var hit in sentence.Hits)
            if (hit.Cue == cue && hit.First == first) return hit;
        return null;
    }

    private int? MonthAt(int i) => Hit(Cue.Month, i)?.Entry.Number;

    private int? DayNumber(int i)
    {
        var word = sentence.Words[i].Folded;
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits is 0 or > 2 || (digits < word.Length && (char.IsDigit(word[^1]) || word[digits] is '.' or ','))) return null;
        var day = int.Parse(word.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? day : null;
    }

    private int? YearNumber(int i)
    {
        var word = sentence.Words[i].Folded;
        if (word.Length < 4 || !int.TryParse(word.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !InRange(year)) return null;
        return word.Length == 4 || (!char.IsDigit(word[4]) && word[4] is not ('.' or ',')) ? year : null;
    }

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;
}
