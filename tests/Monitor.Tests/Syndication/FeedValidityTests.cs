using AngleSharp.Html.Parser;
using Monitor.Tests.Support;

namespace Monitor.Tests.Syndication;

/// <summary>Every feed of the seed story and of a hostile one, in three languages, held against the specifications.</summary>
public sealed class FeedValidityTests(HostileSite site) : IClassFixture<HostileSite>
{
    public static TheoryData<string, string, string> Feeds
    {
        get
        {
            var feeds = new TheoryData<string, string, string>();
            foreach (var folder in new[] { "/", "/people/", "/sanctions/", "/corrections/", "/people/stefanovich/", "/people/bialiatski/", "/sanctions/eu-belarus/" })
                foreach (var extension in new[] { "rss", "atom", "json" })
                    foreach (var query in new[] { "", "?lang=en", "?lang=be", "?lang=ru" })
                        feeds.Add(folder, extension, query);
            return feeds;
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task A_feed_is_valid(string folder, string extension, string query)
    {
        var path = $"{folder}feed.{extension}{query}";
        Assert.Empty(Check(extension, await site.App.GetAsync(path), new Uri(site.App.Client.BaseAddress!, path)));
    }

    [Theory]
    [InlineData("en", "Valiantsin Stefanovich: free — disputed: the sources contradict each other")]
    [InlineData("be", "Валянцін Стэфановіч: на свабодзе — пад сумневам: крыніцы супярэчаць адна адной")]
    [InlineData("ru", "Валентин Стефанович: на свободе — под сомнением: источники противоречат друг другу")]
    public async Task A_hostile_title_arrives_as_plain_text(string language, string headline)
    {
        var entry = (await FeedReader.EntriesAsync(site.App, $"/feed.rss?lang={language}")).Single(e => e.Id.EndsWith(HostileSite.Slug, StringComparison.Ordinal));
        var content = new HtmlParser().ParseDocument(entry.Html);

        Assert.Equal(headline, entry.Title);
        Assert.Contains(HostileSite.TitleShown.Trim(), content.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["P", "STRONG", "BR", "A"], content.Body.QuerySelectorAll("*").Select(e => e.TagName).Distinct().Order().Reverse().OrderBy(t => Array.IndexOf(["P", "STRONG", "BR", "A"], t)));
        Assert.All(content.QuerySelectorAll("a"), a => Assert.Equal("noopener noreferrer nofollow", a.GetAttribute("rel")));
        Assert.DoesNotContain("javascript:", string.Concat(content.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/feeds.opml")]
    public async Task No_mark_that_turns_the_reading_direction_gets_through(string path)
    {
        var text = await site.App.GetAsync(path);
        Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066' or '\u200F' or '\u0007' or '\uFFFE');
        Assert.DoesNotContain("\\u202", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_three_formats_tell_the_same_entries()
    {
        var rss = await FeedReader.EntriesAsync(site.App, "/feed.rss");
        Assert.True(rss.Count > 20, $"only {rss.Count} entries");
        Assert.Equal(rss, await FeedReader.EntriesAsync(site.App, "/feed.atom"));
        Assert.Equal(rss, await FeedReader.EntriesAsync(site.App, "/feed.json"));
    }

    [Fact]
    public async Task An_entry_carries_the_permanent_id_the_page_and_both_dates_of_its_change()
    {
        var entry = (await FeedReader.EntriesAsync(site.App, "/feed.atom"))[1];

        Assert.Equal($"tag:monitor.example,2025:change/{HostileSite.Slug}", entry.Id);
        Assert.Equal(new Uri(site.App.Client.BaseAddress!, "/changes/" + HostileSite.Slug).AbsoluteUri, entry.Link);
        Assert.Equal(("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z"), (entry.Published, entry.Updated));
        Assert.Contains("<strong>Valiantsin Stefanovich: free</strong><br>Disputed", entry.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_stands_in_the_feed_of_its_subject_newest_first()
    {
        var entries = await FeedReader.EntriesAsync(site.App, "/people/bialiatski/feed.rss");
        Assert.Equal(entries.Select(e => e.Published).OrderDescending(StringComparer.Ordinal), entries.Select(e => e.Published));
        Assert.EndsWith("change/bialiatski-released-2025-12-13", entries[0].Id, StringComparison.Ordinal);
        Assert.All(entries, e => Assert.Contains("change/bialiatski-", e.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_feeds_names_a_feed_for_every_subject_and_each_answers()
    {
        var opml = System.Xml.Linq.XDocument.Parse(await site.App.GetAsync("/feeds.opml?lang=be"));
        var feeds = opml.Descendants("outline").Where(o => (string?)o.Attribute("type") == "rss").ToList();

        Assert.Equal("2.0", (string?)opml.Root!.Attribute("version"));
        Assert.Equal(4 + 15 + 4, feeds.Count);
        Assert.All(feeds, f => Assert.False(string.IsNullOrWhiteSpace((string?)f.Attribute("text"))));
        foreach (var address in feeds.Select(f => new Uri((string)f.Attribute("xmlUrl")!)))
        {
            Assert.Empty(RssChecker.Check(await site.App.Client.GetStringAsync(address), address));
        }
    }

    internal static IReadOnlyList<string> Check(string extension, string document, Uri askedAt) => extension switch
    {
        "rss" => RssChecker.Check(document, askedAt),
        "atom" => AtomChecker.Check(document, askedAt),
        _ => JsonFeedChecker.Check(document, askedAt),
    };
}
