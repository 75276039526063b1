using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>Looks at what time alone shows of the sources: one that has failed for a day is asked too seldom to notice it by itself.</summary>
public sealed class SourceHealthRound(IDbContextFactory<MonitorDb> store, TimeProvider time, ILogger<SourceHealthRound> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var notices = new SourceNotices(db, time.GetUtcNow());
        foreach (var row in await db.Sources.Where(s => s.Active && s.PausedAt == null).ToListAsync(cancellation)) await notices.AsTimePassesAsync(row, cancellation);
        foreach (var notice in db.SourceNotices.Local.Where(n => n.Id == 0)) log.LogWarning("{Notice}", notice.Words);
        await db.SaveChangesAsync(cancellation);
    }
}
