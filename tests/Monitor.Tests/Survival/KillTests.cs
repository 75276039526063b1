using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>kill -9 of the real process at random moments of starting, fetching, reading and sending, again and again: nothing is lost, the database is whole, and it is back within seconds.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Chats = 200;
    private const int MostInFlight = 32;

    /// <summary>So few still to arrive, and the next release is published: every life has something to fetch, to read and to send.</summary>
    private const int Few = 100;

    /// <summary>One life in so many ends at any moment from its very start on; the others are given the time to send.</summary>
    private const int EarlyDeaths = 4;

    private const int EarlyMilliseconds = 5000;
    private const int LateMilliseconds = 1000;

    /// <summary>What is promised (DESIGN, CONTRACT); how many lives were within it is reported. A debug build needs most of it to start, so the fastest of many lives is held to it: else the machine would decide.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan OneLife = TimeSpan.FromMinutes(2);
    private static readonly long[] Readers = [.. Enumerable.Range(1, Chats).Select(n => 5_000_000_000L + n)];

    private readonly List<TimeSpan> _ready = [];
    private readonly List<TimeSpan> _again = [];
    private readonly List<TimeSpan> _news = [];
    private bool _hasToSend;

    [Fact]
    public Task Killed_twenty_times_while_it_works_nothing_is_lost_and_little_is_repeated() => KillAsync(20, persons: 10, perSecond: 200, seed: 20251213);

    /// <summary>As many as <c>MONITOR_KILLS</c> says, by the dice of <c>MONITOR_SEED</c>: so a long night can be had in pieces.</summary>
    [Fact]
    [Trait("Category", "Survival")]
    public Task Killed_a_thousand_times_while_it_works_nothing_is_lost_and_little_is_repeated() => KillAsync(Number("MONITOR_KILLS", 1000), persons: 50, perSecond: 25, seed: Number("MONITOR_SEED", 20251213));

    private async Task KillAsync(int kills, int persons, int perSecond, int seed)
    {
        var random = new Random(seed);
        await using var house = await ServiceHouse.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"--Telegram:MaxMessagesPerSecond={perSecond}"));
        var first = await house.StartReadyAsync();
        await house.SubscribeAsync(Readers);
        await first.KillAsync();
        var slow = Fault.Slow(TimeSpan.FromMilliseconds(300));
        house.Telegram.Faults.Randomly(seed, 1.0, slow, slow with { AfterAccept = true });
        var published = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            if (published < persons && (published * Chats) - house.Arrived < Few) house.Publish(++published);
            Assert.InRange(house.Arrived, 0, (published * Chats) - 1); // something is left for this life to send
            await LiveAsync(house, random, kill % EarlyDeaths == 0);
            _hasToSend = await HasToSendAsync(house);
        }

        var (begun, arrived) = (published, house.Arrived);
        house.Telegram.Faults.None();
        await using var last = await house.StartInsideAsync(); // at full speed
        house.Publish(persons);
        await house.Telegram.WaitFor(_ => house.AllArrived(persons, Readers), Patience);
        await house.SettledAsync();
        var repeats = house.Reports - (persons * Chats);
        output.WriteLine($"seed {seed}: {kills} kills while {arrived} of {begun} × {Chats} reports arrived; then all {persons} × {Chats}: 0 lost, {repeats} repeats (at most {kills * MostInFlight})");
        output.WriteLine($"ready after {Spread(_ready)}; sending again after {Spread(_again)}; where nothing was waiting, news fetched, read and sent after {Spread(_news)}");
        Assert.InRange(repeats, 0, kills * MostInFlight);
        Assert.InRange(_again.Min(), TimeSpan.Zero, Promised);
    }

    private async Task LiveAsync(ServiceHouse house, Random random, bool diesEarly)
    {
        var (watch, port, before) = (Stopwatch.StartNew(), MonitorProcess.FreePort(), house.Reports);
        var monitor = house.Start(port);
        if (diesEarly)
        {
            await Task.Delay(random.Next(0, EarlyMilliseconds));
        }
        else
        {
            _ready.Add(await monitor.ReadyAsync(port));
            await ReportsAsync(house, monitor, before);
            (_hasToSend ? _again : _news).Add(watch.Elapsed);
            await Task.Delay(random.Next(0, LateMilliseconds));
        }

        await monitor.KillAsync();
    }

    /// <summary>Until something is sent; where nothing is, the test says what the program was at.</summary>
    private static async Task ReportsAsync(ServiceHouse house, MonitorProcess monitor, int before)
    {
        try
        {
            await house.Telegram.WaitFor(_ => house.Reports > before, OneLife);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            var waiting = await house.LookAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending));
            throw new TimeoutException($"nothing sent within {OneLife}; it {(monitor.IsRunning ? "runs" : "has ended")}, {waiting} deliveries wait, {house.Site.Requests.Count} looks at the site; it said:\n{monitor.Errors}", e);
        }
    }

    /// <summary>Whether the last life left messages undelivered, in a database that is whole. A copy is opened: to open the database itself would mend it before the program has to.</summary>
    private static async Task<bool> HasToSendAsync(ServiceHouse house)
    {
        var copy = Path.Combine(house.Folder, "image.db");
        File.Copy(house.Database, copy, overwrite: true);
        if (File.Exists(house.Database + "-wal")) File.Copy(house.Database + "-wal", copy + "-wal", overwrite: true);
        else File.Delete(copy + "-wal");
        Assert.Equal("ok", await house.LookAsync(db => db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(), copy));
        return await house.LookAsync(db => db.Deliveries.AnyAsync(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending), copy);
    }

    private static string Spread(List<TimeSpan> times)
    {
        var sorted = times.Order().Select(t => t.TotalSeconds).ToList();
        if (sorted.Count == 0) return "(none)";
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:0.0}–{sorted[^1]:0.0} s (median {sorted[sorted.Count / 2]:0.0}, {sorted.Count(s => s <= Promised.TotalSeconds)} of {sorted.Count} within {Promised.TotalSeconds})");
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
