using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;

namespace Monitor.Core.Tests.Feeds;

public sealed class SourceListTests
{
    private const string Feed = "- id: a\n  kind: feed\n  url: https://example.org/rss\n  origin: ex\n";
    private const string Page = "- id: p\n  kind: page\n  url: https://example.org/\n  origin: ex\n";

    [Theory]
    [InlineData("")]
    [InlineData("[]\n")]
    public void No_sources_is_a_valid_list(string yaml)
    {
        var reading = SourceList.Read(yaml, "sources.yaml");
        Assert.False(reading.Refused);
        Assert.Empty(reading.Sources);
    }

    [Fact]
    public void Every_key_is_read()
    {
        const string yaml = """
            - id: p
              name: Example page
              kind: page
              url: http://example.org/news
              language: be
              origin: ex
              role: rights-group
              every: 00:00:02
              select: {item: "article.news", title: "h2 > a", link: "a[href]", date: "time", text: ".lead"}
            """;
        var source = Assert.Single(SourceList.Read(yaml, "sources.yaml").Sources);
        var expected = new Source
        {
            Id = "p",
            Name = "Example page",
            Kind = SourceKind.Page,
            Url = new Uri("http://example.org/news"),
            Language = "be",
            Origin = "ex",
            Role = SourceRole.RightsGroup,
            Every = TimeSpan.FromSeconds(2),
            Select = new PageSelect("article.news", "h2 > a", "a[href]", "time", ".lead"),
        };
        Assert.Equal(expected, source);
    }

    [Fact]
    public void Name_language_role_and_interval_may_be_left_out()
    {
        var source = Assert.Single(SourceList.Read(Feed, "sources.yaml").Sources);
        Assert.Equal(("a", null, SourceRole.Media, null), (source.Name, source.Language, source.Role, source.Every));
    }

    [Theory]
    [InlineData(Feed + "  evry: 00:10:00\n", 5, "evry", "unknown key")]
    [InlineData(Feed + Feed, 5, "id", "already at sources.yaml:1")]
    [InlineData(Feed + "  every: 10\n", 5, "every", "00:10:00")]
    [InlineData(Feed + "  every: 00:00:00\n", 5, "every", "00:10:00")]
    [InlineData(Feed + "  every: -00:10:00\n", 5, "every", "00:10:00")]
    [InlineData(Feed + "  every: 25:00:00\n", 5, "every", "00:10:00")]
    [InlineData(Feed + "  every: often\n", 5, "every", "00:10:00")]
    [InlineData(Feed + "  role: press\n", 5, "role", "official, rights-group, media, wire")]
    [InlineData(Feed + "  select: {item: a, title: b, link: a}\n", 5, "select", "only a page")]
    [InlineData(Page, 1, "select", "needs selectors")]
    [InlineData(Page + "  select: {item: a, link: a}\n", 5, "select.title", "missing")]
    [InlineData(Page + "  select: {item: a, title: '>>', link: a}\n", 5, "select.title", "CSS selector")]
    [InlineData(Page + "  select: {item: a, title: h2, link: a, lead: p}\n", 5, "select.lead", "unknown key")]
    [InlineData("- id: a\n  kind: rss\n  url: https://example.org/\n  origin: e\n", 2, "kind", "feed, page, telegram")]
    [InlineData("- id: a\n  url: https://example.org/\n  origin: e\n", 1, "kind", "missing")]
    [InlineData("- id: a\n  kind: feed\n  origin: e\n", 1, "url", "missing")]
    [InlineData("- id: a\n  kind: feed\n  url: https://example.org/\n", 1, "origin", "missing")]
    [InlineData("- id: a\n  kind: feed\n  url: example.org/rss\n  origin: e\n", 3, "url", "web address")]
    [InlineData("- id: a\n  kind: feed\n  url: file:///etc/hosts\n  origin: e\n", 3, "url", "web address")]
    [InlineData("- id: a\n  kind: feed\n  url: https://me:secret@example.org/\n  origin: e\n", 3, "url", "password")]
    [InlineData("- id: a\n  kind: feed\n\turl: x\n", 3, "", "a tab")]
    public void A_wrong_list_is_refused_whole_with_line_key_and_mend(string yaml, int line, string key, string said)
    {
        var reading = SourceList.Read(yaml, "sources.yaml");
        Assert.True(reading.Refused);
        Assert.Empty(reading.Sources);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((line, key), (error.Line, error.Key));
        Assert.Contains(said, error.What, StringComparison.Ordinal);
    }
}
