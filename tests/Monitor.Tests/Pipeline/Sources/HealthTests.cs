using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds.Health;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>What curators are told of a source: each trouble once, its end once.</summary>
public sealed class HealthTests
{
    private static readonly DateTimeOffset Start = new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero);

    private Func<HttpResponseMessage> _answer = () => Feed(20);

    [Fact]
    public async Task A_source_that_is_down_for_a_day_is_told_once_and_once_when_it_is_back()
    {
        using var house = await OpenAsync();
        _answer = () => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        await PassAsync(house, hours: 20);
        Assert.Empty(await house.NoticesAsync());
        await PassAsync(house, hours: 100);
        Assert.Equal([NoticeKind.Down], await house.NoticesAsync());
        _answer = () => Feed(25);
        await PassAsync(house, hours: 30);
        Assert.Equal([NoticeKind.Down, NoticeKind.Back], await house.NoticesAsync());
        var down = await house.LookAsync(db => db.SourceNotices.FirstAsync());
        Assert.InRange(down.At - Start, TimeSpan.FromHours(24), TimeSpan.FromHours(26));
        Assert.NotNull(down.EndedAt);
        Assert.Contains("500", down.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_says_nothing_for_much_longer_than_usual_is_told_once_and_once_when_it_speaks()
    {
        using var house = await OpenAsync();
        await PassAsync(house, hours: 23);
        Assert.Empty(await house.NoticesAsync());
        await PassAsync(house, hours: 60);
        Assert.Equal([NoticeKind.Silent], await house.NoticesAsync());
        _answer = () => Feed(21);
        await PassAsync(house, hours: 2);
        Assert.Equal([NoticeKind.Silent, NoticeKind.Back], await house.NoticesAsync());
    }

    [Fact]
    public async Task A_gap_is_told_once_a_day()
    {
        using var house = await OpenAsync();
        for (var rolled = 1; rolled <= 5; rolled++)
        {
            var first = rolled * 100;
            _answer = () => Feed(20, first);
            await PassAsync(house, hours: 1);
        }

        Assert.Equal([NoticeKind.Gap], await house.NoticesAsync());
        Assert.NotNull((await house.LookAsync(db => db.Sources.SingleAsync())).GapAt);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "Broken feed", "no feed" },
        { "<html><body>Maintenance</body></html>", "HTML page" },
        { "<rss version='2.0'><channel><title>t</title></channel></rss>", "empty" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_answer_that_is_good_only_by_its_status_is_a_failure(string body, string reason)
    {
        using var house = await OpenAsync();
        _answer = () => PollingHouse.Ok(body);
        await PassAsync(house, hours: 1);
        var row = await house.LookAsync(db => db.Sources.SingleAsync());
        Assert.Contains(reason, row.Failure, StringComparison.Ordinal);
        Assert.NotNull(row.FailingSince);
    }

    [Fact]
    public async Task A_feed_that_was_always_empty_is_no_failure()
    {
        _answer = () => PollingHouse.Ok("<rss version='2.0'><channel><title>t</title></channel></rss>");
        using var house = await OpenAsync();
        _answer = () => Feed(20);
        await PassAsync(house, hours: 1);
        Assert.Empty(await house.NoticesAsync());
        Assert.Equal(20, await house.LookAsync(db => db.Items.CountAsync()));
    }

    [Fact]
    public async Task A_paused_source_is_not_asked_and_a_resumed_one_is()
    {
        using var house = await OpenAsync();
        await house.LookAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.PausedAt, Start)));
        _answer = () => Feed(25);
        await PassAsync(house, hours: 48);
        Assert.Equal(20, await house.LookAsync(db => db.Items.CountAsync()));
        await house.LookAsync(db => db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.PausedAt, (DateTimeOffset?)null)));
        await PassAsync(house, hours: 1);
        Assert.Equal(25, await house.LookAsync(db => db.Items.CountAsync()));
    }

    private async Task<PollingHouse> OpenAsync()
    {
        var house = await PollingHouse.OpenAsync(Start, _ => _answer());
        await house.AddAsync(PollingHouse.Feed("site"));
        await house.PassAsync(TimeSpan.Zero);
        return house;
    }

    private static async Task PassAsync(PollingHouse house, int hours)
    {
        for (var hour = 0; hour < hours; hour++) await house.PassAsync(TimeSpan.FromHours(1));
    }

    private static HttpResponseMessage Feed(int items, int first = 0) => PollingHouse.Ok(
        "<rss version='2.0'><channel><title>t</title>" + string.Concat(Enumerable.Range(first, items).Reverse().Select(i =>
            $"<item><title>Weather {i}</title><link>https://site.test/{i}</link><pubDate>{Start.AddHours(i - 20).ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>")) + "</channel></rss>");
}
