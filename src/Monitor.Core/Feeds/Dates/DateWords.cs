namespace Monitor.Core.Feeds.Dates;

/// <summary>Words of dates as the region's sites write them, by their stems: full, genitive and short forms share the first letters.</summary>
internal static class DateWords
{
    /// <summary>Stems of the months, longest first where one begins another. English, Russian, Belarusian (both spellings), Ukrainian, Polish, Lithuanian, German, French, Spanish, Italian.</summary>
    private static readonly (string Stem, int Month)[] Months =
    [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12),
        ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("май", 5), ("мая", 5), ("мае", 5), ("июн", 6), ("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
        ("студ", 1), ("лют", 2), ("сак", 3), ("крас", 4), ("травень", 5), ("трав", 5), ("чэрв", 6), ("ліп", 7), ("жні", 8), ("жнів", 8), ("вера", 9), ("каст", 10), ("кастр", 10), ("ліст", 11), ("снеж", 12), ("сьнеж", 12), ("маі", 5), ("маю", 5),
        ("січ", 1), ("берез", 3), ("бер", 3), ("квіт", 4), ("черв", 6), ("лип", 7), ("серп", 8), ("вер", 9), ("жовт", 10), ("лист", 11), ("груд", 12),
        ("sty", 1), ("lut", 2), ("kwi", 4), ("maj", 5), ("cze", 6), ("lip", 7), ("sie", 8), ("wrz", 9), ("paź", 10), ("paz", 10), ("lis", 11), ("gru", 12),
        ("saus", 1), ("vas", 2), ("kov", 3), ("bal", 4), ("geg", 5), ("birž", 6), ("liep", 7), ("rugp", 8), ("rugs", 9), ("spal", 10), ("lapk", 11), ("gruod", 12),
        ("mär", 3), ("mai", 5), ("okt", 10), ("dez", 12), ("janv", 1), ("fév", 2), ("févr", 2), ("avr", 4), ("juin", 6), ("juil", 7), ("aoû", 8), ("déc", 12),
        ("ene", 1), ("abr", 4), ("ago", 8), ("dic", 12), ("gen", 1), ("mag", 5), ("giu", 6), ("lug", 7), ("set", 9), ("ott", 10),
    ];

    /// <summary>Minutes east of Greenwich. Where a name means several zones, the one that feeds mean: EST is New York's, IST is India's, BST is Britain's summer.</summary>
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60, ["CET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MESZ"] = 120, ["MET"] = 60, ["MEST"] = 120,
        ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180, ["МСК"] = 180, ["MSD"] = 240, ["FET"] = 180, ["TRT"] = 180, ["SAMT"] = 240, ["YEKT"] = 300, ["NOVT"] = 420,
        ["EST"] = -300, ["EDT"] = -240, ["ET"] = -300, ["CST"] = -360, ["CDT"] = -300, ["CT"] = -360, ["MST"] = -420, ["MDT"] = -360, ["MT"] = -420, ["PST"] = -480, ["PDT"] = -420, ["PT"] = -480,
        ["AST"] = -240, ["ADT"] = -180, ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["NST"] = -210, ["JST"] = 540, ["KST"] = 540, ["IST"] = 330, ["SGT"] = 480, ["HKT"] = 480,
        ["AEST"] = 600, ["AEDT"] = 660, ["AWST"] = 480, ["NZST"] = 720, ["NZDT"] = 780, ["SAST"] = 120,
        ["A"] = -60, ["M"] = -720, ["N"] = 60, ["Y"] = 720,
        ["Europe/Minsk"] = 180, ["Europe/Moscow"] = 180, ["Asia/Tbilisi"] = 240, ["Etc/UTC"] = 0, ["Etc/GMT"] = 0,
    };

    /// <summary>Places whose clocks change by the European rule; the value is their winter time.</summary>
    private static readonly Dictionary<string, int> EuropeanPlaces = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Europe/Warsaw"] = 60, ["Europe/Berlin"] = 60, ["Europe/Paris"] = 60, ["Europe/Prague"] = 60, ["Europe/Brussels"] = 60, ["Europe/Vienna"] = 60, ["Europe/Rome"] = 60,
        ["Europe/Amsterdam"] = 60, ["Europe/Madrid"] = 60, ["Europe/Stockholm"] = 60,
        ["Europe/Vilnius"] = 120, ["Europe/Kiev"] = 120, ["Europe/Kyiv"] = 120, ["Europe/Riga"] = 120, ["Europe/Tallinn"] = 120, ["Europe/Helsinki"] = 120, ["Europe/London"] = 0,
    };

    public static int? Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return null;
        (int Length, int Month) best = (0, 0);
        foreach (var (stem, month) in Months)
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
