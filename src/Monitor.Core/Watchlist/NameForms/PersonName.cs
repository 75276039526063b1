namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// A person's name taken apart: given name, surname(s), and whether each may stand alone. "Nakanishi Masatoshi" has no part we know as a
/// given name, so either may be the surname; "Знак Максим" has the known one last.
/// </summary>
public sealed record PersonName(string? Given, IReadOnlyList<string> Surnames, Gender Gender, bool OrderUnknown)
{
    public static PersonName? Parse(string name, Gender gender, Func<string, Gender?> givenGender)
    {
        var words = Text.Folding.Repair(name).Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(w => w.Any(char.IsLetter) && w[0] is not ('(' or '"' or '«') && !(w.Length <= 2 && w.EndsWith('.'))).ToArray();
        if (words.Length == 0) return null;
        if (words.Length == 1) return new PersonName(null, Parts(words[0]), gender, OrderUnknown: false);
        var given = Array.FindIndex(words, w => givenGender(w) is not null);
        // A surname can look like a given name (Stefan Ales): the first known one is the given name, unless it stands last.
        if (given > 0 && given < words.Length - 1) given = 0;
        var told = gender != Gender.Unknown ? gender : given >= 0 ? givenGender(words[given]) ?? Gender.Unknown : Gender.Unknown;
        if (given == words.Length - 1) return new PersonName(words[given], Parts(words[0]), told, OrderUnknown: false);
        var unknownOrder = given < 0 && words.Length == 2 && !NamePatterns.LooksSlavicSurname(words[1]);
        if (unknownOrder && NamePatterns.LooksSlavicSurname(words[0])) return new PersonName(words[1], Parts(words[0]), told, OrderUnknown: false);
        return new PersonName(words[0], Parts(words[^1]), told, unknownOrder);
    }

    /// <summary>A double surname is found by either half beside the given name, and whole.</summary>
    private static string[] Parts(string surname) => surname.Split(['-', '‑', '‐'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
