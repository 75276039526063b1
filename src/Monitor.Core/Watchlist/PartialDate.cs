using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Core.Watchlist;

/// <summary>
/// A year, a month or a day, as precise as the source is: "2021" is not 1 January 2021. Month and Day are 0 where unknown.
/// Two partial dates agree when the vaguer one contains the other.
/// </summary>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(AsText))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public int Year { get; private init; }

    public int Month { get; private init; }

    public int Day { get; private init; }

    public DateOnly First => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    public DateOnly Last => Day > 0 ? First : Month > 0 ? First.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    public static PartialDate OfDay(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static PartialDate OfMonth(int year, int month) => new() { Year = year, Month = month };

    public static PartialDate OfYear(int year) => new() { Year = year };

    /// <summary>Reads <c>2021</c>, <c>2023-04</c> or <c>2025-12-13</c>; anything else, and a day that does not exist, is refused.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        const DateTimeStyles none = DateTimeStyles.None;
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, none, out var day)) date = OfDay(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", culture, none, out var month)) date = OfMonth(month.Year, month.Month);
        else if (DateOnly.TryParseExact(text, "yyyy", culture, none, out var year)) date = OfYear(year.Year);
        else return false;
        return true;
    }

    public static PartialDate Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"\"{text}\" is not a year, month or day such as 2021, 2023-04 or 2025-12-13");

    /// <summary>True when one of the two contains the other: 2021 and 2021-07-14 agree, 2021 and 2022 do not.</summary>
    public bool Agrees(PartialDate other) => First <= other.Last && other.First <= Last;

    /// <summary>Days between the nearest ends of the two; 0 where they overlap.</summary>
    public int DaysFrom(PartialDate other) => Agrees(other) ? 0 : First > other.Last ? First.DayNumber - other.Last.DayNumber : other.First.DayNumber - Last.DayNumber;

    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : other.Last.CompareTo(Last);

    public override string ToString() => Day > 0
        ? First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Month > 0 ? First.ToString("yyyy-MM", CultureInfo.InvariantCulture) : Year.ToString("0000", CultureInfo.InvariantCulture);

    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;

    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    private sealed class AsText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var date) ? date : throw new JsonException("not a year, month or day");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
