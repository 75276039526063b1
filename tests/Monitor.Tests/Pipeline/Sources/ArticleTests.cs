using System.Net;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>Articles are fetched once, only where a teaser may concern a subject, and an item never depends on it.</summary>
public sealed class ArticleTests
{
    private static readonly DateTimeOffset Start = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    private readonly List<string> _asked = [];
    private string _items = "<item><title>Old</title><link>https://site.test/old</link></item>";
    private Func<string, HttpResponseMessage> _article = _ => PollingHouse.Ok($"<html><body><article><p>The human rights group Viasna said on Saturday that the laureate had been released from a prison colony in Belarus.</p><p>{new string('x', 20)} Ales Bialiatski was released together with others, and he is on his way to Vilnius with his family, Viasna said. Nothing else is known so far about the terms of the release.</p></article></body></html>");

    [Fact]
    public async Task A_teaser_that_may_concern_a_subject_is_completed_once()
    {
        using var house = await OpenAsync();
        _items += "<item><title>A political prisoner is free</title><link>https://site.test/new</link><description>Who it is…</description></item>";
        for (var look = 0; look < 3; look++) await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["/new"], _asked);
        var item = await ItemAsync(house, "https://site.test/new");
        Assert.StartsWith("Who it is…\n", item.Text, StringComparison.Ordinal);
        Assert.Contains("Ales Bialiatski was released", item.Text, StringComparison.Ordinal);
        Assert.Contains("bialiatski", item.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_old_items_nor_other_topics_nor_whole_texts_are_fetched()
    {
        using var house = await OpenAsync();
        _items += "<item><title>Recipe of the day</title><link>https://site.test/recipe</link><description>Draniki…</description></item>"
            + $"<item><title>Prison news</title><link>https://site.test/whole</link><description>{string.Concat(Enumerable.Repeat("He was released from prison, the rights group said. ", 20))}</description></item>";
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Empty(_asked);
        Assert.Equal(3, await house.LookAsync(db => db.Items.CountAsync(i => i.ReadAt != null)));
    }

    public static TheoryData<string, Func<string, HttpResponseMessage>> Troubles => new()
    {
        { "refused", _ => new HttpResponseMessage(HttpStatusCode.Forbidden) },
        { "broken off", _ => throw new HttpRequestException("broken") },
        { "a wall", _ => PollingHouse.Ok("<html><title>Just a moment...</title><body>captcha</body></html>") },
        { "to an inner address", _ => new HttpResponseMessage(HttpStatusCode.Redirect) { Headers = { Location = new Uri("ftp://127.0.0.1/") } } },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_page_that_does_not_come_costs_nothing_but_itself_and_its_host_rests(string trouble, Func<string, HttpResponseMessage> article)
    {
        using var house = await OpenAsync();
        _article = article;
        _items += "<item><title>Ales Bialiatski was released from prison</title><link>https://site.test/1</link><description>So says his wife.</description></item>"
            + "<item><title>Another political prisoner</title><link>https://site.test/2</link><description>Who it is…</description></item>";
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["/1"], _asked);
        Assert.Equal("So says his wife.", (await ItemAsync(house, "https://site.test/1")).Text);
        Assert.True((await ItemAsync(house, "https://site.test/2")).ReadAt is not null, trouble);
    }

    [Fact]
    public async Task A_forward_is_stored_with_its_author_s_voice_and_an_aggregator_s_item_with_its_house_s()
    {
        using var house = await OpenAsync();
        await house.AddAsync(PollingHouse.Feed("all"));
        await house.PassAsync(TimeSpan.FromHours(1));
        _article = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        _items += "<item><title>Weather</title><link>https://site.test/weather</link></item>";
        await house.LookAsync(db => db.Sources.Where(s => s.Id == "site").ExecuteUpdateAsync(set => set.SetProperty(s => s.PausedAt, Start)));
        await house.PassAsync(TimeSpan.FromHours(1));
        var item = await ItemAsync(house, "https://site.test/weather");
        Assert.Equal(("all", "site"), (item.SourceId, item.Origin));
    }

    private async Task<PollingHouse> OpenAsync()
    {
        var house = await PollingHouse.OpenAsync(Start, Answer, null, new Person { Id = "bialiatski", Name = "Ales Bialiatski" });
        await house.AddAsync(PollingHouse.Feed("site"));
        await house.PassAsync(TimeSpan.Zero);
        return house;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path == "/rss") return PollingHouse.Ok($"<rss version='2.0'><channel><title>t</title>{_items}</channel></rss>");
        _asked.Add(path);
        return _article(path);
    }

    private static Task<Monitor.Store.ItemRow> ItemAsync(PollingHouse house, string reference) => house.LookAsync(db => db.Items.SingleAsync(i => i.Reference == reference));
}
