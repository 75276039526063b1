using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Core.Watchlist;
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
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    /// <param name="settings">As <c>Site:FeedAuthority=…</c>.</param>
    /// <param name="log">Where the program's log lines go; nowhere by default.</param>
    public static async Task<PagesApp> StartAsync(string database, string[]? settings = null, ILoggerProvider? log = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);

        // As talkative as an operator may set it, so that what stays unsaid does so by the program's own rule.
        builder.Configuration.AddInMemoryCollection([new("Logging:LogLevel:Default", "Information"), new("Logging:LogLevel:Microsoft", "Information")]);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(Settings.From(new ConfigurationBuilder().AddCommandLine(settings ?? []).Build()));
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddStore(TestStore.At(database)).AddPages().AddFeeds();
        var app = builder.Build();
        app.UsePages();
        app.MapPages();
        app.MapFeeds();

        await app.Services.GetRequiredService<StoreStart>().OpenAsync(CancellationToken.None);
        await ImportAsync(app.Services, subject => subject);
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
    public async Task WriteAsync(Func<MonitorDb, Task> write)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<MonitorDb>>().CreateDbContextAsync();
        await write(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Takes in the seed list once more, each subject as an editor made it.</summary>
    public Task ImportAsync(Func<Subject, Subject> edit) => ImportAsync(_app.Services, edit);

    /// <summary>Stores an item and reads it as the program would.</summary>
    public async Task ReadAsync(ItemRow item)
    {
        await WriteAsync(db => Task.FromResult(db.Items.Add(item)));
        await ActivatorUtilities.CreateInstance<ItemReading>(_app.Services).RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static Task ImportAsync(IServiceProvider services, Func<Subject, Subject> edit)
    {
        var subjects = WatchlistImport.ReadFiles([Seed("people.yaml"), Seed("sanctions.yaml")]).Select(edit).ToList();
        return ActivatorUtilities.CreateInstance<WatchlistImport>(services).ImportAsync(subjects, WatchlistImport.ReadArticles(Seed("articles.yaml")), CancellationToken.None);
    }

    private static string Seed(string name) => Path.Combine(AppContext.BaseDirectory, "seeds", name);
}
