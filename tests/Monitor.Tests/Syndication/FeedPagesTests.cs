using System.Text.Json;
using System.Xml.Linq;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Syndication;

/// <summary>A feed of a thousand entries with hostile titles: page by page (RFC 5005 §3), each page valid, each entry once.</summary>
public sealed class FeedPagesTests : IAsyncLifetime, IDisposable
{
    private const int Many = 1000;

    private readonly TempStore _store = new();
    private PagesApp _app = null!;

    public static TheoryData<string, string> Formats
    {
        get
        {
            var formats = new TheoryData<string, string>();
            foreach (var extension in new[] { "rss", "atom", "json" })
                foreach (var language in new[] { "en", "be", "ru" }) formats.Add(extension, language);
            return formats;
        }
    }

    public async Task InitializeAsync()
    {
        _app = await PagesApp.StartAsync(_store.File);
        await _app.WriteAsync(async db =>
        {
            var told = Enumerable.Range(0, Many).Select(n => (Change: ChangeOf(n), Item: ItemOf(n))).ToList();
            foreach (var (change, item) in told) db.AddRange(change, item);
            await db.SaveChangesAsync();
            foreach (var (change, item) in told) db.Claims.Add(ClaimOf(change, item));
        });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _store.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Each_page_is_valid_and_each_entry_stands_on_one_of_them(string extension, string language)
    {
        var seen = new List<SeenEntry>();
        var pages = 0;
        for (var next = new Uri(_app.Client.BaseAddress!, $"/feed.{extension}?lang={language}"); next is not null; pages++)
        {
            var document = await _app.Client.GetStringAsync(next);
            Assert.Empty(FeedValidityTests.Check(extension, document, next));
            var entries = await FeedReader.EntriesAsync(_app, next.PathAndQuery);
            Assert.InRange(entries.Count, 1, 100);
            seen.AddRange(entries);
            next = LinkOf(document, "next");
        }

        Assert.InRange(pages, Many / 100, (Many / 100) + 2);
        Assert.Equal(Many, seen.Count(e => e.Id.Contains("znak-health", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_page_names_its_neighbours_and_one_that_is_not_there_is_missing()
    {
        var second = await _app.GetAsync("/feed.atom?page=2");
        Assert.Equal("/feed.atom", LinkOf(second, "first")!.PathAndQuery);
        Assert.Equal("/feed.atom", LinkOf(second, "previous")!.PathAndQuery);
        Assert.Equal("/feed.atom?page=3", LinkOf(second, "next")!.PathAndQuery);
        var last = LinkOf(second, "last")!;
        Assert.Null(LinkOf(await _app.Client.GetStringAsync(last), "next"));

        foreach (var page in (string[])["99", "0", "-1", "x"])
        {
            using var answer = await _app.SendAsync(HttpMethod.Get, "/feed.atom?page=" + page);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static Uri? LinkOf(string document, string relation)
    {
        if (document.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(document);
            return relation == "next" && json.RootElement.TryGetProperty("next_url", out var next) ? new Uri(next.GetString()!) : null;
        }

        var link = XDocument.Parse(document).Descendants(XNamespace.Get("http://www.w3.org/2005/Atom") + "link").SingleOrDefault(l => (string?)l.Attribute("rel") == relation);
        return link is null ? null : new Uri((string)link.Attribute("href")!);
    }

    private static ChangeRow ChangeOf(int n)
    {
        var date = PartialDate.OfDay(new DateOnly(2023, 1, 1).AddDays(n));
        var at = At(n);
        return new ChangeRow { Slug = $"znak-health-{n}", SubjectId = "znak", Kind = ClaimKind.Health, Date = date, Day = date.ToString(), Standing = (Standing)(n % 2), CreatedAt = at, UpdatedAt = at };
    }

    private static ItemRow ItemOf(int n) =>
        new() { SourceId = "s", Reference = $"r{n}", Origin = "zerkalo", Url = $"https://news.example/{n}?a=1&b=%3C", Title = HostileSite.Title + n, Text = "", Language = "ru", Published = At(n), FetchedAt = At(n), ReadAt = At(n) };

    private static ClaimRow ClaimOf(ChangeRow change, ItemRow item) =>
        new() { ItemId = item.Id, SubjectId = "znak", Kind = ClaimKind.Health, Stance = Stance.Asserted, Date = change.Date, Origin = "zerkalo", Published = item.FetchedAt, Surface = HostileSite.Title, Why = "", ChangeId = change.Id };

    private static DateTimeOffset At(int n) => new(new DateOnly(2023, 1, 1).AddDays(n), TimeOnly.MinValue, TimeSpan.Zero);
}
