using Monitor.Pipeline.Sending;
using Quartz;

namespace Monitor.Schedule;

/// <summary>In a shadow, instead of sending.</summary>
[DisallowConcurrentExecution]
internal sealed class ShadowJob(ShadowRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
