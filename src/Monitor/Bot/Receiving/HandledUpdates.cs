using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Bot.Receiving;

/// <summary>
/// Which updates were answered: they come at least once, and after a crash again. A set and not a highest id, because the ids go on
/// from a random number after a quiet week. Only numbers and times are kept, for two days.
/// </summary>
public sealed class HandledUpdates(IDbContextFactory<MonitorDb> store, TimeProvider time)
{
    /// <summary>Telegram keeps an update for a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _purgeAt;

    public async Task<bool> ContainsAsync(long updateId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.BotUpdates.AnyAsync(u => u.UpdateId == updateId, cancellation);
    }

    public async Task AddAsync(long updateId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await db.BotUpdates.AnyAsync(u => u.UpdateId == updateId, cancellation)) return;
        db.BotUpdates.Add(new BotUpdateRow { UpdateId = updateId, HandledAt = now });
        await db.SaveChangesAsync(cancellation);
        if (!IsPurgeDue(now)) return;
        var tooOld = now - Kept;
        await db.BotUpdates.Where(u => u.HandledAt < tooOld).ExecuteDeleteAsync(cancellation);
    }

    private bool IsPurgeDue(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now < _purgeAt) return false;
            _purgeAt = now + PurgeEvery;
            return true;
        }
    }
}
