using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>Two services on one database by mistake: one works, the other waits; and one that slept through its own replacement writes nothing any more.</summary>
[Collection(Alone.Name)]
public sealed class TwoInstancesTests(ITestOutputHelper output)
{
    private const int MostInFlight = 32;
    private static readonly long[] Chats = [.. Enumerable.Range(1, 20).Select(n => 5_000_000_000L + n)];

    [Fact]
    public async Task One_that_slept_through_its_replacement_writes_nothing_more_and_ends_by_itself()
    {
        await using var house = await ServiceHouse.OpenAsync();
        var first = await house.StartReadyAsync();
        await house.SubscribeAsync(Chats);
        var (second, port) = await WaitingAsync(house);
        await SleepThroughReplacementAsync(house, first, () => second.ReadyAsync(port), TimeSpan.Zero);
    }

    [Fact]
    [Trait("Category", "Survival")]
    public async Task Asleep_for_two_minutes_killed_and_replaced_while_asleep_nothing_is_lost_and_little_repeated()
    {
        var sleep = TimeSpan.FromMinutes(2);
        await using var house = await ServiceHouse.OpenAsync();
        var first = await house.StartReadyAsync();
        await house.SubscribeAsync(Chats);
        var second = await SleepBesideAsync(house, first, sleep);
        await SleepThroughReplacementAsync(house, second, () => house.StartReadyAsync(), sleep);
    }

    /// <summary>The second waits while the first sleeps, and takes over when it dies.</summary>
    private async Task<MonitorProcess> SleepBesideAsync(ServiceHouse house, MonitorProcess first, TimeSpan sleep)
    {
        var (second, port) = await WaitingAsync(house);
        await StopInTheMiddleAsync(house, first, publish: 1);
        await Task.Delay(sleep);
        Assert.False(second.Said("Monitor is running"));
        await first.SignalAsync("CONT");
        await house.Telegram.WaitFor(_ => house.AllArrived(1, Chats), ServiceHouse.Patience);
        output.WriteLine($"asleep for {sleep.TotalSeconds} s beside a second: {house.Reports - Chats.Length} repeats");
        Assert.Equal(Chats.Length, house.Reports);

        await first.KillAsync();
        output.WriteLine($"the first was killed, the second was ready after {(await second.ReadyAsync(port)).TotalSeconds:0.0} s");
        return second;
    }

    /// <summary>Its lock is lost while it sleeps, as a network file system loses that of a client it has given up on.</summary>
    private async Task SleepThroughReplacementAsync(ServiceHouse house, MonitorProcess leader, Func<Task> replace, TimeSpan sleep)
    {
        await StopInTheMiddleAsync(house, leader, publish: 2);
        File.Delete(house.Database + ".lock");
        await replace();
        await house.Telegram.WaitFor(_ => house.AllArrived(2, Chats), ServiceHouse.Patience);
        await Task.Delay(sleep);
        await leader.SignalAsync("CONT");
        Assert.Equal(0, await leader.EndAsync());
        Assert.True(leader.Said("no longer leads"));

        await house.SettledAsync();
        var repeats = house.Reports - (2 * Chats.Length);
        output.WriteLine($"replaced while asleep: it ended by itself, {repeats} repeats");
        Assert.InRange(repeats, 0, MostInFlight);
    }

    private static async Task<(MonitorProcess Second, int Port)> WaitingAsync(ServiceHouse house)
    {
        var port = MonitorProcess.FreePort();
        var second = house.Start(port);
        await second.SaysAsync("Another process works on");
        Assert.False(second.Said("Monitor is running"));
        return (second, port);
    }

    /// <summary>More releases are published, and the process is put to sleep while it sends; not while it writes, for then nobody else can.</summary>
    private static async Task StopInTheMiddleAsync(ServiceHouse house, MonitorProcess process, int publish)
    {
        var before = house.Reports;
        house.Telegram.Faults.Randomly(1, 1.0, Fault.Slow(TimeSpan.FromMilliseconds(100)));
        house.Publish(publish);
        await house.Telegram.WaitFor(_ => house.Reports > before, ServiceHouse.Patience);
        await process.SignalAsync("STOP");
        while (!await house.CanWriteAsync())
        {
            await process.SignalAsync("CONT");
            await process.SignalAsync("STOP");
        }
    }
}
