using System.Globalization;

namespace Monitor.Core.Deliveries;

/// <summary>The hours in which a chat hears only of the people it chose: 22:00–08:00 reaches over midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    private static readonly string[] Formats = ["%H", "HH", "H:mm", "HH:mm"];

    /// <summary>From "22-8" or "22:30–7:15"; null where it is neither, or no time at all.</summary>
    public static QuietHours? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split('-', '–', '—');
        if (ends.Length != 2) return null;
        return Time(ends[0]) is { } from && Time(ends[1]) is { } to && from != to ? new QuietHours(from, to) : null;
    }

    /// <summary>When the quiet that holds now is over; null where it does not hold.</summary>
    public DateTimeOffset? EndsAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        if (!time.IsBetween(From, To)) return null;
        var day = DateOnly.FromDateTime(local.DateTime);
        return LocalTime.At(time < To ? day : day.AddDays(1), To, zone);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{To:HH\\:mm}");

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
