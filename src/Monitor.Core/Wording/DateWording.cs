using System.Globalization;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Wording;

/// <summary>Dates as a reader of the language writes them, no more precise than they are known: 13 December 2025, June 2025, 2021.</summary>
public static class DateWording
{
    public static string Say(this Phrasebook book, PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (date.Month == 0) return date.Year.ToString(CultureInfo.InvariantCulture);
        var month = date.Month.ToString(CultureInfo.InvariantCulture);
        return date.Day == 0 ? $"{book["month-alone." + month]} {date.Year}" : $"{date.Day} {book["month." + month]} {date.Year}";
    }

    /// <summary>A date after "since" or "of", in the case it needs there: "з ліпеня 2021", not "з ліпень 2021".</summary>
    public static string Since(this Phrasebook book, PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (date.Month == 0) return book["date.since-year", ("year", date.Year)];
        return date.Day == 0 ? $"{book["month." + date.Month.ToString(CultureInfo.InvariantCulture)]} {date.Year}" : book.Say(date);
    }

    /// <summary>How long ago, in whole minutes or hours.</summary>
    public static string Ago(this Phrasebook book, TimeSpan age)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (age < TimeSpan.FromMinutes(1)) return book["time.now"];
        return age < TimeSpan.FromHours(2) ? book["time.minutes", ("count", (int)age.TotalMinutes)] : book["time.hours", ("count", (int)age.TotalHours)];
    }
}
