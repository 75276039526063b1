using Quartz;

namespace Monitor.Schedule;

/// <summary>Around every tick: when the program is told to stop, so is the tick. The timetable by itself would wait for a broadcast of an hour to its end.</summary>
internal sealed class UntilStopped(IHostApplicationLifetime life) : IJobExecutionMiddleware
{
    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        try
        {
            await next(context, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // what is not done is due at the next start
        }
    }
}
