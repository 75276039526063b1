using Monitor.Pipeline;
using Monitor.Pipeline.Judgements;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Carries out what curators judged, asks the sources that are due and reads what they brought. Runs may overlap: a slow source holds up no other.</summary>
internal sealed class PollJob(JudgementRound judgements, FeedRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await judgements.RunAsync(cancellationToken);
        await round.RunAsync(cancellationToken);
    }
}
