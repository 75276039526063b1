using Monitor.Store;

namespace Monitor.Operating;

/// <summary>
/// The program's parts without its service, for verbs that look into the database: no schedule, no bot, no pages, no claim to lead, so
/// that they run beside the service.
/// </summary>
internal static class StandaloneHost
{
    public static async Task<WebApplication> OpenAsync(string[] settings, CancellationToken cancellation)
    {
        var app = MonitorHost.Build(settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Monitor", LogLevel.Warning));
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(cancellation);
        await app.Services.GetRequiredService<ListsOnDisk>().TakeInAsync(cancellation);
        return app;
    }
}
