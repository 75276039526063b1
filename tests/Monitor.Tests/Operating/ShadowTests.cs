using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Monitor.Tests.Bot;
using Monitor.Tests.Support;
using Monitor.Tests.Survival;

namespace Monitor.Tests.Operating;

/// <summary>A shadow reads and shows, and sends nothing; when it ends, what is old by then is not sent either. And an alert to oneself.</summary>
[Collection(Alone.Name)]
public sealed class ShadowTests
{
    private const long Reader = 5_000_000_001;

    [Fact]
    public async Task In_a_shadow_everything_is_read_and_nothing_sent_then_or_later()
    {
        await using var house = await ServiceHouse.OpenAsync();
        await using (await house.StartInsideAsync()) await house.SubscribeAsync(Reader);
        var calls = house.Telegram.Calls.Count;

        using var log = new LogTrap();
        await using (var shadow = await house.StartInsideAsync(null, builder => builder.Logging.AddProvider(log), "--Telegram:Shadow=true"))
        {
            house.Publish(1);
            await house.UntilAsync(db => db.Alerts.AnyAsync(a => a.FannedOut));
            Assert.Contains("person-0-released", await shadow.Client.GetStringAsync(new Uri("/feed.atom", UriKind.Relative)), StringComparison.Ordinal);
        }

        Assert.Single(log.Lines, l => l.Contains("Shadow: not sent to 1 chats", StringComparison.Ordinal));
        Assert.Equal(calls, house.Telegram.Calls.Count);

        await using var service = await house.StartInsideAsync();
        house.Publish(2);
        await house.Telegram.WaitFor(_ => house.Arrived == 1, ServiceHouse.Patience);
        Assert.False(house.AllArrived(1, Reader));
    }

    [Fact]
    public async Task A_test_alert_reaches_who_asks_for_it_and_says_why_where_it_does_not()
    {
        await using var house = await ServiceHouse.OpenAsync();
        house.Telegram.Chats.Add(Reader);
        var (code, output, errors) = await house.RunAsync("", "test-alert", "--to", "5000000001", "--lang", "be");
        Assert.True(code == 0, errors);
        Assert.Contains("has taken it", output, StringComparison.Ordinal);
        var message = Assert.Single(house.Telegram.Chats.SaidIn(Reader));
        Assert.Contains("Праверка", message.Text, StringComparison.Ordinal);
        Assert.Contains("Test Person", message.Text, StringComparison.Ordinal);

        var (unknown, _, why) = await house.RunAsync("", "test-alert", "--to", "42");
        Assert.Equal(69, unknown);
        Assert.Contains("press start", why, StringComparison.Ordinal);
        Assert.Equal(64, (await house.RunAsync("", "test-alert")).Code);
    }
}
