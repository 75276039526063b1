using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Operating.Demo;

/// <summary>Lets the seed day pass: waits for the silent first look at every source, then puts the clock forward from one article to the next.</summary>
internal sealed class DemoDirector(SeedDay day, DemoClock clock, IDbContextFactory<MonitorDb> store) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await AllLookedAtAsync(stoppingToken)) await Task.Delay(Look, stoppingToken);
        foreach (var instant in day.Instants)
        {
            clock.PutForwardTo(instant + Pause);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task<bool> AllLookedAtAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return !await db.Sources.AnyAsync(s => s.Active && s.FirstReadAt == null, cancellation);
    }
}
