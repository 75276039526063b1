using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Monitor.Tests.Support;

namespace Monitor.Tests.Web;

/// <summary>The answers for programs: the facts and citations of the pages, page by page; what robots may read.</summary>
public sealed class DataTests(HostileSite site) : IClassFixture<HostileSite>
{
    [Fact]
    public async Task People_json_has_everybody_with_status_facts_and_what_they_cite()
    {
        using var json = JsonDocument.Parse(await site.App.GetAsync("/people.json?lang=be"));
        var people = json.RootElement.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!);
        var kalesnikava = people["kalesnikava"];

        Assert.Equal(15, json.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(15, people.Count);
        Assert.Equal("""{"now":"released","since":"2025-12-13","to":"UA","standing":"confirmed"}""", JsonSerializer.Serialize(kalesnikava.GetProperty("status")));
        Assert.Equal("disputed", people["stefanovich"].GetProperty("status").GetProperty("standing").GetString());
        Assert.EndsWith("/people/kalesnikava?lang=be", kalesnikava.GetProperty("page").GetString(), StringComparison.Ordinal);
        foreach (var cite in kalesnikava.GetProperty("facts").EnumerateArray().SelectMany(f => f.GetProperty("cites").EnumerateArray()))
            Assert.True(json.RootElement.GetProperty("articles").TryGetProperty(cite.GetString()!.Split(':')[0], out _), $"{cite} cites an article that is not told");
    }

    [Fact]
    public async Task Changes_json_gives_what_happened_or_moved_since_with_each_claim_and_its_item()
    {
        using var all = JsonDocument.Parse(await site.App.GetAsync("/changes.json"));
        using var later = JsonDocument.Parse(await site.App.GetAsync("/changes.json?since=2026-03-01"));
        using var moved = JsonDocument.Parse(await site.App.GetAsync("/changes.json?since=2026-03-02T11:59:59Z"));
        using var none = JsonDocument.Parse(await site.App.GetAsync("/changes.json?since=2026-03-03"));

        Assert.True(all.RootElement.GetProperty("count").GetInt32() > 20);
        Assert.Equal(1, later.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(1, moved.RootElement.GetProperty("count").GetInt32());
        Assert.Equal(0, none.RootElement.GetProperty("count").GetInt32());
        var change = later.RootElement.GetProperty("changes")[0];
        Assert.Equal((HostileSite.Slug, "disputed"), (change.GetProperty("id").GetString(), change.GetProperty("standing").GetString()));
        Assert.Equal(["asserted", "negated"], change.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("stance").GetString()).Order());
        Assert.Equal([null, "https://news.example/a?b=1&c=%22%3E"], change.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("item").GetProperty("url").GetString()).Order());
    }

    [Theory]
    [InlineData("/changes.json?since=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/changes.json?page=2", HttpStatusCode.NotFound)]
    [InlineData("/people.json?page=2", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_said(string path, HttpStatusCode status)
    {
        using var answer = await site.App.SendAsync(HttpMethod.Get, path);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_map_of_the_site_leads_to_pages_that_answer_and_robots_are_told_of_it()
    {
        Assert.Contains($"Sitemap: {new Uri(site.App.Client.BaseAddress!, "/sitemap.xml")}", await site.App.GetAsync("/robots.txt"), StringComparison.Ordinal);
        var addresses = XDocument.Parse(await site.App.GetAsync("/sitemap.xml")).Descendants(XNamespace.Get("http://www.sitemaps.org/schemas/sitemap/0.9") + "loc").Select(l => new Uri(l.Value)).ToList();
        Assert.Contains(new Uri(site.App.Client.BaseAddress!, "/people/kalesnikava"), addresses);
        Assert.Contains(new Uri(site.App.Client.BaseAddress!, "/changes/" + HostileSite.Slug), addresses);
        foreach (var address in addresses.Where((_, n) => n % 7 == 0))
        {
            using var answer = await site.App.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_searches_without_end_is_told_to_wait_and_others_are_served()
    {
        using var store = new TempStore();
        await using var app = await PagesApp.StartAsync(store.File);
        await app.GetAsync("/");
        var statuses = new List<HttpStatusCode>();
        TimeSpan? wait = null;
        for (var n = 0; n < 300 && wait is null; n++)
        {
            using var answer = await app.SendAsync(HttpMethod.Get, $"/?q=a{n}");
            statuses.Add(answer.StatusCode);
            wait = answer.Headers.RetryAfter?.Delta;
        }

        Assert.True(statuses.Count > 50, $"only {statuses.Count} searches were answered");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(5)), (statuses[^1], wait));
        using var kept = await app.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }
}
