using Microsoft.EntityFrameworkCore;
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
        var app = Build(settings);
        await app.Services.GetRequiredService<StoreStart>().OpenAsync(cancellation);
        await app.Services.GetRequiredService<ListsOnDisk>().TakeInAsync(cancellation);
        return app;
    }

    /// <summary>Nothing opened, nothing taken in.</summary>
    public static WebApplication Build(string[] settings) => MonitorHost.Build([.. settings, "--Telegram:BotToken="], builder => builder.Logging.QuietForVerbs());

    public static IDbContextFactory<MonitorDb> StoreOf(WebApplication app) => app.Services.GetRequiredService<IDbContextFactory<MonitorDb>>();

    /// <summary>The story as it is now, in another file, without anything about those who read it.</summary>
    public static async Task CopyWithoutReadersAsync(WebApplication app, string file, CancellationToken cancellation)
    {
        await using (var db = await StoreOf(app).CreateDbContextAsync(cancellation)) await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellation);
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, $"Data Source={file}");
        await using var copy = new MonitorDb(options.Options);
        await copy.Deliveries.ExecuteDeleteAsync(cancellation);
        await copy.Subscriptions.ExecuteDeleteAsync(cancellation);
        await copy.Subscribers.ExecuteDeleteAsync(cancellation);
    }
}
