using Monitor.Pipeline.Sources;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Notices what time alone shows of the sources.</summary>
[DisallowConcurrentExecution]
internal sealed class HealthJob(SourceHealthRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
