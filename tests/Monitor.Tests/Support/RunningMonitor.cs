using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Operating;
using Monitor.Pipeline.Sending;
using Monitor.Store;

namespace Monitor.Tests.Support;

/// <summary>The whole program in this process, as <c>run</c> starts it, with its schedule: over real HTTP against a fake Telegram and fake sites.</summary>
internal sealed class RunningMonitor : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly WebApplication _app;

    private RunningMonitor(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <param name="folder">Database and keys; the same folder again is a restart.</param>
    /// <param name="clock">The program's clock; timers run in real time.</param>
    public static Task<RunningMonitor> StartAsync(string folder, TimeProvider clock, params string[] settings) => StartAsync(folder, clock, _ => { }, settings);

    /// <param name="adjust">What else a test replaces or listens to.</param>
    public static async Task<RunningMonitor> StartAsync(string folder, TimeProvider clock, Action<WebApplicationBuilder> adjust, params string[] settings)
    {
        string[] all =
        [
            "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Monitor={TestStore.At(Path.Combine(folder, "monitor.db"))}", $"--Privacy:KeyDirectory={Path.Combine(folder, "keys")}",
            "--Sources:Every=00:00:01", "--Outbound:AllowPrivateNetworks=true", .. settings,
        ];
        var app = MonitorHost.Build(all, builder =>
        {
            builder.Logging.ClearProviders();
            adjust(builder);
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton(new DeliveryOptions(1000, TimeSpan.Zero, new Uri("https://monitor.example")));
        });
        await MonitorHost.OpenAsync(app.Services, CancellationToken.None);
        await MonitorHost.StartAsync(app, CancellationToken.None);
        return new RunningMonitor(app);
    }

    public async Task<T> LookAsync<T>(Func<MonitorDb, Task<T>> look)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<MonitorDb>>().CreateDbContextAsync();
        return await look(db);
    }

    public async Task WaitForAsync(Func<MonitorDb, Task<bool>> condition, string what)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        while (!await LookAsync(condition))
        {
            if (giveUp.IsCancellationRequested) throw new TimeoutException($"waited {Patience.TotalSeconds} s for: {what}");
            await Task.Delay(Look);
        }
    }

    /// <summary>Until every source was asked after this moment, everything stored is read, and everything due is sent.</summary>
    public async Task SettleAsync(TimeProvider clock)
    {
        var since = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await WaitForAsync(async db => (await db.Sources.Where(s => s.Active).Select(s => s.LastFetchAt).ToListAsync()).TrueForAll(at => at is { } asked && asked.ToUnixTimeMilliseconds() >= since), "every source to be asked");
        await WaitForAsync(async db => !await db.Items.AnyAsync(i => i.ReadAt == null), "every item to be read");
        await WaitForAsync(async db => !await db.Alerts.AnyAsync(a => !a.FannedOut), "every alert to be fanned out");
        await WaitForAsync(async db => !await db.Deliveries.AnyAsync(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending), "every delivery to be sent");
    }

    /// <summary>As Ctrl+C would.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
