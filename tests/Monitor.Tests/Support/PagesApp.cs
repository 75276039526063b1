using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Pipeline;
using Monitor.Store;
using Monitor.Syndication;
using Monitor.Web;

namespace Monitor.Tests.Support;

/// <summary>Pages and feeds alone, over real HTTP, on a database file with the seed watchlist. A second app on the same file is a restart.</summary>
internal sealed class PagesApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PagesApp(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<PagesApp> StartAsync(string database, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(Settings.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build()));
        builder.Services.AddSingleton(TimeProvider.System).AddStore($"Data Source={database}").AddSingleton<WatchlistInUse>().AddPages().AddFeeds();
        var app = builder.Build();
        app.MapFeeds();
        app.MapPages();

        var store = app.Services.GetRequiredService<IDbContextFactory<MonitorDb>>();
        await new StoreStart(store, app.Services.GetRequiredService<StoreFile>()).OpenAsync(CancellationToken.None);
        var import = new WatchlistImport(store, app.Services.GetRequiredService<WatchlistInUse>(), TimeProvider.System);
        await import.ImportAsync(WatchlistImport.ReadFiles([Seed("people.yaml"), Seed("sanctions.yaml")]), WatchlistImport.ReadArticles(Seed("articles.yaml")), CancellationToken.None);
        await app.StartAsync();
        return new PagesApp(app);
    }

    public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    /// <summary>Writes to the story as a round of the program would.</summary>
    public async Task StoreAsync(Func<MonitorDb, Task> write)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<MonitorDb>>().CreateDbContextAsync();
        await write(db);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static string Seed(string name) => Path.Combine(AppContext.BaseDirectory, "seeds", name);
}
