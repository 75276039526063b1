using Monitor.Pipeline;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Sends what is due. One run at a time: the next tick finds whatever came meanwhile.</summary>
[DisallowConcurrentExecution]
internal sealed class SendJob(DeliveryRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
