using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Survival;

/// <summary>A stop in the middle of a broadcast lets what has left arrive, writes it down, and ends; nothing is repeated afterwards.</summary>
[Collection(Alone.Name)]
public sealed class StopTests
{
    private static readonly long[] Chats = [.. Enumerable.Range(1, 40).Select(n => 5_000_000_000L + n)];

    [Fact]
    public async Task Told_to_stop_while_it_sends_it_finishes_what_is_in_flight_and_repeats_nothing()
    {
        await using var house = await ServiceHouse.OpenAsync("--Telegram:MaxMessagesPerSecond=5");
        var service = await house.StartReadyAsync();
        await house.SubscribeAsync(Chats);
        house.Telegram.Faults.Randomly(1, 1.0, Fault.Slow(TimeSpan.FromSeconds(1)) with { AfterAccept = true });
        house.Publish(1);
        await house.Telegram.WaitFor(_ => house.Reports >= 5, ServiceHouse.Patience);
        await service.SignalAsync("TERM");
        Assert.Equal(0, await service.EndAsync());

        Assert.InRange(house.Reports, 5, Chats.Length - 1);
        Assert.Equal(house.Reports, await house.LookAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Sent)));
        Assert.Equal(0, await house.LookAsync(db => db.Deliveries.CountAsync(d => d.State == DeliveryState.Sending)));

        house.Telegram.Faults.None();
        await using var again = await house.StartInsideAsync();
        await house.Telegram.WaitFor(_ => house.AllArrived(1, Chats), ServiceHouse.Patience);
        await house.SettledAsync();
        Assert.Equal(Chats.Length, house.Reports);
    }
}
