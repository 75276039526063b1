using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// Writes the deliveries of each new alert, batch by batch from a cursor; a crash goes on where it stopped. What one item told a chat
/// that follows everything goes into one message, and so do edits of one message.
/// </summary>
public sealed class FanOut(IDbContextFactory<MonitorDb> store, TimeProvider time)
{
    /// <summary>So few that writing them does not hold up what is being sent.</summary>
    private const int Batch = 100;

    /// <summary>One batch; false where there was nothing to do.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (!await db.Alerts.AnyAsync(a => !a.FannedOut, cancellation)) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await db.Alerts.Where(a => !a.FannedOut).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation);
        if (row is null) return false;
        var alert = JsonSerializer.Deserialize<Alert>(row.Facts)!;
        var audience = new Audience(db, row, alert);
        var ids = await audience.NextAsync(Batch, cancellation);
        await WriteAsync(audience, ids, cancellation);
        if (ids.Count > 0) row.FanOutCursor = ids[^1];
        row.FannedOut = ids.Count < Batch;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (row.FannedOut) Measures.Alerts.Add(1, Measures.Tag("type", Keyword.Of(alert.Type)));
        return true;
    }

    private async Task WriteAsync(Audience audience, List<long> ids, CancellationToken cancellation)
    {
        var (db, row) = (audience.Db, audience.Row);
        var now = time.GetUtcNow();
        var subscribers = await db.Subscribers.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellation);
        var chosen = await audience.ChoseAsync(ids, cancellation);
        var first = await audience.FirstMessagesAsync(ids, cancellation);
        var carriers = await audience.CarriersAsync(ids, cancellation);
        foreach (var subscriber in subscribers.OrderBy(s => s.Id))
        {
            var mends = first.GetValueOrDefault(subscriber.Id);
            var asFirst = mends is null ? audience.Alert with { Type = AlertType.Report } : audience.Alert;
            var plan = DeliveryPlan.For(asFirst, chosen.Contains(subscriber.Id), subscriber.Choices(), now);
            var delivery = new DeliveryRow { AlertId = row.Id, SubscriberId = subscriber.Id, FirstId = mends, Priority = plan.Priority, NextAttemptAt = plan.At };
            if (plan.ForDigest) (delivery.State, delivery.Reason) = (DeliveryState.Held, plan.Why);
            else if (carriers.GetValueOrDefault(subscriber.Id) is { } carrier && carrier.FirstId == mends && carrier.Priority == plan.Priority && CanShare(plan, audience.Alert, mends)) delivery.CarriedBy = carrier.Id;
            db.Deliveries.Add(delivery);
        }
    }

    /// <summary>Whom a chat chose by name has a message of their own, and so has every correction.</summary>
    private static bool CanShare(DeliveryPlan plan, Alert alert, long? mends) =>
        alert.Type != AlertType.Correction && (mends is not null || plan.Priority == Priority.General);
}
