using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// The last stage: gives each committed alert to everyone it concerns, and sends what is due. A delivery is pending → sending → sent |
/// parked, each step committed before the next, so that a crash costs at most a repeat of what was in flight.
/// </summary>
public sealed class DeliveryRound(IDbContextFactory<MonitorDb> store, Leader leader, AlertSending sending, DeliveryOptions options, TimeProvider time)
{
    private const int FanOutBatch = 500;

    /// <summary>Sends in flight at once: at 100 ms a call enough for the rate that Telegram allows.</summary>
    private const int InFlight = 8;

    private const int ClaimBatch = 32;
    private readonly SendPace _pace = new(options.MaxMessagesPerSecond, time);

    /// <summary>Returns how many deliveries were attempted.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await FanOutAsync(cancellation);
        await TakeOverAsync(cancellation);
        var attempted = 0;
        while (await ClaimAsync(cancellation) is { Count: > 0 } claimed)
        {
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation }, SendAsync);
            attempted += claimed.Count;
        }

        return attempted;
    }

    /// <summary>Writes the deliveries of each new alert, batch by batch from a cursor; a crash goes on where it stopped.</summary>
    private async Task FanOutAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var alert = await db.Alerts.Where(a => !a.FannedOut).OrderBy(a => a.Id).FirstOrDefaultAsync(cancellation);
            if (alert is null) return;

            var audience = await Audience.OfAsync(db, alert, FanOutBatch, cancellation);
            var now = time.GetUtcNow();
            db.Deliveries.AddRange(audience.Select(id => new DeliveryRow { AlertId = alert.Id, SubscriberId = id, NextAttemptAt = now }));
            if (audience.Count > 0) alert.FanOutCursor = audience[^1];
            alert.FannedOut = audience.Count < FanOutBatch;
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    /// <summary>What an earlier leader had in flight when it died may have arrived: it goes out once more, marked as a possible repeat.</summary>
    private async Task TakeOverAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Deliveries.Where(d => d.State == DeliveryState.Sending && d.Term < leader.Term).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Pending).SetProperty(d => d.Reason, AlertSending.InDoubt), cancellation);
    }

    /// <summary>Takes what is due, one per chat and never before an earlier one of the same chat, so that each chat reads in order.</summary>
    private async Task<List<long>> ClaimAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        var due = await db.Deliveries
            .Where(d => d.State == DeliveryState.Pending && d.NextAttemptAt <= now)
            .Where(d => !db.Deliveries.Any(e => e.SubscriberId == d.SubscriberId && e.Id < d.Id && (e.State == DeliveryState.Pending || e.State == DeliveryState.Sending)))
            .OrderBy(d => d.Id).Take(ClaimBatch).ToListAsync(cancellation);
        foreach (var delivery in due) (delivery.State, delivery.Term, delivery.Attempts) = (DeliveryState.Sending, leader.Term, delivery.Attempts + 1);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [.. due.Select(d => d.Id)];
    }

    private async ValueTask SendAsync(long deliveryId, CancellationToken cancellation)
    {
        SendResult result;
        try
        {
            await _pace.WaitAsync(cancellation);
            result = await sending.SendAsync(deliveryId, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The program is being stopped and nothing was sent: it is due again at the next start, as if never taken.
            result = new SendResult(SendOutcome.Wait, Wait: TimeSpan.Zero);
        }

        // From here on the message may be out: what became of it is written even while the program is being stopped.
        await SettleAsync(deliveryId, result, CancellationToken.None);
        if (result is { Outcome: SendOutcome.Wait, Wait: { } wait }) _pace.Hold(wait);
    }

    private async Task SettleAsync(long deliveryId, SendResult result, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // The term is the fence: a leader that was replaced meanwhile writes nothing.
        var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == deliveryId && d.State == DeliveryState.Sending && d.Term == leader.Term, cancellation);
        if (delivery is null) return;

        var now = time.GetUtcNow();
        var next = RetryRule.After(result.Outcome, delivery.Attempts, now, result.Wait);
        delivery.State = next.Sent ? DeliveryState.Sent : next.Parked ? DeliveryState.Parked : DeliveryState.Pending;
        delivery.Reason = result.Outcome == SendOutcome.InDoubt ? AlertSending.InDoubt : next.Reason;
        delivery.NextAttemptAt = next.Again ?? delivery.NextAttemptAt;
        delivery.MessageId = result.MessageId ?? delivery.MessageId;
        if (result.Outcome == SendOutcome.Wait) delivery.Attempts--;
        await db.SaveChangesAsync(cancellation);
        await SpaceAsync(db, delivery.SubscriberId, now, cancellation);
        if (result.Outcome == SendOutcome.ChatGone) await SuspendAsync(db, delivery.SubscriberId, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>At most one message a second to one chat (Telegram's FAQ): what waits for it waits so long.</summary>
    private async Task SpaceAsync(MonitorDb db, long subscriberId, DateTimeOffset now, CancellationToken cancellation)
    {
        var earliest = now + options.ChatSpacing;
        await db.Deliveries.Where(d => d.SubscriberId == subscriberId && d.State == DeliveryState.Pending && d.NextAttemptAt < earliest)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAt, earliest), cancellation);
    }

    private static async Task SuspendAsync(MonitorDb db, long subscriberId, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Subscribers.Where(s => s.Id == subscriberId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SuspendedAt, now), cancellation);
        await db.Deliveries.Where(d => d.SubscriberId == subscriberId && d.State == DeliveryState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Parked).SetProperty(d => d.Reason, "the chat is gone or has blocked the bot"), cancellation);
    }
}

/// <param name="ChatSpacing">Least time between two messages to one chat; zero in a terminal.</param>
public sealed record DeliveryOptions(int MaxMessagesPerSecond, TimeSpan ChatSpacing, Uri? PublicBaseUrl);
