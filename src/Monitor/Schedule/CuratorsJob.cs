using Monitor.Pipeline.Sending;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Tells the curators what waits for them.</summary>
[DisallowConcurrentExecution]
internal sealed class CuratorsJob(CuratorsRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
