using Monitor.Pipeline;
using Monitor.Pipeline.Judgements;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Looks at the clock, carries out what curators judged, asks the sources that are due and reads what they brought. Runs may overlap: a slow source holds up no other.</summary>
internal sealed class PollJob(ClockWatch clock, JudgementRound judgements, FeedRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await clock.LookAsync(cancellationToken);
        await judgements.RunAsync(cancellationToken);
        await round.RunAsync(cancellationToken);
    }
}
