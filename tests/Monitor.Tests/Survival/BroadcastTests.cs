using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Deliveries;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>One release to as many followers as <c>MONITOR_FOLLOWERS</c> says: a while at Telegram's pace, with all of them waiting; then, with the limit raised, to the last of them.</summary>
[Collection(Alone.Name)]
public sealed class BroadcastTests(ITestOutputHelper output)
{
    private const int PerSecond = 25;
    private const int Raised = 1000;
    private const int MostInFlight = 32;
    private const int Batch = 5000;
    private const long FirstChat = 5_300_000_001;

    private static readonly int Followers = int.Parse(Environment.GetEnvironmentVariable("MONITOR_FOLLOWERS") ?? "100000", CultureInfo.InvariantCulture);
    private static readonly TimeSpan AtItsPace = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    [Fact]
    [Trait("Category", "Survival")]
    public async Task One_alert_reaches_a_hundred_thousand_followers_in_the_order_in_which_they_came()
    {
        await using var house = await ServiceHouse.OpenAsync();
        var first = await house.StartReadyAsync();
        await house.SubscribeAsync(FirstChat - 1);
        await first.KillAsync();
        await FillAsync(house);
        output.WriteLine($"{Followers} followers, {DatabaseMegabytes(house)} MB of database");

        var rate = await AtPaceAsync(house);
        output.WriteLine($"{rate:0.0} a second with all waiting, {PerSecond} allowed: {Followers / rate / 60:0.0} minutes for all");
        await RaisedAsync(house);

        var order = house.Telegram.CallsOf("sendMessage").Where(c => c.Code == 200 && c.ChatId >= FirstChat).Select(c => c.ChatId!.Value).ToList();
        var late = order.Zip(order.Skip(1)).Count(pair => pair.Second < pair.First);
        output.WriteLine($"{order.Count} messages to {order.Distinct().Count()} chats; {late} overtook the one before; {DatabaseMegabytes(house)} MB of database");
        Assert.Equal(Followers, order.Distinct().Count());
        Assert.InRange(order.Count - Followers, 0, MostInFlight);
    }

    /// <summary>How many a second leave while nearly everybody waits.</summary>
    private async Task<double> AtPaceAsync(ServiceHouse house)
    {
        var service = await house.StartReadyAsync(string.Create(CultureInfo.InvariantCulture, $"--Telegram:MaxMessagesPerSecond={PerSecond}"));
        var watch = Stopwatch.StartNew();
        house.Publish(1);
        await house.UntilAsync(db => db.Alerts.AnyAsync(), Patience);
        output.WriteLine($"the release was read after {watch.Elapsed.TotalSeconds:0.0} s");
        await house.UntilAsync(db => db.Alerts.AnyAsync(a => a.FannedOut), Patience);
        output.WriteLine($"all deliveries were written after {watch.Elapsed.TotalSeconds:0.0} s, {house.Reports} messages had left");
        Assert.InRange(house.Reports, 1, Followers); // writing them down holds up nobody
        var (before, since) = (house.Reports, watch.Elapsed);
        await Task.Delay(AtItsPace);
        var rate = (house.Reports - before) / (watch.Elapsed - since).TotalSeconds;
        output.WriteLine($"peak memory {service.PeakMegabytes} MB");
        await service.KillAsync();
        return rate;
    }

    private async Task RaisedAsync(ServiceHouse house)
    {
        var watch = Stopwatch.StartNew();
        var before = house.Arrived;
        var service = await house.StartReadyAsync(string.Create(CultureInfo.InvariantCulture, $"--Telegram:MaxMessagesPerSecond={Raised}"));
        using var giveUp = new CancellationTokenSource(Patience);
        while (house.Arrived <= Followers) await Task.Delay(TimeSpan.FromSeconds(1), giveUp.Token);
        await house.SettledAsync();
        output.WriteLine($"the rest with the limit raised: {(house.Arrived - before) / watch.Elapsed.TotalSeconds:0} a second, peak memory {service.PeakMegabytes} MB");
    }

    /// <summary>As the bot would have stored them, one after the other.</summary>
    private static async Task FillAsync(ServiceHouse house)
    {
        var settings = Settings.From(new ConfigurationBuilder().AddCommandLine([$"--Privacy:KeyDirectory={house.Keys}"]).Build());
        await using var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddKeys(settings).BuildServiceProvider();
        var vault = services.GetRequiredService<ChatVault>();
        foreach (var chats in Enumerable.Range(0, Followers).Select(n => FirstChat + n).Chunk(Batch))
        {
            await house.LookAsync(async db =>
            {
                var rows = chats.Select(chat => new SubscriberRow { ChatHash = vault.Hash(chat), ChatCipher = vault.Encipher(chat), Language = "en", LastContactDay = "2025-12-01" }).ToList();
                db.Subscribers.AddRange(rows);
                await db.SaveChangesAsync();
                db.Subscriptions.AddRange(rows.Select(row => new SubscriptionRow { SubscriberId = row.Id, Follow = Follow.All }));
                return await db.SaveChangesAsync();
            });
            foreach (var chat in chats) house.Telegram.Chats.Add(chat);
        }
    }

    private static long DatabaseMegabytes(ServiceHouse house) => new FileInfo(house.Database).Length / 1024 / 1024;
}
