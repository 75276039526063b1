using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Store;
using Monitor.Telegram;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// The outbox in the database: takes what is due, and writes down what became of it. The leader's term is the fence: whoever was
/// replaced meanwhile writes nothing. Every wait is kept here too, so that a restart does not shorten it.
/// </summary>
public sealed class DeliveryQueue(IDbContextFactory<MonitorDb> store, Leader leader, SendPace pace, DeliveryOptions options, TimeProvider time)
{
    /// <summary>How much longer a group or channel waits than a private chat: Telegram's FAQ allows 20 a minute there.</summary>
    private const int GroupSpacings = 3;

    private const string HeldUntilKey = "sending-held-until";
    private long _takenOver;

    /// <summary>What an earlier leader had in flight when it died may have arrived: it goes out once more, marked as a possible repeat.</summary>
    public async Task TakeOverAsync(CancellationToken cancellation)
    {
        if (_takenOver == leader.Term) return;
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Deliveries.Where(d => d.State == DeliveryState.Sending && d.Term < leader.Term).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Pending).SetProperty(d => d.Reason, AlertSending.InDoubt), cancellation);
        if (await db.Settings.FindAsync([HeldUntilKey], cancellation) is { } held)
            pace.HoldUntil(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(held.Value, CultureInfo.InvariantCulture)));
        _takenOver = leader.Term;
    }

    /// <summary>Takes what is due, one per chat and never before an earlier one of the same chat that is as urgent, so that each chat reads in order.</summary>
    public async Task<List<long>> ClaimAsync(int most, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await leader.StillLeadsAsync(db, cancellation)) return [];
        var due = await Due(db).OrderBy(d => d.Priority).ThenBy(d => d.Id).Select(d => new { d.Id, d.SubscriberId }).Take(most).ToListAsync(cancellation);
        var claimed = due.DistinctBy(d => d.SubscriberId).Select(d => d.Id).ToList();
        if (claimed.Count == 0) return claimed;
        await db.Deliveries.Where(d => claimed.Contains(d.Id) || (d.CarriedBy != null && claimed.Contains(d.CarriedBy.Value))).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, DeliveryState.Sending).SetProperty(d => d.Term, leader.Term).SetProperty(d => d.Attempts, d => d.Attempts + 1), cancellation);
        await transaction.CommitAsync(cancellation);
        return claimed;
    }

    /// <summary>Not called off by a stop: the messages may be out.</summary>
    public async Task SettleAsync(IReadOnlyList<SendReport> reports)
    {
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (!await leader.StillLeadsAsync(db, CancellationToken.None)) return;
        foreach (var report in reports) await SettleAsync(db, report);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private IQueryable<DeliveryRow> Due(MonitorDb db)
    {
        var now = time.GetUtcNow();

        // A message that gathers what one item told is not taken before all of it is there, for this chat; that others are still to come keeps nobody waiting.
        return db.Deliveries
            .Where(d => d.State == DeliveryState.Pending && d.NextAttemptAt <= now && d.CarriedBy == null)
            .Where(d => d.Priority == Priority.Chosen || !db.Alerts.Any(a => !a.FannedOut && a.FanOutCursor < d.SubscriberId && a.ItemId == db.Alerts.First(own => own.Id == d.AlertId).ItemId))
            .Where(d => !db.Subscribers.Any(s => s.Id == d.SubscriberId && s.NotBefore > now))
            .Where(d => !db.Deliveries.Any(e => e.SubscriberId == d.SubscriberId && e.State == DeliveryState.Sending))
            .Where(d => !db.Deliveries.Any(e => e.SubscriberId == d.SubscriberId && e.State == DeliveryState.Pending && e.CarriedBy == null && e.Priority <= d.Priority && e.Id < d.Id));
    }

    private async Task SettleAsync(MonitorDb db, SendReport report)
    {
        var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == report.DeliveryId && d.State == DeliveryState.Sending && d.Term == leader.Term);
        if (delivery is null) return;
        var (now, result) = (time.GetUtcNow(), report.Result);
        var next = RetryRule.After(result.Outcome, new Attempt(delivery.Attempts, delivery.Reason == AlertSending.InDoubt), now, result.Wait);
        delivery.State = next.Sent ? DeliveryState.Sent : next.Parked ? DeliveryState.Parked : DeliveryState.Pending;
        delivery.Reason = next.InDoubt && result.IsMessage ? AlertSending.InDoubt : result.Why ?? next.Reason;
        delivery.NextAttemptAt = next.Again ?? delivery.NextAttemptAt;
        delivery.MessageId = result.MessageId ?? delivery.MessageId;
        if (result.Outcome == SendOutcome.Wait) delivery.Attempts--;
        await db.Deliveries.Where(d => d.CarriedBy == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, delivery.State).SetProperty(d => d.Reason, delivery.Reason));
        await MeasureAsync(db, delivery, result, now);
        await SpaceAsync(db, delivery.SubscriberId, result, now);
        if (result.Outcome == SendOutcome.ChatGone) await SuspendAsync(db, delivery.SubscriberId, now);
    }

    private static async Task MeasureAsync(MonitorDb db, DeliveryRow delivery, SendResult result, DateTimeOffset now)
    {
        Measures.Sends.Add(1, Measures.Tag("outcome", result.Outcome.ToString()));
        if (result is { Outcome: SendOutcome.Wait, Asked: true }) Measures.ToldToWait.Add(1);
        if (!Measures.Latency.Enabled || delivery.State != DeliveryState.Sent || !result.IsMessage) return;
        Measures.Latency.Record((now - await db.Alerts.Where(a => a.Id == delivery.AlertId).Select(a => a.CreatedAt).SingleAsync()).TotalSeconds);
    }

    /// <summary>When the chat may get its next message, and whether everybody has to wait.</summary>
    private async Task SpaceAsync(MonitorDb db, long subscriber, SendResult result, DateTimeOffset now)
    {
        if (result.Asked && pace.Heard(subscriber, result.Outcome == SendOutcome.Wait ? result.Wait : null)) await KeepHoldAsync(db);
        var spacing = result.IsGroup ? options.ChatSpacing * GroupSpacings : options.ChatSpacing;
        var earliest = now + (result is { Outcome: SendOutcome.Wait, Asked: true, Wait: { } wait } && wait > spacing ? wait : spacing);
        await db.Subscribers.Where(s => s.Id == subscriber).ExecuteUpdateAsync(set => set.SetProperty(s => s.NotBefore, earliest));
    }

    private async Task KeepHoldAsync(MonitorDb db)
    {
        var until = pace.HeldUntil.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.FindAsync(HeldUntilKey) is { } held) held.Value = until;
        else db.Settings.Add(new SettingRow { Key = HeldUntilKey, Value = until });
    }

    private static async Task SuspendAsync(MonitorDb db, long subscriber, DateTimeOffset now)
    {
        await db.Subscribers.Where(s => s.Id == subscriber).ExecuteUpdateAsync(set => set.SetProperty(s => s.SuspendedAt, now));
        await db.Deliveries.Where(d => d.SubscriberId == subscriber && (d.State == DeliveryState.Pending || d.State == DeliveryState.Held))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Parked).SetProperty(d => d.Reason, "the chat is gone or has blocked the bot"));
    }
}

/// <param name="ChatSpacing">Least time between two messages to one private chat; zero in a terminal.</param>
/// <param name="Channel">Id or @name of the channel that gets every change; empty: none.</param>
public sealed record DeliveryOptions(int MaxMessagesPerSecond, TimeSpan ChatSpacing, Uri? PublicBaseUrl, string Channel = "");
