using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Monitor.Core.Feeds.Lists;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Seeds;

/// <summary>The seed day: the five articles retold as five feeds. What it keeps of them, and that it copies nothing.</summary>
public sealed class SeedDayTests
{
    private const int LongestSharedRun = 5;
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public static TheoryData<string> Articles => [.. SeedFiles.Articles().Keys];

    [Fact]
    public void Each_article_has_a_source_of_its_origin()
    {
        var reading = SourceList.Read(SeedFiles.Text("day/sources.yaml"), "day/sources.yaml");
        Assert.Empty(reading.Errors);
        Assert.Equal(
            SeedFiles.Articles().Values.Select(a => ($"day-{a.Id}", $"https://day-{a.Id}.example/feed.xml", a.Origin)),
            reading.Sources.Select(s => (s.Id, s.Url.ToString(), s.Origin)));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_retelling_came_out_on_the_day_and_everything_else_before(string article)
    {
        var dates = Feed(article).Descendants().Where(e => e.Name.LocalName is "pubDate" or "published")
            .Select(e => DateTimeOffset.Parse(e.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(dates[0], new DateTimeOffset(2025, 12, 13, 11, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 12, 13, 20, 0, 0, TimeSpan.Zero));
        Assert.All(dates.Skip(1), date => Assert.True(date < new DateTimeOffset(2025, 12, 12, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void Every_citation_of_the_list_finds_its_paragraph(string article)
    {
        var paragraphs = Paragraphs(article).Select(p => p.Line).ToList();
        var cited = SeedFiles.Subjects().SelectMany(s => s.Facts).SelectMany(f => f.Cites).Where(c => c.Article == article).Select(c => c.Line);
        Assert.Empty(cited.Except(paragraphs));
        Assert.Equal(paragraphs.Distinct().Order(), paragraphs);
    }

    [SkippableTheory]
    [MemberData(nameof(Articles))]
    public void Each_line_below_the_title_is_retold_with_its_figures(string article)
    {
        var lines = SeedCitationTests.LinesOf(article);
        var retold = Paragraphs(article).ToDictionary(p => p.Line, p => p.Text);
        var title = article switch { "000" => new[] { 1, 2 }, "003" => [2], _ => [1] };
        Assert.Equal(Enumerable.Range(1, lines.Length).Where(n => lines[n - 1].Trim().Length > 0).Except(title), retold.Keys);
        foreach (var (line, text) in retold) Assert.Equal((line, Figures(lines[line - 1])), (line, Figures(text)));
    }

    [SkippableTheory]
    [MemberData(nameof(Articles))]
    public void No_six_words_in_a_row_are_those_of_an_article(string article)
    {
        var runs = SeedFiles.Articles().Keys.SelectMany(id => Runs(string.Join('\n', SeedCitationTests.LinesOf(id)))).ToHashSet();
        Assert.NotEmpty(runs);
        var told = Feed(article).Descendants().Where(e => e.Name.LocalName is "title").Select(e => e.Value).Concat(Paragraphs(article).Select(p => p.Text));
        Assert.DoesNotContain(told.SelectMany(Runs), runs.Contains);
    }

    private static XDocument Feed(string article) => XDocument.Parse(SeedFiles.Text($"day/{article}.xml"));

    /// <summary>The paragraphs stand as escaped HTML in four feeds and as elements in one: read as text they look alike.</summary>
    private static List<(int Line, string Text)> Paragraphs(string article)
    {
        var content = Feed(article).Descendants().Where(e => e.Name.LocalName is "encoded" or "content" or "description").Select(e => e.HasElements ? e.ToString() : e.Value);
        return [.. content.SelectMany(html => Regex.Matches(html, "<(p|h2)[^>]* id=\"L(?<line>[0-9]+)\"[^>]*>(?<text>[^<]*)</", Plain))
            .Select(m => (int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture), System.Net.WebUtility.HtmlDecode(m.Groups["text"].Value)))];
    }

    private static string Figures(string text) =>
        string.Join(' ', Regex.Matches(text, "[0-9]([0-9,]*[0-9])?", Plain).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Runs(string text)
    {
        var words = Regex.Matches(text, @"[\p{L}\p{N}]+", Plain).Select(m => m.Value.ToLowerInvariant()).ToArray();
        for (var i = 0; i + LongestSharedRun < words.Length; i++) yield return string.Join(' ', words[i..(i + LongestSharedRun + 1)]);
    }
}
