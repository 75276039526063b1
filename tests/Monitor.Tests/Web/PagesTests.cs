using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Monitor.Tests.Support;

namespace Monitor.Tests.Web;

/// <summary>What the pages say, in three languages, on the seed story with one disputed change.</summary>
public sealed class PagesTests(HostileSite site) : IClassFixture<HostileSite>
{
    [Theory]
    [InlineData("/", "en", "Latest changes", "Ales Bialiatski")]
    [InlineData("/", "be", "Апошнія змены", "Алесь Бяляцкі")]
    [InlineData("/", "ru", "Последние изменения", "Алесь Беляцкий")]
    [InlineData("/people/kalesnikava", "en", "Maria Kalesnikava", "free, since 13 December 2025, taken to Ukraine")]
    [InlineData("/people/kalesnikava", "be", "Марыя Калеснікава", "на свабодзе, з 13 снежня 2025, вывезлі за мяжу: Украіна")]
    [InlineData("/sanctions/us-potash", "ru", "объявлено снятие, ещё не вступило в силу", "Санкции США против белорусского калия")]
    [InlineData("/changes/kalesnikava-released-2025-12-13", "en", "Who says the contrary", "Maria Kalesnikava: free")]
    [InlineData("/sources", "ru", "Источники", "не отвечает с 2026-03-01 12:00 UTC, 2 неудачи подряд")]
    [InlineData("/sources", "en", "Sources", "not readable for more than a day (noted 2026-03-02 12:00 UTC)")]
    [InlineData("/sources", "be", "Крыніцы", "2026-03-01 12:00 UTC: нічога з паказанага не было вядома")]
    [InlineData("/about", "be", "Чаго ён не можа", "Адклікана")]
    public async Task A_page_says_what_it_is_for_in_the_language_asked_for(string path, string language, string one, string other)
    {
        using var answer = await site.App.SendAsync(HttpMethod.Get, $"{path}?lang={language}");
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var text = Text(page.Body!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("be-BY,ru;q=0.8", "be")]
    [InlineData("de,ru;q=0.7,en;q=0.3", "ru")]
    [InlineData("fr", "en")]
    [InlineData("ru;q=0,en", "en")]
    public async Task Without_a_choice_the_browser_s_languages_decide(string accepted, string language)
    {
        using var answer = await site.App.SendAsync(HttpMethod.Get, "/", ("Accept-Language", accepted));
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Who_is_disputed_counts_neither_as_free_nor_as_held()
    {
        var page = await PageAsync("/?lang=en");
        Assert.Contains("Valiantsin Stefanovich", Section(page, "disputed"), StringComparison.Ordinal);
        Assert.DoesNotContain("Stefanovich", Section(page, "free"), StringComparison.Ordinal);
        Assert.DoesNotContain("Stefanovich", Section(page, "held"), StringComparison.Ordinal);
        Assert.Contains("Maria Kalesnikava since 13 December 2025 · confirmed", Section(page, "free"), StringComparison.Ordinal);
        Assert.Contains("US sanctions on Belarusian potash lifting announced, not yet in force", Section(page, "sanctions"), StringComparison.Ordinal);
        Assert.StartsWith("Disputed: the sources contradict each other.", Text((await PageAsync("/people/stefanovich?lang=en")).QuerySelector(".status")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_change_sets_both_sides_beside_each_other()
    {
        var page = await PageAsync($"/changes/{HostileSite.Slug}?lang=en");
        Assert.Contains("Zerkalo", Section(page, "for"), StringComparison.Ordinal);
        Assert.DoesNotContain("Viasna", Section(page, "for"), StringComparison.Ordinal);
        Assert.Contains("Viasna says that it did not happen", Section(page, "against"), StringComparison.Ordinal);
        Assert.Equal("ru", page.QuerySelector("blockquote")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_person_can_be_followed_by_feed_and_where_there_is_a_bot_by_its_link()
    {
        using var store = new TempStore();
        await using var app = await PagesApp.StartAsync(store.File);
        var without = new HtmlParser().ParseDocument(await app.GetAsync("/people/kalesnikava?lang=en"));
        await app.WriteAsync(db => Task.FromResult(db.Settings.Add(new Monitor.Store.SettingRow { Key = "bot-name", Value = "example_bot" })));
        var page = new HtmlParser().ParseDocument(await app.GetAsync("/people/kalesnikava?lang=en"));

        Assert.DoesNotContain("t.me", without.QuerySelector(".follow")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(["/people/kalesnikava/feed.rss?lang=en", "/people/kalesnikava/feed.atom?lang=en", "/people/kalesnikava/feed.json?lang=en", $"https://t.me/example_bot?start={Monitor.Core.Watchlist.SubjectCode.Of("kalesnikava")}"],
            page.QuerySelectorAll(".follow a").Select(a => a.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/?lang=en", "/feed.rss?lang=en")]
    [InlineData("/people?lang=en", "/people/feed.rss?lang=en")]
    [InlineData("/sanctions/us-potash?lang=en", "/sanctions/us-potash/feed.rss?lang=en")]
    [InlineData("/corrections?lang=en", "/corrections/feed.rss?lang=en")]
    [InlineData("/about?lang=en", "/feed.rss?lang=en")]
    public async Task A_page_tells_a_feed_reader_where_its_feeds_are(string path, string feed)
    {
        var page = await PageAsync(path);
        Assert.Equal(feed, page.QuerySelector("link[rel=alternate][type='application/rss+xml']")!.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']"));
        Assert.Single(page.QuerySelectorAll("link[rel=alternate][type='application/feed+json']"));
    }

    [Fact]
    public async Task A_picture_has_its_figures_in_a_table_behind_it()
    {
        var people = await PageAsync("/people?lang=en");
        Assert.Contains("Free by one origin’s word, not yet confirmed 10", Text(people.QuerySelector(".legend")!), StringComparison.Ordinal);
        Assert.Contains("2025 0 15", RowsBehind(people));
        Assert.Equal("15", people.QuerySelectorAll("svg.years g:not(.none) text")[^1].TextContent);

        var sanctions = RowsBehind(await PageAsync("/sanctions?lang=en"));
        Assert.Contains("US sanctions on Belavia in force 2022 September 2025 Reported", sanctions);
        Assert.Contains("US sanctions on Belarusian potash lifting announced, not yet in force 13 December 2025 still so Confirmed", sanctions);
    }

    [Fact]
    public async Task A_fact_of_the_list_shows_the_articles_and_lines_it_comes_from()
    {
        var page = await PageAsync("/people/bialiatski?lang=en");
        Assert.Contains("10 years, smuggling and financial charges", Section(page, "timeline"), StringComparison.Ordinal);
        Assert.Contains("Belarus releases political prisoners including Nobel winner — article 001 (publisher not named), 13 December 2025, lines 4, 13", Section(page, "timeline"), StringComparison.Ordinal);
        Assert.Contains("news of health, no date known: chronic illnesses", Section(page, "facts"), StringComparison.Ordinal);
        Assert.Contains("Confidencial, no date known, lines 8, 9", Section(page, "facts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("калеснiкава", true)] // with a Latin i, as real lists have it
    [InlineData("Пупкина", false)]
    [InlineData("колесник", true)]
    [InlineData("калеснік", true)]
    [InlineData("KALESNIK", true)]
    [InlineData("María", true)]
    [InlineData("maria kal", true)]
    public async Task The_search_finds_a_name_by_a_part_of_it(string question, bool found)
    {
        var page = await PageAsync($"/?lang=ru&q={Uri.EscapeDataString(question)}");
        Assert.Equal(found, page.QuerySelector("#found")!.ParentElement!.TextContent.Contains("Мария Колесникова", StringComparison.Ordinal));
        Assert.Equal(question, page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_change_that_was_merged_leads_to_the_one_it_became()
    {
        await site.App.WriteAsync(async db =>
        {
            var change = new Monitor.Store.ChangeRow { Slug = "merged-away", SubjectId = "znak", Date = Monitor.Core.Watchlist.PartialDate.Parse("2025-12-14"), Day = "2025-12-14" };
            change.MergedInto = db.Changes.Single(c => c.Slug == "znak-released-2025-12-13").Id;
            db.Changes.Add(change);
            await Task.CompletedTask;
        });
        using var answer = await site.App.SendAsync(HttpMethod.Get, "/changes/merged-away?lang=be");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/changes/znak-released-2025-12-13?lang=be", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_somewhere_and_every_language_stays()
    {
        var open = new Queue<string>(["/?lang=be"]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            using var answer = await site.App.SendAsync(HttpMethod.Get, path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}");
            if (answer.Content.Headers.ContentType!.MediaType != "text/html") continue;
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal("be", page.DocumentElement.GetAttribute("lang"));
            foreach (var link in page.QuerySelectorAll("[href]").Where(e => !e.HasAttribute("hreflang")).Select(e => e.GetAttribute("href")!.Split('#')[0]).Where(h => h.StartsWith('/')))
            {
                Assert.True(link.StartsWith("/style.", StringComparison.Ordinal) || link == "/icon.svg" || link.Contains("lang=be", StringComparison.Ordinal), $"{path}: {link} loses the language");
                if (seen.Add(link)) open.Enqueue(link);
            }
        }

        Assert.True(seen.Count > 100, $"only {seen.Count} addresses were reached");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await site.App.GetAsync(path));

    private static List<string> RowsBehind(IParentNode page) => [.. page.QuerySelectorAll("figure details tr").Select(row => string.Join(' ', row.Children.Select(Text)))];

    private static string Section(IParentNode page, string heading) => Text(page.QuerySelector($"section[aria-labelledby={heading}]")!);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
