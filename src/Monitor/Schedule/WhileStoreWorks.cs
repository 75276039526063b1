using Monitor.Store;
using Quartz;

namespace Monitor.Schedule;

/// <summary>Around every tick: none while the store is in trouble, but one trial whether that is over. What was not done is found by the next tick.</summary>
internal sealed class WhileStoreWorks(StoreTrouble trouble) : IJobExecutionMiddleware
{
    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken = default)
    {
        if (trouble.IsOn && !await trouble.IsOverAsync(cancellationToken)) return;
        try
        {
            await next(context, cancellationToken);
        }
        catch (Exception e) when (trouble.Heard(e))
        {
            // said once
        }
    }
}
