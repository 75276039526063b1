using System.Text.RegularExpressions;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// What articles say of a person beside what happened: a gender by the pronouns behind the name in lines that name nobody else of them, a citizenship by the words before
/// or behind the name ("Polish citizen Raman Haluza", "Raman Haluza from Poland"). What no line says stays empty: a given name is no evidence.
/// </summary>
internal static class PersonDetails
{
    private static readonly Regex She = new(@"\b(she|her|hers|она|яна)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);
    private static readonly Regex He = new(@"\b(he|him|his|он|ён)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <summary>At the end of what stands before the name, at most four plain words in between and a given name: "Belarusian street protest leader Maria".</summary>
    private static readonly Regex Citizen = new(@"\b(?<of>[A-Z][A-Za-z.]+)\s+(\p{Ll}[\p{L}-]*\s+){0,4}(\p{Lu}\p{L}+\s+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex From = new(@"^\s+from\s+(the\s+)?(?<of>[A-Z][a-z]+(\s[A-Z][a-z]+)?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["American"] = "US",
        ["United States"] = "US",
        ["Australian"] = "AU",
        ["Australia"] = "AU",
        ["Belarusian"] = "BY",
        ["Belarus"] = "BY",
        ["British"] = "GB",
        ["United Kingdom"] = "GB",
        ["Britain"] = "GB",
        ["Czech"] = "CZ",
        ["Czechia"] = "CZ",
        ["Estonian"] = "EE",
        ["Estonia"] = "EE",
        ["French"] = "FR",
        ["France"] = "FR",
        ["Georgian"] = "GE",
        ["Georgia"] = "GE",
        ["German"] = "DE",
        ["Germany"] = "DE",
        ["Israeli"] = "IL",
        ["Israel"] = "IL",
        ["Italian"] = "IT",
        ["Italy"] = "IT",
        ["Japanese"] = "JP",
        ["Japan"] = "JP",
        ["Latvian"] = "LV",
        ["Latvia"] = "LV",
        ["Lithuanian"] = "LT",
        ["Lithuania"] = "LT",
        ["Moldovan"] = "MD",
        ["Moldova"] = "MD",
        ["Polish"] = "PL",
        ["Poland"] = "PL",
        ["Russian"] = "RU",
        ["Russia"] = "RU",
        ["Spanish"] = "ES",
        ["Spain"] = "ES",
        ["Swedish"] = "SE",
        ["Sweden"] = "SE",
        ["Swiss"] = "CH",
        ["Switzerland"] = "CH",
        ["U.S."] = "US",
        ["Ukrainian"] = "UA",
        ["Ukraine"] = "UA",
    };

    public static Person Of(Person person, IReadOnlyList<ArticleMentions> articles)
    {
        var lines = articles.SelectMany(a => a.Lines).Where(l => l.Mentions.Any(m => m.Subject == person.Id)).ToList();
        var citizen = lines.SelectMany(l => l.Mentions.Where(m => m.Subject == person.Id).SelectMany(m => CitizenOf(l.Text, m))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return person with { Gender = GenderIn(lines.Where(l => l.Mentions.All(m => m.Subject == person.Id))), Nationality = [.. citizen] };
    }

    private static Gender GenderIn(IEnumerable<MentionLine> lines)
    {
        var votes = lines.Select(l => l.Text[l.Mentions[0].Start..]).Select(l => (She: She.IsMatch(l), He: He.IsMatch(l))).ToList();
        var (she, he) = (votes.Count(v => v is { She: true, He: false }), votes.Count(v => v is { She: false, He: true }));
        return she == he ? Gender.Unknown : she > he ? Gender.F : Gender.M;
    }

    private static IEnumerable<string> CitizenOf(string line, NamedThere named)
    {
        Match[] words = [Citizen.Match(line[..named.Start]), From.Match(line[named.End..])];
        return words.Where(m => m.Success).Select(m => Countries.GetValueOrDefault(m.Groups["of"].Value)).OfType<string>();
    }
}

/// <summary>A line with who is named in it; places count from the line's beginning.</summary>
internal sealed record MentionLine(string Text, IReadOnlyList<NamedThere> Mentions);

internal sealed record NamedThere(string Subject, int Start, int End);

/// <summary>An article line by line, with the mentions that the reader found in it.</summary>
internal sealed record ArticleMentions(SeedArticle Article, IReadOnlyList<Mention> Mentions)
{
    public IEnumerable<MentionLine> Lines
    {
        get
        {
            var start = 0;
            foreach (var line in Article.Lines)
            {
                var (first, end) = (start, start + line.Length);
                yield return new MentionLine(line, [.. Mentions.Where(m => m.Start >= first && m.Start < end).Select(m => new NamedThere(m.Subject, m.Start - first, Math.Min(m.End - first, line.Length)))]);
                start = end + 1;
            }
        }
    }
}
