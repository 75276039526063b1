using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Store;

namespace Monitor.Pipeline.Sending;

/// <summary>When a chat's digest is due, what was held for it becomes one message: the first carries the others.</summary>
public sealed class DigestGathering(IDbContextFactory<MonitorDb> store, TimeProvider time)
{
    private const int ChatsAtOnce = 100;

    public async Task GatherAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        if (!await Due(db, now).AnyAsync(cancellation)) return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var chats = await Due(db, now).Select(d => d.SubscriberId).Distinct().OrderBy(id => id).Take(ChatsAtOnce).ToListAsync(cancellation);
        var due = await Due(db, now).Where(d => chats.Contains(d.SubscriberId)).OrderBy(d => d.Id).ToListAsync(cancellation);
        foreach (var digest in due.GroupBy(d => d.SubscriberId))
        {
            var first = digest.First();
            foreach (var delivery in digest)
                (delivery.State, delivery.Priority, delivery.CarriedBy, delivery.Reason) = (DeliveryState.Pending, Priority.Digest, delivery == first ? null : first.Id, null);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IQueryable<DeliveryRow> Due(MonitorDb db, DateTimeOffset now) => db.Deliveries.Where(d => d.State == DeliveryState.Held && d.NextAttemptAt <= now);
}
