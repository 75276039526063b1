using Monitor.Store;
using Quartz;

namespace Monitor.Schedule;

/// <summary>
/// No tick of a process whose time is over: it was asleep and another took its place, or <c>panic</c> ended its term. It says so, and ends
/// itself. The keys and rows it holds in memory are stale. Where several share a database, a job that may not run twice at once here
/// (Quartz's <see cref="DisallowConcurrentExecutionAttribute"/>) may not elsewhere either: only the leader runs it.
/// </summary>
internal sealed class LeaderOnly(Leader leader, IHostApplicationLifetime life, ILogger<LeaderOnly> log) : ITriggerListener
{
    public string Name => nameof(LeaderOnly);

    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rank = await leader.RankOrHelpsAsync(cancellationToken);
        if (rank != Rank.Over) return rank == Rank.Helps && context.JobDetail.ConcurrentExecutionDisallowed;
        if (!life.ApplicationStopping.IsCancellationRequested) log.LogCritical("This process no longer leads its database: another does, or monitor panic was run. It writes nothing more, and ends");
        life.StopApplication();
        return true;
    }
}
