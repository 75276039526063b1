using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Pipeline;
using Monitor.Pipeline.Sources;
using Monitor.Store;

namespace Monitor.Operating;

/// <summary>A store in memory with a list in it, into which items are put one at a time, each at its own date.</summary>
internal sealed class ReplayStore : IAsyncDisposable, IDbContextFactory<MonitorDb>
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=True");
    private readonly DbContextOptions<MonitorDb> _options;
    private readonly WatchlistInUse _watchlist = new();
    private readonly ReplayClock _clock;
    private readonly ItemReading _reading;
    private long _lastAlert;
    private int _sequence;

    private ReplayStore(DateOnly? asOf)
    {
        _options = new DbContextOptionsBuilder<MonitorDb>(new DbContextOptions<MonitorDb>()).UseSqlite(_connection)
            .ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning)).Options;
        _clock = new ReplayClock(asOf is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : TimeProvider.System.GetUtcNow());
        _reading = new ItemReading(this, _watchlist, _clock, NullLogger<ItemReading>.Instance);
    }

    public static async Task<ReplayStore> OpenAsync(ReplayLists lists, DateOnly? asOf, CancellationToken cancellation)
    {
        var store = new ReplayStore(asOf);
        await store._connection.OpenAsync(cancellation);
        await using var db = store.CreateDbContext();
        await db.Database.MigrateAsync(cancellation);
        foreach (var source in lists.Sources) SourceRows.Take(db, null, source, store._clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await new WatchlistImport(store, store._watchlist, store._clock).ImportAsync(lists.Subjects, lists.Articles, cancellation);
        return store;
    }

    public MonitorDb CreateDbContext() => new(_options);

    /// <summary>The alert lines (CONTRACT, replay) that this item gives. An id that its outlet gave before is the same item, edited where its words are others.</summary>
    public async Task<IReadOnlyList<object>> TakeAsync(Item item, CancellationToken cancellation)
    {
        // Without a date an item is as old as the one before it.
        if (item.Published is { } at) _clock.Now = at;
        await using var db = CreateDbContext();
        if (!await AddAsync(db, item, cancellation)) return [];
        await _reading.RunAsync(cancellation);
        return await AlertLinesAsync(db, item.Id, cancellation);
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    /// <returns>False where there is nothing to read: these words are known under this id, or say nothing new.</returns>
    private async Task<bool> AddAsync(MonitorDb db, Item item, CancellationToken cancellation)
    {
        var given = new ParsedItem { Title = item.Title, Text = item.Text };
        if (await db.Items.Where(i => i.SourceId == item.Source && i.Reference == item.Id).Select(i => (long?)i.Id).FirstOrDefaultAsync(cancellation) is { } first)
            return !await IsKnownAsync(db, first, given, cancellation) && await new ItemVersions(_watchlist).AddAsync(db, first, given, _clock.Now, cancellation);
        db.Items.Add(new ItemRow
        {
            SourceId = item.Source,
            Reference = item.Id,
            Origin = item.Origin,
            Url = item.Url,
            Title = item.Title,
            Text = item.Text,
            Language = item.Language,
            Published = item.Published,
            FetchedAt = _clock.Now,
        });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static async Task<bool> IsKnownAsync(MonitorDb db, long first, ParsedItem given, CancellationToken cancellation)
    {
        var versions = await db.Items.AsNoTracking().Where(i => i.Id == first || i.EditOf == first).Select(i => new ParsedItem { Title = i.Title, Text = i.Text }).ToListAsync(cancellation);
        return versions.Exists(v => ItemIdentity.Words(v) == ItemIdentity.Words(given));
    }

    private async Task<IReadOnlyList<object>> AlertLinesAsync(MonitorDb db, string itemId, CancellationToken cancellation)
    {
        var alerts = await db.Alerts.AsNoTracking().Where(a => a.Id > _lastAlert).OrderBy(a => a.Id).ToListAsync(cancellation);
        if (alerts.Count > 0) _lastAlert = alerts[^1].Id;
        return [.. alerts.Select(a => LineOf(JsonSerializer.Deserialize<Alert>(a.Facts)!, itemId))];
    }

    private Dictionary<string, object?> LineOf(Alert alert, string itemId)
    {
        var line = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["seq"] = ++_sequence,
            ["at_item"] = itemId,
            ["type"] = Keyword.Of(alert.Type),
            ["subject"] = alert.Subject,
            ["kind"] = Keyword.Of(alert.Kind),
            ["date"] = alert.Date.ToString(),
            ["standing"] = Keyword.Of(alert.Standing),
            ["origins"] = alert.Origins,
            ["items"] = alert.Items.Select(i => ItemVersions.NameOf(i.Reference)).Distinct(StringComparer.Ordinal),
        };
        if (alert.IsGroup) line["count"] = alert.Count;
        line["text"] = Phrasebook.Languages.ToDictionary(l => l, l => Phrasebook.For(l).Say(alert).ToPlain(), StringComparer.Ordinal);
        return line;
    }

    private sealed class ReplayClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>What a replay begins with: the list, the articles its facts cite, the sources that outlets may name.</summary>
internal sealed record ReplayLists(IReadOnlyList<Subject> Subjects, IReadOnlyList<CitedArticle> Articles, IReadOnlyCollection<Source> Sources);
