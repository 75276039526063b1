using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Watchlist;
using Monitor.Fetching;
using Monitor.Pipeline;
using Monitor.Pipeline.Sources;
using Monitor.Store;
using Monitor.Store.Postgres;
using Monitor.Tests.Support;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>The reading half of the program on a database of its own: rounds are called by hand, the clock stands until it is moved, the web is a function.</summary>
internal sealed class PollingHouse : IDisposable
{
    private readonly TempStore _folder = new();
    private readonly PooledDbContextFactory<MonitorDb> _store;
    private readonly OwnSession _session;
    private readonly FeedFetcher _fetcher;

    private PollingHouse(DateTimeOffset start, FeedFetcher? fetcher, Func<HttpRequestMessage, HttpResponseMessage> web, TimeSpan every)
    {
        Clock = new StandingClock(start);
        var address = StoreSetup.Describe(TestStore.At(_folder.File));
        _session = new OwnSession(address);
        _store = new PooledDbContextFactory<MonitorDb>((DbContextOptions<MonitorDb>)StoreSetup.Configure(new DbContextOptionsBuilder<MonitorDb>(), address.ConnectionString).Options);
        _fetcher = fetcher ?? new FeedFetcher(new FetchSettings(), new HostQueue(Clock), Clock, new Web(web));
        Watchlist = new WatchlistInUse();
        var settings = Settings.From(new Microsoft.Extensions.Configuration.ConfigurationManager()) with { Every = every };
        var articles = new ArticleTexts(_fetcher, Watchlist, Clock, NullLogger<ArticleTexts>.Instance);
        var (versions, reading) = (new ItemVersions(Watchlist), new ItemReading(_store, Watchlist, Clock, NullLogger<ItemReading>.Instance));
        var reader = new SourceReader(_store, _fetcher, new SourcesInUse(), articles, versions, settings, Clock, NullLogger<SourceReader>.Instance);
        Round = new FeedRound(_store, _session, reader, reading, Clock, NullLogger<FeedRound>.Instance);
        SecondLooks = new SecondLooks(_store, articles, versions, reading, Clock);
        Health = new SourceHealthRound(_store, Clock, NullLogger<SourceHealthRound>.Instance);
    }

    public StandingClock Clock { get; }

    public WatchlistInUse Watchlist { get; }

    public FeedRound Round { get; }

    public SourceHealthRound Health { get; }

    public SecondLooks SecondLooks { get; }

    public static Task<PollingHouse> OpenAsync(DateTimeOffset start, Func<HttpRequestMessage, HttpResponseMessage> web, TimeSpan? every = null, params Subject[] subjects) =>
        OpenAsync(new PollingHouse(start, null, web, every ?? TimeSpan.FromMinutes(10)), subjects);

    /// <summary>With a fetcher of the test's own, which dials real sockets.</summary>
    public static Task<PollingHouse> OpenAsync(DateTimeOffset start, FeedFetcher fetcher, params Subject[] subjects) =>
        OpenAsync(new PollingHouse(start, fetcher, _ => throw new InvalidOperationException(), TimeSpan.FromMinutes(10)), subjects);

    private static async Task<PollingHouse> OpenAsync(PollingHouse house, Subject[] subjects)
    {
        await using var db = await house._store.CreateDbContextAsync();
        await db.Database.MigrateAsync();
        await new WatchlistImport(house._store, house.Watchlist, house.Clock).ImportAsync(subjects, [], CancellationToken.None);
        return house;
    }

    public Task AddAsync(params Source[] sources) => LookAsync(async db =>
    {
        foreach (var source in sources) SourceRows.Take(db, null, source, Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    /// <summary>Time passes, and every source that is due then is asked.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Now += time;
        await Round.RunAsync(CancellationToken.None);
        await Health.RunAsync(CancellationToken.None);
    }

    public async Task<T> LookAsync<T>(Func<MonitorDb, Task<T>> look)
    {
        await using var db = await _store.CreateDbContextAsync();
        return await look(db);
    }

    public Task<List<NoticeKind>> NoticesAsync() => LookAsync(db => db.SourceNotices.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync());

    public static Source Feed(string id, string? origin = null) => new() { Id = id, Name = id, Kind = SourceKind.Feed, Url = new Uri($"https://{id}.test/rss"), Language = "en", Origin = origin ?? id };

    public static HttpResponseMessage Ok(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body) };

    public void Dispose()
    {
        _fetcher.Dispose();
        _session.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    public sealed class StandingClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Web(Func<HttpRequestMessage, HttpResponseMessage> web) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(web(request));
    }
}
