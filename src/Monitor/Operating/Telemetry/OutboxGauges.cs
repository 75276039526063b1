using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Operating.Telemetry;

/// <summary>How many deliveries are due and not yet sent, and for how long the oldest of them has been: asked of the database whenever metrics are collected.</summary>
internal sealed class OutboxGauges(IDbContextFactory<MonitorDb> store, TimeProvider time)
{
    public void Register()
    {
        Measures.Meter.CreateObservableGauge("monitor.outbox.depth", () => Ask(due => (long)due.Count()), "{delivery}", "Deliveries due and not yet sent");
        Measures.Meter.CreateObservableGauge("monitor.outbox.age", () => Ask(due => due.Min(d => (DateTimeOffset?)d.NextAttemptAt) is { } oldest ? (time.GetUtcNow() - oldest).TotalSeconds : 0), "s", "For how long the oldest of them has been due");
    }

    /// <summary>Nothing is told while the database cannot be read.</summary>
    private IEnumerable<Measurement<T>> Ask<T>(Func<IQueryable<DeliveryRow>, T> ask) where T : struct
    {
        try
        {
            using var db = store.CreateDbContext();
            var now = time.GetUtcNow();
            return [new Measurement<T>(ask(db.Deliveries.Where(d => (d.State == DeliveryState.Pending || d.State == DeliveryState.Sending) && d.NextAttemptAt <= now)))];
        }
        catch (DbException)
        {
            return [];
        }
    }
}
