using Monitor.Pipeline.Sources;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Looks again at articles that people were told of.</summary>
[DisallowConcurrentExecution]
internal sealed class SecondLooksJob(SecondLooks looks) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await looks.RunAsync(cancellationToken);
}
