using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Monitor.Tests.Bot;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>The machine's clock is set while the service runs, back and forth: what is published next arrives within its slot, sources are not stormed, and nobody is erased.</summary>
[Collection(Alone.Name)]
public sealed class ClockTests(ITestOutputHelper output)
{
    private static readonly long[] Chats = [.. Enumerable.Range(1, 3).Select(n => 5_000_000_000L + n)];

    /// <summary>A slot is a second here.</summary>
    private static readonly TimeSpan Slots = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Decade = TimeSpan.FromDays(3652);

    [Fact]
    public async Task Set_back_and_forth_nothing_sleeps_longer_than_its_slot()
    {
        using var log = new LogTrap();
        var clock = new LeapingClock();
        await using var house = await ServiceHouse.OpenAsync();
        await using var service = await house.StartInsideAsync(clock, builder => builder.Logging.AddProvider(log));
        await house.SubscribeAsync(Chats);
        var (published, since) = (0, TimeProvider.System.GetTimestamp());
        foreach (var (what, ahead) in ((string, TimeSpan)[])[("an hour back", TimeSpan.FromHours(-1)), ("an hour forward", TimeSpan.Zero), ("8 hours of sleep", TimeSpan.FromHours(8)), ("a decade back", -Decade)])
        {
            clock.Ahead = ahead;
            await ArrivesAsync(house, what, ++published);
        }

        clock.Ahead = Decade;
        house.Publish(++published);
        await house.UntilAsync(async db => await db.Items.CountAsync(i => i.SourceId == "site" && i.ReadAt != null) == published);
        clock.Ahead = TimeSpan.Zero;
        await ArrivesAsync(house, "a decade forward, and right again", published);

        Assert.Equal(published * Chats.Length, house.Reports);
        Assert.Equal(Chats.Length, await house.LookAsync(db => db.Subscribers.CountAsync()));
        Assert.Equal(6, log.Lines.Count(l => l.Contains("The clock went", StringComparison.Ordinal)));
        var (looks, seconds) = (house.Site.Requests.Count, TimeProvider.System.GetElapsedTime(since).TotalSeconds);
        output.WriteLine($"{looks} looks at the site in {seconds:0} s, one a second allowed");
        Assert.InRange(looks, 1, seconds + 10);
    }

    private async Task ArrivesAsync(ServiceHouse house, string what, int published)
    {
        var since = TimeProvider.System.GetTimestamp();
        house.Publish(published);
        await house.Telegram.WaitFor(_ => house.AllArrived(published, Chats), Slots);
        output.WriteLine($"{what}: arrived after {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0.0} s");
    }

    private sealed class LeapingClock : TimeProvider
    {
        private long _ahead;

        public TimeSpan Ahead
        {
            get => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
            set => Interlocked.Exchange(ref _ahead, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
