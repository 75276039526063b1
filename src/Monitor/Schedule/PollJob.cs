using Monitor.Pipeline;
using Monitor.Pipeline.Judgements;
using Monitor.Store;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Looks at the clock, carries out what curators judged, asks the sources that are due and reads what they brought; after a start, once what was waiting to be sent is on its way, if it is this process that sends. Runs may overlap: a slow source holds up no other.</summary>
internal sealed class PollJob(ClockWatch clock, JudgementRound judgements, FeedRound round, Leader leader, DeliveryRound? delivery = null) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (delivery is not null && leader.Term > 0) await delivery.Resumed.WaitAsync(cancellationToken);
        await clock.LookAsync(cancellationToken);
        await judgements.RunAsync(cancellationToken);
        await round.RunAsync(cancellationToken);
    }
}
