using Monitor.Pipeline;
using Quartz;

namespace Monitor.Schedule;

/// <summary>
/// The timetable. Jobs only tick; when a source or a delivery is due stands in its row, so that a restart loses nothing and a job that
/// starts late finds its work still there.
/// </summary>
public static class ScheduleSetup
{
    /// <summary>A scheduler with a name has a clock of its own; the nameless one would give its clock to the whole program.</summary>
    private const string Name = "timetable";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Each alert waits for one on average half of this, whatever else is fast; a tick without work costs a few short queries.</summary>
    private static readonly TimeSpan SendTick = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan MemoryTick = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan HealthTick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SecondLooksTick = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CuratorsTick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A slow source keeps its tick busy for up to 30 s, one tick a second: with fewer places it would hold up the sending.</summary>
    private const int MostAtOnce = 64;

    public static IServiceCollection AddSchedule(this IServiceCollection services, bool withBot, bool inShadow)
    {
        if (withBot) services.AddSingleton<DeliveryRound>();
        services.AddSingleton<QuietMemory>();
        services.AddQuartz(Name, quartz =>
        {
            quartz.UseDefaultThreadPool(MostAtOnce);
            quartz.UseTimeProvider(new SteadyClock(TimeProvider.System));
            quartz.AddTriggerListener<LeaderOnly>();
            quartz.AddJobMiddleware<UntilStopped>();
            quartz.AddJobMiddleware<WhileStoreWorks>();
            Every(quartz, Tick, new JobKey("poll"), typeof(PollJob));
            Every(quartz, MemoryTick, new JobKey("memory"), typeof(MemoryJob));
            Every(quartz, HealthTick, new JobKey("health"), typeof(HealthJob));
            Every(quartz, SecondLooksTick, new JobKey("second looks"), typeof(SecondLooksJob));
            if (inShadow) Every(quartz, Tick, new JobKey("shadow"), typeof(ShadowJob));
            if (withBot) Every(quartz, SendTick, new JobKey("send"), typeof(SendJob));
            if (withBot) Every(quartz, Hour, new JobKey("purge"), typeof(PurgeJob));
            if (withBot) Every(quartz, CuratorsTick, new JobKey("curators"), typeof(CuratorsJob));
        });
        return services.AddQuartzHostedService(Name, hosted =>
        {
            hosted.WaitForJobsToComplete = true;

            // The demo's sources are pages of this very program: it must listen before it is asked.
            hosted.AwaitApplicationStarted = true;
        });
    }

    private static void Every(IQuartzBuilder quartz, TimeSpan interval, JobKey key, Type job)
    {
        quartz.AddJob(job, configure => configure.WithIdentity(key));
        quartz.AddTrigger(trigger => trigger.ForJob(key).StartNow().WithSimpleSchedule(interval));
    }
}
