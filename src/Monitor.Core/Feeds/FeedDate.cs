using System.Globalization;
using Monitor.Core.Feeds.Dates;

namespace Monitor.Core.Feeds;

/// <summary>
/// Reads a date as feeds write it: RFC 822 in its misspellings, ISO 8601, asctime, numbers with dots, month names of the region. A date without a zone is taken as UTC.
/// A day that does not exist and a year before feeds existed are no date: better none than a wrong one, since dates decide what is old news.
/// </summary>
public static class FeedDate
{
    /// <summary>Longer than any date anybody writes, weekday and zone name included.</summary>
    private const int LongestDate = 100;

    /// <summary>Digits of the seconds since 1970, from 2001 to 2286.</summary>
    private const int SecondDigits = 10;

    /// <summary>Kiribati, in minutes.</summary>
    private const int FarthestZone = 14 * 60;

    /// <summary>Zero, printed as a date.</summary>
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > LongestDate) return null;
        return Unix(text) ?? new DateReading(text.ToString()).Read();
    }

    /// <summary>Seconds (with a fraction or without) or milliseconds since 1970, as some programs print them; fewer digits are a year or a compact date.</summary>
    private static DateTimeOffset? Unix(ReadOnlySpan<char> text)
    {
        if (text.Length > SecondDigits && text[SecondDigits] == '.' && !text[(SecondDigits + 1)..].ContainsAnyExceptInRange('0', '9')) text = text[..SecondDigits];
        if (text.Length is not (SecondDigits or SecondDigits + 3) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return text.Length == SecondDigits ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
    }

    internal static DateTimeOffset? Sane(DateTime local, int zoneMinutes)
    {
        if (local.Year < Epoch.Year - 1 || Math.Abs(zoneMinutes) > FarthestZone) return null;
        var instant = new DateTimeOffset(local.AddMinutes(-zoneMinutes), TimeSpan.Zero);
        return instant > Epoch ? instant : null;
    }
}
