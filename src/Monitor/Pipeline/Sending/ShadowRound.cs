using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// In place of sending, in a shadow: each alert is said in the log with how many chats it concerns, and is done with. So nobody gets what is
/// old by the time the shadow ends.
/// </summary>
public sealed class ShadowRound(IDbContextFactory<MonitorDb> store, ILogger<ShadowRound> log)
{
    private const int MostAtOnce = 100;

    /// <summary>Returns how many alerts were not sent.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Alerts.Where(a => !a.FannedOut).OrderBy(a => a.Id).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var alert = JsonSerializer.Deserialize<Alert>(row.Facts)!;
            var chats = await new Audience(db, row, alert).NextAsync(int.MaxValue, cancellation);
            log.LogInformation(
                "Shadow: not sent to {Count} chats: {Type} about {Subject}, {Kind} on {Date}, {Standing} by {Origins}",
                chats.Count, Keyword.Of(alert.Type), alert.Subject, Keyword.Of(alert.Kind), alert.Date, Keyword.Of(alert.Standing), string.Join(", ", alert.Origins));
            row.FannedOut = true;
        }

        await db.SaveChangesAsync(cancellation);
        return rows.Count;
    }
}
