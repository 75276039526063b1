using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Monitor.Bot;
using Monitor.Operating.Sources;
using Monitor.Operating.Telemetry;
using Monitor.Pipeline;
using Monitor.Privacy;
using Monitor.Schedule;
using Monitor.Store;
using Monitor.Syndication;
using Monitor.Telegram;
using Monitor.Web;

namespace Monitor.Operating;

/// <summary>
/// Puts the program together, the same for the service, the demo and the tests: settings, store, pipeline, bot, pages. Opening comes
/// before serving: who gets an answer gets it from a database that is up to date.
/// </summary>
public static class MonitorHost
{
    public const string DefaultAddress = "http://localhost:8080";

    /// <summary>A stop waits for the answers to what was sent; a call to Telegram is given up after 30 s.</summary>
    public static readonly TimeSpan MostToStop = TimeSpan.FromSeconds(40);

    /// <param name="settings">Settings of the command line, as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">What a test or the demo replaces.</param>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "monitor" });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        SayThingsToStandardError(builder);
        adjust?.Invoke(builder);

        var read = Settings.From(builder.Configuration);
        AddMonitor(builder.Services, read);
        TelemetryExport.AddTo(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.UseWebhook();
        app.UsePages();
        app.MapPages();
        app.MapFeeds();
        app.MapHealth();
        return app;
    }

    /// <summary>Becomes the one process that works on the database (on PostgreSQL: one of several), brings it up to date and takes in the lists.</summary>
    public static async Task OpenAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var leader = services.GetRequiredService<Leader>();
        await leader.WaitAsync(services.GetRequiredService<TimeProvider>(), cancellation);
        await services.GetRequiredService<StoreStart>().OpenAsync(cancellation);
        await leader.JoinAsync(cancellation);
        await services.GetRequiredService<FeedAuthority>().KeptAsync(cancellation);
        await services.GetRequiredService<ListsOnDisk>().TakeInAsync(cancellation);
        await services.GetRequiredService<SourcesOnDisk>().TakeInAsync(cancellation);
        await services.GetRequiredService<ChannelChat>().TakeInAsync(cancellation);
        await leader.OpenedAsync();
    }

    /// <summary>Starts serving; a port that is taken is said plainly.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new UnavailableException($"the address {string.Join(", ", app.Urls)} is taken by another program. Stop it, or choose another with ASPNETCORE_URLS=http://localhost:8081", e);
        }
    }

    private static void AddMonitor(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = MostToStop);
        services.TryAddSingleton(TimeProvider.System);
        services.AddStore(settings.Database);
        services.AddKeys(settings);
        services.AddPipeline(settings);
        services.AddBot(settings);
        services.AddSchedule(withBot: services.Any(s => s.ServiceType == typeof(IBotApi)), settings.Telegram.Shadow);
        services.AddFeeds();
        services.AddPages();
        services.AddSingleton<ListsOnDisk>().AddSingleton<SourcesOnDisk>();
    }

    private static void SayThingsToStandardError(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();

        // A start that fails is told by us, in one sentence; what stops a running service is still logged (as critical).
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // What the store fails at is thrown as well, and said once (StoreTrouble).
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
