namespace Monitor.Core.Feeds.Dates;

/// <summary>Which of the numbers left over is the day, the month and the year.</summary>
internal sealed class DayNumbers(string text, IReadOnlyList<DateToken> numbers)
{
    /// <summary>"13 декабря 2025", "Dec 13, 2025", "13-Dec-25", "2025 December 13".</summary>
    public DateTime? WithMonth(int month, int monthAt)
    {
        if (numbers.Count < 2) return null;
        var year = numbers.FirstOrDefault(n => n.Length == 4);
        if (year.Length == 4)
        {
            var day = numbers.FirstOrDefault(n => n.Length <= 2);
            return day.Length == 0 ? null : Day(year.Value, month, day.Value);
        }

        // No four-digit year: the day is the nearer to the month, before it first; the year is what is left.
        var before = numbers.LastOrDefault(n => n.Length <= 2 && n.Start < monthAt);
        var first = before.Length > 0 ? before : numbers[0];
        var second = numbers.FirstOrDefault(n => n.Length <= 2 && n.Start != first.Start);
        return second.Length == 2 ? Day(FullYear(second.Value), month, first.Value) : null;
    }

    /// <summary>
    /// Year first, or day first as in the region (<c>13.12.2025</c>, <c>13/12/2025</c>); month first where only that can be, or where the clock is American (<c>12/1/2025 6:30 PM</c>).
    /// </summary>
    public DateTime? AllNumeric(bool isAmerican)
    {
        if (numbers.Count == 0) return null;
        var first = numbers[0];
        if (first.Length == 8) return Day(first.Value / 10000, first.Value / 100 % 100, first.Value % 100);
        if (first.Length == 4 && numbers.Count >= 2 && numbers[1].Length == 3) return OfYear(first.Value, numbers[1].Value);
        if (first.Length == 4) return Day(first.Value, numbers.Count > 1 ? numbers[1].Value : 1, numbers.Count > 2 ? numbers[2].Value : 1);
        if (numbers.Count < 3 || first.Length > 2 || numbers[1].Length > 2 || numbers[2].Length is not (2 or 4)) return null;
        var (a, b) = (first.Value, numbers[1].Value);
        var year = numbers[2].Length == 4 ? numbers[2].Value : FullYear(numbers[2].Value);
        var separator = text[first.Start + first.Length];
        if (separator == '-' && numbers[2].Length == 2) return Day(FullYear(a), b, numbers[2].Value);
        return b > 12 || (separator == '/' && isAmerican && a <= 12) ? Day(year, a, b) : Day(year, b, a);
    }

    private static DateTime? OfYear(int year, int dayOfYear) =>
        year is > 0 and < 9999 && dayOfYear > 0 && dayOfYear <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(dayOfYear - 1) : null;

    private static int FullYear(int twoDigits) => twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;

    private static DateTime? Day(int year, int month, int day) =>
        year is > 0 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : null;
}
