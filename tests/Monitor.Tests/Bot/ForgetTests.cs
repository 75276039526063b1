using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Bot;

public sealed class ForgetTests
{
    private const long Reader = 5_123_456_789_012;
    private const long Other = 5_000_000_106;

    [SkippableFact]
    public async Task Forget_leaves_no_byte_of_the_chat_in_the_files_of_the_database()
    {
        Skip.If(TestStore.IsPostgres, TestStore.OfFiles);
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Other, "/start");
        await house.AskAsync(Reader, "/start");
        await house.AskAsync(Reader, "/follow Znak");
        await DeliverAsync(house);
        var row = await house.ReadAsync(async db => (await db.Subscribers.AsNoTracking().ToListAsync()).Single(s => s.ChatHash == house.Get<ChatVault>().Hash(Reader)));
        string[] traces = [row.ChatHash, row.ChatCipher, Reader.ToString(CultureInfo.InvariantCulture)];
        Assert.Equal(2, traces.Count(t => Holds(house, t)));

        Assert.StartsWith("Done. Everything stored about this chat is erased", await house.AskAsync(Reader, "/forget"), StringComparison.Ordinal);

        Assert.DoesNotContain(traces, t => Holds(house, t));
        Assert.Single(await house.ReadAsync(db => db.Subscribers.ToListAsync()));
        Assert.Empty(await house.ReadAsync(db => db.Deliveries.Where(d => d.SubscriberId == row.Id).ToListAsync()));
        Assert.Empty(await house.ReadAsync(db => db.Subscriptions.Where(s => s.SubscriberId == row.Id).ToListAsync()));
        Assert.Equal("Nothing is stored about this chat.", await house.AskAsync(Reader, "/forget"));
    }

    [SkippableFact]
    public async Task Forget_waits_for_a_reader_in_the_way_and_then_leaves_nothing()
    {
        Skip.If(TestStore.IsPostgres, TestStore.OfFiles);
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        var cipher = (await house.ReadAsync(db => db.Subscribers.SingleAsync())).ChatCipher;
        Task<bool> forgetting;
        await using (var db = await house.Get<IDbContextFactory<MonitorDb>>().CreateDbContextAsync())
        {
            // A deferred transaction that has read holds the log open and hinders nobody's writing.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED");
            Assert.Equal(1, await db.Subscribers.CountAsync());
            forgetting = house.Get<Erasure>().ForgetAsync(Reader, default);
            await house.Telegram.WaitFor(_ => house.ReadAsync(d => d.Subscribers.CountAsync()).GetAwaiter().GetResult() == 0 || forgetting.IsCompleted);
            await db.Database.ExecuteSqlRawAsync("COMMIT");
        }

        Assert.True(await forgetting);
        Assert.False(Holds(house, cipher));
    }

    [Fact]
    public async Task Forget_is_possible_also_after_too_many_questions()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        for (var i = 0; i < 25; i++) house.Telegram.People.Writes(Reader, "?");
        await house.IdleAsync();
        Assert.StartsWith("Done.", await house.AskAsync(Reader, "/forget"), StringComparison.Ordinal);
    }

    /// <summary>A delivery to each subscriber, as the pipeline leaves it.</summary>
    private static Task<int> DeliverAsync(BotHouse house) => house.ReadAsync(async db =>
    {
        var change = await db.Changes.FirstAsync();
        var alert = new AlertRow { ChangeId = change.Id, Type = AlertType.Report, Facts = "{}", CreatedAt = change.CreatedAt, FannedOut = true };
        db.Alerts.Add(alert);
        await db.SaveChangesAsync();
        foreach (var id in await db.Subscribers.Select(s => s.Id).ToListAsync())
            db.Deliveries.Add(new DeliveryRow { AlertId = alert.Id, SubscriberId = id, State = DeliveryState.Sent, MessageId = 7, NextAttemptAt = change.CreatedAt, Reason = Keyword.Of(DeliveryState.Sent) });
        return await db.SaveChangesAsync();
    });

    /// <summary>Not in the leader's lock: it is held by its leader alone, and nothing is ever written to it.</summary>
    private static bool Holds(BotHouse house, string text) =>
        Directory.EnumerateFiles(house.Folder, "monitor.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Any(file => ReadShared(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
