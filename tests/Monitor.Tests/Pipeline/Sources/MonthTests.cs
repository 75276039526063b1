using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>A month of many sources, of whose answers one in twenty is a fault: every slot is kept, every item is read once, nobody is asked more often than planned.</summary>
public sealed class MonthTests
{
    private const int Window = 20;
    private const double FaultShare = 0.05;

    private static readonly TimeSpan Every = TimeSpan.FromHours(8);
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset Start = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _chance = new(20251213);
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private DateTimeOffset _now = Start;

    [Fact]
    public Task A_week_of_ten_sources_loses_nothing() => TrialAsync(sources: 10, days: 7);

    [Fact]
    [Trait("Category", "Survival")]
    public Task A_month_of_a_hundred_sources_loses_nothing() => TrialAsync(sources: 100, days: 30);

    private async Task TrialAsync(int sources, int days)
    {
        using var house = await PollingHouse.OpenAsync(Start, Answer, Every);
        await house.AddAsync([.. Enumerable.Range(1, sources).Select(i => PollingHouse.Feed($"s{i}"))]);
        for (var end = Start.AddDays(days); _now < end; _now += Tick)
        {
            house.Clock.Now = _now;
            await house.Round.RunAsync(CancellationToken.None);
            Assert.Equal(0, await house.LookAsync(db => db.Sources.CountAsync(s => s.NextFetchAt <= _now)));
        }

        var lastLooks = await house.LookAsync(db => db.Sources.ToDictionaryAsync(s => s.Id, s => s.LastSuccessAt!.Value, StringComparer.Ordinal));
        var stored = (await house.LookAsync(db => db.Items.Select(i => new { i.SourceId, i.Title, i.ReadAt }).ToListAsync())).ToLookup(i => i.SourceId, StringComparer.Ordinal);
        foreach (var (id, last) in lastLooks)
        {
            // All that was published between the first look's window and the last look, each once, and all of it read.
            Assert.Equal(Enumerable.Range(NewestAt(id, Start) - Window + 1, NewestAt(id, last) - NewestAt(id, Start) + Window).Select(n => $"Weather {n}").Order(StringComparer.Ordinal), stored[id].Select(i => i.Title).Order(StringComparer.Ordinal));
            Assert.DoesNotContain(stored[id], i => i.ReadAt is null);
            // One look a slot; a fault may cost some more, each later than the last.
            Assert.InRange(_requests[id], days * 24 / Every.TotalHours * 0.8, (days * 24 / Every.TotalHours) + 2 + (_faults.GetValueOrDefault(id) * 3));
        }

        Assert.True(_faults.Values.Sum() > _requests.Values.Sum() * FaultShare / 3, "there were faults");
        Assert.Empty(await house.NoticesAsync());
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var id = request.RequestUri!.Host.Split('.')[0];
        _requests.AddOrUpdate(id, 1, (_, n) => n + 1);
        int fault;
        lock (_chance) fault = _now > Start && _chance.NextDouble() < FaultShare ? _chance.Next(6) : -1;
        if (fault < 0) return PollingHouse.Ok(FeedAt(id, _now));
        _faults.AddOrUpdate(id, 1, (_, n) => n + 1);
        return fault switch
        {
            0 => new HttpResponseMessage(HttpStatusCode.InternalServerError),
            1 => throw new HttpRequestException("the connection was broken"),
            2 => PollingHouse.Ok("<html><body>Maintenance</body></html>"),
            3 => PollingHouse.Ok("Broken feed"),
            4 => PollingHouse.Ok("<rss version='2.0'><channel><title>t</title></channel></rss>"),
            _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new System.Net.Http.Headers.RetryConditionHeaderValue(TimeSpan.FromHours(1)) } },
        };
    }

    /// <summary>Source s7 publishes every 97 minutes: its window lasts 32 hours, four looks.</summary>
    private static int NewestAt(string id, DateTimeOffset at) => 1000 + (int)((at - Start).TotalMinutes / (90 + int.Parse(id[1..], CultureInfo.InvariantCulture)));

    private static string FeedAt(string id, DateTimeOffset at)
    {
        var newest = NewestAt(id, at);
        return "<rss version='2.0'><channel><title>t</title>" + string.Concat(Enumerable.Range(0, Window).Select(back => newest - back).Select(n =>
            $"<item><title>Weather {n}</title><link>https://{id}.test/{n}</link><guid>https://{id}.test/{n}</guid><pubDate>{Start.AddMinutes((n - 1000) * (90 + int.Parse(id[1..], CultureInfo.InvariantCulture))).ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>")) + "</channel></rss>";
    }
}
