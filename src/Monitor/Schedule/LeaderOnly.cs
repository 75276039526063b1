using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Quartz;

namespace Monitor.Schedule;

/// <summary>
/// No tick of a process that no longer leads: it was asleep and another took its place, or <c>panic</c> ended its term. It says so, and ends
/// itself. The keys and rows it holds in memory are stale.
/// </summary>
internal sealed class LeaderOnly(IDbContextFactory<MonitorDb> store, Leader leader, IHostApplicationLifetime life, ILogger<LeaderOnly> log) : ITriggerListener
{
    public string Name => nameof(LeaderOnly);

    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await LeadsAsync(cancellationToken)) return false;
        if (!life.ApplicationStopping.IsCancellationRequested) log.LogCritical("This process no longer leads its database: another does, or monitor panic was run. It writes nothing more, and ends");
        life.StopApplication();
        return true;
    }

    /// <summary>A database that cannot be read says nothing about who leads: the job meets the same trouble, and reports it.</summary>
    private async Task<bool> LeadsAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            return await leader.StillLeadsAsync(db, cancellation);
        }
        catch (DbException)
        {
            return true;
        }
    }
}
