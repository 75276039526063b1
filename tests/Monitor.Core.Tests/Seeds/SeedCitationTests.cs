using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Seeds;

/// <summary>The seed list against the article texts it was read from; skipped where those are not at hand.</summary>
public sealed class SeedCitationTests
{
    /// <summary>How the articles write the countries the list gives by code; "US" as a word, since "us" is one too.</summary>
    private static readonly Dictionary<string, string> Countries = new()
    {
        ["LT"] = "Lithuania",
        ["UA"] = "Ukraine",
        ["BY"] = "Belarusian",
        ["PL"] = "Polish",
        ["LV"] = "Latvia",
        ["JP"] = "Japan",
        ["US"] = @"U\.S\.",
        ["AU"] = "Australia",
    };

    [SkippableFact]
    public void The_articles_are_the_ones_the_facts_were_read_from()
    {
        foreach (var article in SeedFiles.Articles().Values)
            Assert.Equal((article.Id, article.Sha256), (article.Id, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(article.Id))))));
    }

    [SkippableFact]
    public void Every_cited_line_or_the_two_before_it_name_the_subject()
    {
        foreach (var (subject, fact, cite) in Citations())
        {
            var lines = LinesOf(cite.Article);
            Assert.True(cite.Line <= lines.Length && lines[cite.Line - 1].Trim().Length > 0, $"{subject.Id}: {cite} is no line");
            var passage = string.Join(' ', lines[Math.Max(0, cite.Line - 3)..cite.Line]);
            Assert.True(Names(passage, subject), $"{subject.Id}, {fact.Kind}: {cite} does not name the subject");
        }
    }

    [SkippableFact]
    public void Every_earlier_year_and_every_term_stands_in_a_cited_line()
    {
        foreach (var fact in SeedFiles.Subjects().SelectMany(s => s.Facts))
        {
            var cited = Cited(fact);
            if (fact.Date is { } date && date.Last < new DateOnly(2025, 6, 1)) Assert.Contains($"{date.Year}", cited, StringComparison.Ordinal);
            if (fact.Kind == ClaimKind.Sentenced) Assert.Contains(Regex.Match(fact.Note!, "[0-9]+", RegexOptions.NonBacktracking).Value, cited, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public void A_person_is_somewhere_or_from_somewhere_only_where_a_line_that_names_the_person_says_so()
    {
        foreach (var person in SeedFiles.Subjects().OfType<Person>())
        {
            var lines = person.Facts.SelectMany(f => f.Cites).Select(Line).Where(line => Names(line, person)).ToList();
            foreach (var country in person.Nationality.Append(person.Status!.To).OfType<string>())
                Assert.True(lines.Exists(line => Regex.IsMatch(line, Countries[country], RegexOptions.NonBacktracking)), $"{person.Id}: no cited line says {country}");
        }
    }

    [SkippableFact]
    public void A_gender_is_told_by_a_pronoun_in_a_cited_line_that_names_nobody_else_of_the_list()
    {
        var persons = SeedFiles.Subjects().OfType<Person>().ToList();
        foreach (var person in persons.Where(p => p.Gender != Gender.Unknown))
        {
            var pronoun = person.Gender == Gender.F ? @"\b(she|her)\b" : @"\b(he|him|his)\b";
            var lines = person.Facts.SelectMany(f => f.Cites).Select(Line).Where(line => Names(line, person) && !persons.Exists(p => p != person && Names(line, p)));
            Assert.Contains(lines, line => Regex.IsMatch(line, pronoun, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture));
        }
    }

    internal static string[] LinesOf(string article) => File.ReadAllLines(PathOf(article));

    private static string PathOf(string article)
    {
        Skip.If(SeedFiles.Shared is null, "the shared folder with the article texts is not at hand");
        return Assert.Single(Directory.GetFiles(Path.Combine(SeedFiles.Shared!, "seeds"), $"{article}_*.txt"));
    }

    private static IEnumerable<(Subject Subject, Fact Fact, Citation Cite)> Citations() =>
        from subject in SeedFiles.Subjects() from fact in subject.Facts from cite in fact.Cites select (subject, fact, cite);

    private static string Line(Citation cite) => LinesOf(cite.Article)[cite.Line - 1];

    private static string Cited(Fact fact) => string.Join(' ', fact.Cites.Select(Line));

    /// <summary>Loosely: a person by a word a third of whose letters at most differ from the surname; a sanction by its target.</summary>
    private static bool Names(string passage, Subject subject)
    {
        var words = Regex.Matches(passage, @"\p{L}+", RegexOptions.NonBacktracking).Select(m => m.Value.ToLowerInvariant()).ToList();
        if (subject is Sanction sanction)
            return words.Contains("sanctions") && words.Contains(sanction.Target is "other" ? "belarus" : sanction.Target);
        var surname = subject.Name.ToLowerInvariant().Split(' ')[^1];
        return words.Exists(word => Distance(word, surname) <= surname.Length / 3);
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
