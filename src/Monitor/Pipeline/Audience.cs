using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Deliveries;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// Whom an alert concerns: a report goes to those who followed its subject when it was committed; an edit or correction to exactly
/// those who got the report. Subscriber ids after the alert's cursor, in order.
/// </summary>
internal static class Audience
{
    public static Task<List<long>> OfAsync(MonitorDb db, AlertRow alert, int most, CancellationToken cancellation) =>
        (alert.Type == AlertType.Report ? Followers(db, alert) : Recipients(db, alert))
        .Where(id => id > alert.FanOutCursor).Distinct().OrderBy(id => id).Take(most).ToListAsync(cancellation);

    private static IQueryable<long> Followers(MonitorDb db, AlertRow alert)
    {
        var facts = JsonSerializer.Deserialize<Alert>(alert.Facts)!;
        var covering = Follow.Covering(facts.Subject, ChangeFamily.IsOfPersons(facts.Kind));
        return db.Subscriptions
            .Where(s => s.Id <= alert.UpToSubscriptionId && covering.Contains(s.Follow))
            .Where(s => db.Subscribers.Any(r => r.Id == s.SubscriberId && r.SuspendedAt == null))
            .Select(s => s.SubscriberId);
    }

    private static IQueryable<long> Recipients(MonitorDb db, AlertRow alert) => db.Deliveries
        .Where(d => d.State != DeliveryState.Parked && db.Alerts.Any(a => a.Id == d.AlertId && a.ChangeId == alert.ChangeId && a.Type == AlertType.Report))
        .Where(d => db.Subscribers.Any(r => r.Id == d.SubscriberId && r.SuspendedAt == null))
        .Select(d => d.SubscriberId);
}
