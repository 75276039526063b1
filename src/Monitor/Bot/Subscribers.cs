using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;

namespace Monitor.Bot;

/// <param name="IsNew">Nothing was stored about the chat until now: it must be told what is.</param>
public sealed record Kept(SubscriberRow Row, bool IsNew);

/// <summary>
/// What is stored about chats: a row begins when a chat asks for alerts or settings, never by a mere question, and is found only by
/// the keyed hash of its id.
/// </summary>
public sealed class Subscribers(IDbContextFactory<MonitorDb> store, ChatVault vault, TimeProvider time)
{
    /// <summary>The chat has written: notes the day, takes it back if it was suspended, and follows the language of its app until it chooses. Null: nothing is stored about it.</summary>
    public async Task<SubscriberRow?> SeenAsync(long chat, string? appLanguage, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, chat, cancellation) is not { } row) return null;
        row.LastContactDay = Today();
        row.SuspendedAt = null;
        if (!row.LanguageChosen && appLanguage is not null) row.Language = Phrasebook.For(appLanguage).Language;
        await db.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Stores the chat, if it is not yet, with the topic in which it wants its alerts.</summary>
    public async Task<Kept> KeepAsync(long chat, string language, int? thread, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var row = await FindAsync(db, chat, cancellation);
        var isNew = row is null;
        if (row is null) db.Subscribers.Add(row = new SubscriberRow { ChatHash = vault.Hash(chat), ChatCipher = vault.Encipher(chat), Language = language, LastContactDay = Today() });
        row.ThreadId = thread;
        await db.SaveChangesAsync(cancellation);
        return new Kept(row, isNew);
    }

    public async Task<IReadOnlyList<string>> FollowsAsync(long subscriber, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Subscriptions.Where(s => s.SubscriberId == subscriber).OrderBy(s => s.Id).Select(s => s.Follow).ToListAsync(cancellation);
    }

    /// <summary>False where it was followed already.</summary>
    public async Task<bool> FollowAsync(long subscriber, string follow, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await db.Subscriptions.AnyAsync(s => s.SubscriberId == subscriber && s.Follow == follow, cancellation)) return false;
        db.Subscriptions.Add(new SubscriptionRow { SubscriberId = subscriber, Follow = follow });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <param name="follow">Null: everything.</param>
    public async Task<bool> UnfollowAsync(long subscriber, string? follow, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (follow is null) await DropWaitingAsync(db, subscriber, cancellation);
        return await db.Subscriptions.Where(s => s.SubscriberId == subscriber && (follow == null || s.Follow == follow)).ExecuteDeleteAsync(cancellation) > 0;
    }

    /// <summary>Delivery choices of a chat that is stored.</summary>
    public async Task ChooseAsync(long subscriber, Action<SubscriberRow> choose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(choose);
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await db.Subscribers.SingleOrDefaultAsync(s => s.Id == subscriber, cancellation) is not { } row) return;
        choose(row);
        await db.SaveChangesAsync(cancellation);
        if (row.Rhythm == Rhythm.Instant) await ReleaseHeldAsync(db, subscriber, cancellation);
    }

    public async Task<int> AlertsSentAsync(long subscriber, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Deliveries.CountAsync(d => d.SubscriberId == subscriber && d.State == DeliveryState.Sent, cancellation);
    }

    public async Task ChooseLanguageAsync(long subscriber, string language, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Subscribers.Where(s => s.Id == subscriber)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Language, language).SetProperty(s => s.LanguageChosen, true), cancellation);
    }

    /// <summary>The chat has blocked the bot or thrown it out; null takes it back.</summary>
    public async Task SuspendAsync(long chat, bool suspended, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, chat, cancellation) is not { } row) return;
        row.SuspendedAt = suspended ? time.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Who wants no digest any more gets what was held for it now.</summary>
    private async Task ReleaseHeldAsync(MonitorDb db, long subscriber, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Deliveries.Where(d => d.SubscriberId == subscriber && d.State == DeliveryState.Held).ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAt, now), cancellation);
    }

    private static async Task DropWaitingAsync(MonitorDb db, long subscriber, CancellationToken cancellation) =>
        await db.Deliveries.Where(d => d.SubscriberId == subscriber && (d.State == DeliveryState.Held || d.State == DeliveryState.Pending)).ExecuteDeleteAsync(cancellation);

    private async Task<SubscriberRow?> FindAsync(MonitorDb db, long chat, CancellationToken cancellation)
    {
        var hash = vault.Hash(chat);
        return await db.Subscribers.SingleOrDefaultAsync(s => s.ChatHash == hash, cancellation);
    }

    private string Today() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
