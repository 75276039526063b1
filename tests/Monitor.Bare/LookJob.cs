using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Monitor.Bare;

/// <summary>Ticks each second, as the program's jobs do.</summary>
[DisallowConcurrentExecution]
internal sealed class LookJob(IDbContextFactory<BareDb> store) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        await db.Items.Where(i => !i.IsRead).OrderBy(i => i.Id).Take(10).ToListAsync(cancellationToken);
    }
}
