using Monitor.Pipeline;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Asks the sources that are due and reads what they brought. Runs may overlap: a slow source holds up no other.</summary>
internal sealed class PollJob(FeedRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}
