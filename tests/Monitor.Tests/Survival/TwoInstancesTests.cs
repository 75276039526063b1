using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>Two services on one database by mistake: one works, the other waits; and one that slept through its own replacement writes nothing any more.</summary>
[Collection(Alone.Name)]
public sealed class TwoInstancesTests(ITestOutputHelper output)
{
    private const int MostInFlight = 32;
    private static readonly long[] Chats = [.. Enumerable.Range(1, 20).Select(n => 5_000_000_000L + n)];

    [Fact]
    public Task Asleep_for_seconds_killed_and_replaced_while_asleep_nothing_is_lost_and_little_repeated() => TwoAsync(TimeSpan.FromSeconds(1));

    [Fact]
    [Trait("Category", "Survival")]
    public Task Asleep_for_two_minutes_killed_and_replaced_while_asleep_nothing_is_lost_and_little_repeated() => TwoAsync(TimeSpan.FromMinutes(2));

    private async Task TwoAsync(TimeSpan sleep)
    {
        await using var house = await ServiceHouse.OpenAsync();
        var first = await house.StartReadyAsync();
        await house.SubscribeAsync(Chats);
        var second = await SleepBesideAsync(house, first, sleep);
        await SleepThroughReplacementAsync(house, second, sleep);
        Assert.True(await house.LookAsync(db => db.Deliveries.AllAsync(d => d.State == DeliveryState.Sent)));
    }

    /// <summary>The second waits while the first sleeps, and takes over when it dies.</summary>
    private async Task<MonitorProcess> SleepBesideAsync(ServiceHouse house, MonitorProcess first, TimeSpan sleep)
    {
        var port = MonitorProcess.FreePort();
        var second = house.Start(port);
        await second.SaysAsync("Another process works on");
        await StopInTheMiddleAsync(house, first, publish: 2);
        await Task.Delay(sleep);
        Assert.False(second.Said("Monitor is running"));
        await first.SignalAsync("CONT");
        await house.Telegram.WaitFor(_ => house.AllArrived(2, Chats), ServiceHouse.Patience);
        output.WriteLine($"asleep for {sleep.TotalSeconds} s beside a second: {house.Reports(Chats) - (2 * Chats.Length)} repeats");
        Assert.Equal(2 * Chats.Length, house.Reports(Chats));

        await first.KillAsync();
        output.WriteLine($"the first was killed, the second was ready after {(await second.ReadyAsync(port)).TotalSeconds:0.0} s");
        return second;
    }

    /// <summary>Its lock is lost while it sleeps, as a network file system loses that of a client it has given up on.</summary>
    private async Task SleepThroughReplacementAsync(ServiceHouse house, MonitorProcess leader, TimeSpan sleep)
    {
        await StopInTheMiddleAsync(house, leader, publish: 4);
        File.Delete(house.Database + ".lock");
        await house.StartReadyAsync();
        await house.Telegram.WaitFor(_ => house.AllArrived(4, Chats), ServiceHouse.Patience);
        await Task.Delay(sleep);
        await leader.SignalAsync("CONT");
        Assert.Equal(0, await leader.EndAsync());
        Assert.True(leader.Said("no longer leads"));

        house.Publish(5);
        await house.Telegram.WaitFor(_ => house.AllArrived(5, Chats), ServiceHouse.Patience);
        var repeats = house.Reports(Chats) - (5 * Chats.Length);
        output.WriteLine($"replaced while asleep: it ended by itself, {repeats} repeats");
        Assert.InRange(repeats, 0, 2 * MostInFlight); // of the kill before, and of this
    }

    /// <summary>More releases are published, and the process is put to sleep while it sends; not while it writes, for then nobody else can.</summary>
    private static async Task StopInTheMiddleAsync(ServiceHouse house, MonitorProcess process, int publish)
    {
        var before = house.Reports(Chats);
        house.Telegram.Faults.Randomly(1, 1.0, Fault.Slow(TimeSpan.FromMilliseconds(100)));
        house.Publish(publish);
        await house.Telegram.WaitFor(_ => house.Reports(Chats) > before, ServiceHouse.Patience);
        await process.SignalAsync("STOP");
        while (!await house.CanWriteAsync())
        {
            await process.SignalAsync("CONT");
            await process.SignalAsync("STOP");
        }
    }
}
