using Microsoft.EntityFrameworkCore;
using Monitor.Pipeline;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Pipeline.Sending;

namespace Monitor.Tests.Pipeline;

public sealed class PurgeRoundTests
{
    private const long Reader = 5_000_000_501;

    [Theory]
    [InlineData("2024-12-14", null, 0)] // a year is over tomorrow
    [InlineData("2024-12-12", null, 1)]
    [InlineData("2025-12-01", "2025-11-14T00:00:00Z", 0)]
    [InlineData("2025-12-01", "2025-11-12T00:00:00Z", 1)]
    public async Task A_year_of_silence_and_a_month_of_absence_end_in_nothing_stored(string lastContact, string? suspended, int erased)
    {
        await using var outbox = await Outbox.OpenAsync();
        await outbox.SubscribeAsync(Reader, adjust: s => (s.LastContactDay, s.SuspendedAt) = (lastContact, suspended is null ? null : DateTimeOffset.Parse(suspended)));
        Assert.Equal(erased, await outbox.Get<PurgeRound>().RunAsync(default));
        Assert.Equal(1 - erased, await outbox.LookAsync(db => db.Subscribers.CountAsync()));
        Assert.Equal(erased == 1 && suspended is null ? 1 : 0, outbox.In(Reader).Count(m => m.Text.StartsWith("You have not written here for a year", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_channel_of_the_settings_gets_every_change_and_is_never_purged()
    {
        const long channel = -1_001_000_000_556;
        await using var outbox = await Outbox.OpenAsync(channel: "-1001000000556");
        outbox.Telegram.Chats.Add(channel, "channel");
        await outbox.Get<ChannelChat>().TakeInAsync(default);
        await outbox.Get<ChannelChat>().TakeInAsync(default);
        await outbox.AlertAsync("Znak", item: 1);
        await outbox.RunToEndAsync();
        Assert.Single(outbox.In(channel));
        outbox.Clock.PutForwardTo(Outbox.Start.AddYears(3));
        Assert.Equal(0, await outbox.Get<PurgeRound>().RunAsync(default));
        Assert.Equal(SubscriberRow.Channel, await outbox.LookAsync(db => db.Subscribers.Select(s => s.ChatHash).SingleAsync()));
    }
}
