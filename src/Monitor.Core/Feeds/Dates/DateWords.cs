using System.Collections.Frozen;

namespace Monitor.Core.Feeds.Dates;

/// <summary>Words of dates as the region's sites write them, by their stems: full, genitive and short forms share the first letters.</summary>
internal static class DateWords
{
    /// <summary>Stems of the months, longest first where one begins another. English, Russian, Belarusian (both spellings), Ukrainian, Polish, Lithuanian, German, French, Spanish, Italian.</summary>
    private static readonly (string Stem, int Month)[] Months =
    [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
        ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("мае", 5), ("июн", 6), ("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
        ("сту", 1), ("лют", 2), ("сак", 3), ("кра", 4), ("тра", 5), ("чэр", 6), ("ліп", 7), ("жні", 8), ("вера", 9), ("кас", 10), ("ліс", 11), ("сне", 12), ("сьн", 12), ("маі", 5), ("маю", 5),
        ("січ", 1), ("бер", 3), ("кві", 4), ("чер", 6), ("лип", 7), ("серп", 8), ("вер", 9), ("жов", 10), ("лис", 11), ("гру", 12),
        ("sty", 1), ("lut", 2), ("kwi", 4), ("maj", 5), ("cze", 6), ("lip", 7), ("sie", 8), ("wrz", 9), ("paź", 10), ("paz", 10), ("lis", 11), ("gru", 12),
        ("saus", 1), ("vas", 2), ("kov", 3), ("bal", 4), ("geg", 5), ("birž", 6), ("liep", 7), ("rugp", 8), ("rugs", 9), ("spal", 10), ("lapk", 11), ("gruod", 12),
        ("mär", 3), ("mai", 5), ("okt", 10), ("dez", 12), ("janv", 1), ("fév", 2), ("févr", 2), ("avr", 4), ("juin", 6), ("juil", 7), ("aoû", 8), ("déc", 12),
        ("led", 1), ("fev", 2), ("mrt", 3), ("mei", 5), ("out", 10), ("des", 12), ("már", 3), ("ápr", 4), ("máj", 5), ("jún", 6), ("júl", 7), ("szep", 9),
        ("ιαν", 1), ("φεβ", 2), ("μαρ", 3), ("μάρ", 3), ("απρ", 4), ("μάι", 5), ("μαΐ", 5), ("μαϊ", 5), ("ιούν", 6), ("ιουν", 6), ("ιον", 6), ("ιούλ", 7), ("ιουλ", 7), ("ιολ", 7), ("αύγ", 8), ("αυγ", 8), ("σεπ", 9), ("οκτ", 10), ("νοέ", 11), ("νοε", 11), ("δεκ", 12),
        ("ene", 1), ("abr", 4), ("ago", 8), ("dic", 12), ("gen", 1), ("mag", 5), ("giu", 6), ("lug", 7), ("set", 9), ("ott", 10),
    ];

    /// <summary>Two words of every date are looked up: only stems of the same first letter are compared.</summary>
    private static readonly FrozenDictionary<char, (string Stem, int Month)[]> ByLetter = Months.GroupBy(row => row.Stem[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Minutes east of Greenwich. Where a name means several zones, the one that feeds mean: EST is New York's, IST is India's, BST is Britain's summer.</summary>
    private static readonly Dictionary<string, int> Zones = ByName(
    [
        (-600, "HST"),
        (-540, "AKST"),
        (-480, "PST PT AKDT"),
        (-420, "MST MT PDT"),
        (-360, "CST CT MDT"),
        (-300, "EST ET CDT"),
        (-240, "EDT AST"),
        (-210, "NST"),
        (-180, "ADT"),
        (0, "Z UT UTC GMT WET Etc/UTC Etc/GMT"),
        (60, "WEST BST CET MEZ MET"),
        (120, "CEST MESZ MEST EET SAST"),
        (180, "EEST MSK МСК FET TRT Europe/Minsk Europe/Moscow минскому московскому мінскім маскоўскім мінськім московським"),
        (240, "MSD SAMT Asia/Tbilisi"),
        (300, "YEKT"),
        (330, "IST"),
        (420, "NOVT"),
        (480, "SGT HKT AWST"),
        (540, "JST KST"),
        (600, "AEST"),
        (660, "AEDT"),
        (720, "NZST"),
        (780, "NZDT"),
    ]);

    /// <summary>Places whose clocks change by the European rule; the value is their winter time.</summary>
    private static readonly Dictionary<string, int> EuropeanPlaces = ByName(
    [
        (0, "Europe/London"),
        (60, "Europe/Warsaw Europe/Berlin Europe/Paris Europe/Prague Europe/Brussels Europe/Vienna Europe/Rome Europe/Amsterdam Europe/Madrid Europe/Stockholm"),
        (120, "Europe/Vilnius Europe/Kiev Europe/Kyiv Europe/Riga Europe/Tallinn Europe/Helsinki"),
    ]);

    public static int? Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !ByLetter.TryGetValue(char.ToLowerInvariant(word[0]), out var stems)) return null;
        (int Length, int Month) best = (0, 0);
        foreach (var (stem, month) in stems)
        {
            if (stem.Length > best.Length && word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) best = (stem.Length, month);
        }

        return best.Length > 0 ? best.Month : null;
    }

    public static int? ZoneMinutes(ReadOnlySpan<char> word, DateTime local)
    {
        var name = word.ToString();
        if (Zones.TryGetValue(name, out var minutes)) return minutes;
        return EuropeanPlaces.TryGetValue(name, out var winter) ? winter + (IsEuropeanSummer(local) ? 60 : 0) : null;
    }

    private static Dictionary<string, int> ByName((int Minutes, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (Name: name, row.Minutes)))
        .ToDictionary(pair => pair.Name, pair => pair.Minutes, StringComparer.OrdinalIgnoreCase);

    /// <summary>From the last Sunday of March to the last Sunday of October; the hour of the change itself is of no weight for news.</summary>
    private static bool IsEuropeanSummer(DateTime local)
    {
        var start = LastSunday(local.Year, 3);
        var end = LastSunday(local.Year, 10);
        return local >= start.AddHours(2) && local < end.AddHours(3);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
