using Monitor.Pipeline;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Erases what is stored about chats that have been silent for a year, or gone for a month.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(PurgeRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
