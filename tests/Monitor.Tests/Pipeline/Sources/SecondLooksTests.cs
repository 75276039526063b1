using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Tests.Fetching;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>Over real sockets: an article whose page changes while its feed stays as it was is read again, politely and only while it matters.</summary>
public sealed class SecondLooksTests : IAsyncDisposable
{
    private const string Freed = "The political prisoner Maria Kalesnikava was released from prison on Saturday, the human rights group Viasna said. She has crossed the border and is on her way to Vilnius with her sister, who waited for her since the early morning; nobody knows yet who else was on the bus.";

    private static readonly DateTimeOffset Start = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    private readonly FeedServer _server;
    private string _feed = "<item><title>Old</title><link>http://site.test/old</link></item>";
    private string _page = Freed;

    public SecondLooksTests() => _server = new FeedServer(Answer);

    [Fact]
    public async Task News_taken_back_on_the_page_alone_is_a_correction()
    {
        using var house = await TellAsync();
        _page = Freed + "</p><p>UPD: Viasna said later that Maria Kalesnikava was not released and is still in prison.";
        Assert.Equal(1, await LookAsync(house, 1));
        Assert.Equal(["report reported", "correction retracted"], await AlertsAsync(house));
        Assert.Equal(0, await LookAsync(house, 5));
    }

    [Fact]
    public async Task A_page_is_asked_four_times_in_two_days_and_says_itself_that_it_is_unchanged()
    {
        using var house = await TellAsync();
        for (var hour = 0; hour < 80; hour++) Assert.Equal(0, await LookAsync(house, 1));
        Assert.Equal(["", "", "\"v\"", "\"v\"", "\"v\""], AskedFor("/new"));
        Assert.Equal(["report reported"], await AlertsAsync(house));
        Assert.Equal(0, await house.LookAsync(db => db.Items.CountAsync(i => i.EditOf != null)));
    }

    [Fact]
    public async Task Neither_what_nobody_was_told_of_nor_a_source_that_is_paused_is_asked_again()
    {
        using var house = await TellAsync();
        await house.LookAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.PausedAt, Start)));
        await LookAsync(house, 2);
        Assert.Equal([""], AskedFor("/new"));
        Assert.Empty(AskedFor("/old"));
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task<PollingHouse> TellAsync()
    {
        var house = await PollingHouse.OpenAsync(Start, _server.Fetcher(), new Person { Id = "kalesnikava", Name = "Maria Kalesnikava" });
        await house.AddAsync(PollingHouse.Feed("site") with { Url = new Uri("http://site.test/rss") });
        await house.PassAsync(TimeSpan.Zero);
        _feed += "<item><title>A political prisoner is free</title><link>http://site.test/new</link><description>Who it is…</description></item>";
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["report reported"], await AlertsAsync(house));
        return house;
    }

    private static async Task<int> LookAsync(PollingHouse house, int hoursLater)
    {
        house.Clock.Now += TimeSpan.FromHours(hoursLater);
        return await house.SecondLooks.RunAsync(CancellationToken.None);
    }

    private string Answer(FeedServerRequest request)
    {
        if (request.Path == "/rss") return FeedServer.Ok($"<rss version='2.0'><channel><title>t</title>{_feed}</channel></rss>");
        var isKnown = _page == Freed && request.Headers.GetValueOrDefault("If-None-Match") == "\"v\"";
        return isKnown ? FeedServer.Status("304 Not Modified") : FeedServer.Ok($"<html><body><article><p>{_page}</p></article></body></html>", "ETag: \"v\"\r\n");
    }

    /// <summary>By which version each request asked for the page.</summary>
    private List<string> AskedFor(string path) => [.. _server.Requests.Where(r => r.Path == path).Select(r => r.Headers.GetValueOrDefault("If-None-Match", ""))];

    private static Task<List<string>> AlertsAsync(PollingHouse house) => house.LookAsync(async db =>
        (await db.Alerts.OrderBy(a => a.Id).ToListAsync()).ConvertAll(a => System.Text.Json.JsonSerializer.Deserialize<Alert>(a.Facts)!).ConvertAll(a => $"{Keyword.Of(a.Type)} {Keyword.Of(a.Standing)}"));
}
