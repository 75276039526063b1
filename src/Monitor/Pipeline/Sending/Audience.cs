using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// Whom an alert concerns: a report goes to those who followed its subject when it was committed; an edit or correction to exactly
/// those who got the report. Who wants only what is confirmed hears of a change when it is. Subscriber ids after the alert's cursor, in order.
/// </summary>
internal sealed class Audience(MonitorDb db, AlertRow row, Alert alert)
{
    public MonitorDb Db { get; } = db;

    public AlertRow Row { get; } = row;

    public Alert Alert { get; } = alert;

    public async Task<List<long>> NextAsync(int most, CancellationToken cancellation)
    {
        var ids = await NextAsync(Alert.Type == AlertType.Report ? Followers() : Db.Subscribers.Where(r => Recipients().Any(d => d.SubscriberId == r.Id)), most, cancellation);
        if (Alert is not { Type: AlertType.Edit, Standing: Standing.Confirmed }) return ids;
        var waited = await NextAsync(Followers().Where(r => !OfChange().Any(d => d.SubscriberId == r.Id)), most, cancellation);
        return [.. ids.Union(waited).Order().Take(most)];
    }

    /// <summary>Those of them who chose this very subject.</summary>
    public async Task<HashSet<long>> ChoseAsync(List<long> ids, CancellationToken cancellation) => Alert.IsGroup ? [] :
        [.. await Db.Subscriptions.Where(s => ids.Contains(s.SubscriberId) && s.Follow == Alert.Subject).Select(s => s.SubscriberId).ToListAsync(cancellation)];

    /// <summary>For an edit or correction: the message that each of them has about the change.</summary>
    public async Task<Dictionary<long, long?>> FirstMessagesAsync(List<long> ids, CancellationToken cancellation)
    {
        if (Alert.Type == AlertType.Report) return [];
        var firsts = await Recipients().Where(d => ids.Contains(d.SubscriberId)).Select(d => new { d.SubscriberId, First = d.CarriedBy ?? d.Id }).ToListAsync(cancellation);
        return firsts.GroupBy(f => f.SubscriberId).ToDictionary(g => g.Key, g => (long?)g.Min(f => f.First));
    }

    /// <summary>A message not yet on its way in which this alert can stand too: a report of the same item, or any edit of the same message.</summary>
    public async Task<Dictionary<long, DeliveryRow>> CarriersAsync(List<long> ids, CancellationToken cancellation)
    {
        var waiting = Db.Deliveries.AsNoTracking().Where(d => ids.Contains(d.SubscriberId) && d.State == DeliveryState.Pending && d.CarriedBy == null && d.Attempts == 0);
        waiting = Alert.Type == AlertType.Edit
            ? waiting.Where(d => Db.Alerts.Any(a => a.Id == d.AlertId && a.Type == AlertType.Edit))
            : waiting.Where(d => d.FirstId == null && Db.Alerts.Any(a => a.Id == d.AlertId && a.ItemId == Row.ItemId && a.Type == AlertType.Report));
        return (await waiting.OrderBy(d => d.Id).ToListAsync(cancellation)).GroupBy(d => d.SubscriberId).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>Goes along the subscribers from the cursor on, so that a batch costs the same whether it is the first or the thousandth.</summary>
    private Task<List<long>> NextAsync(IQueryable<SubscriberRow> who, int most, CancellationToken cancellation) =>
        who.Where(r => r.Id > Row.FanOutCursor && r.SuspendedAt == null).OrderBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(cancellation);

    private IQueryable<SubscriberRow> Followers()
    {
        var covering = Follow.Covering(Alert.Subject, ChangeFamily.IsOfPersons(Alert.Kind));
        var confirmed = Alert.Standing == Standing.Confirmed;
        return Db.Subscribers.Where(r => confirmed || !r.OnlyConfirmed)
            .Where(r => Db.Subscriptions.Any(s => s.SubscriberId == r.Id && s.Id <= Row.UpToSubscriptionId && covering.Contains(s.Follow)));
    }

    /// <summary>Who has the message, or will in a moment. Who still waits for it gets it as things stand when it is sent.</summary>
    private IQueryable<DeliveryRow> Recipients() => OfChange()
        .Where(d => d.State == DeliveryState.Sent || d.State == DeliveryState.Sending);

    private IQueryable<DeliveryRow> OfChange() => Db.Deliveries
        .Where(d => d.FirstId == null && Db.Alerts.Any(a => a.Id == d.AlertId && a.ChangeId == Row.ChangeId && a.Id < Row.Id));
}
