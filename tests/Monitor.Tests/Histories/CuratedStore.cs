using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Core.Alerts;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Operating.Demo;
using Monitor.Pipeline;
using Monitor.Pipeline.Judgements;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Tests.Histories;

/// <summary>A store in memory with a short list, items put into it one by one, and a curator at its queue.</summary>
internal sealed class CuratedStore : IAsyncDisposable, IDbContextFactory<MonitorDb>
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=True");
    private readonly DbContextOptions<MonitorDb> _options;
    private readonly WatchlistInUse _list = new();
    private readonly DemoClock _clock = new(new DateTimeOffset(2025, 12, 13, 6, 0, 0, TimeSpan.Zero));
    private readonly ItemReading _reading;
    private readonly JudgementRound _round;
    private long _told;

    private CuratedStore()
    {
        _options = new DbContextOptionsBuilder<MonitorDb>(new DbContextOptions<MonitorDb>()).UseSqlite(_connection)
            .ConfigureWarnings(w => w.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning)).Options;
        _reading = new ItemReading(this, _list, _clock, NullLogger<ItemReading>.Instance);
        _round = new JudgementRound(this, _list, _reading, _clock);
        Queue = new CuratorsQueue(this, _list, _clock);
    }

    public CuratorsQueue Queue { get; }

    public static async Task<CuratedStore> OpenAsync(params string[] names)
    {
        var store = new CuratedStore();
        await store._connection.OpenAsync();
        await using var db = store.CreateDbContext();
        await db.Database.MigrateAsync();
        var list = names.Select((name, n) => (Subject)new Person { Id = $"p{n + 1}", Name = name }).ToList();
        await new WatchlistImport(store, store._list, store._clock).ImportAsync(list, [], CancellationToken.None);
        return store;
    }

    public MonitorDb CreateDbContext() => new(_options);

    /// <summary>Reads the item as news, and returns the alerts it gave.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(Item item)
    {
        _clock.PutForwardTo(item.Published!.Value);
        await using var db = CreateDbContext();
        db.Items.Add(new ItemRow { SourceId = item.Source, Reference = item.Id, Origin = item.Origin, Url = item.Url, Title = item.Title, Text = item.Text, Language = item.Language, Published = item.Published, FetchedAt = _clock.GetUtcNow() });
        await db.SaveChangesAsync();
        await _reading.RunAsync(CancellationToken.None);
        return await AlertsAsync();
    }

    /// <summary>Carries out what the curator just wrote, and returns the alerts that follow.</summary>
    public async Task<IReadOnlyList<string>> CarryOutAsync()
    {
        await _round.RunAsync(CancellationToken.None);
        return await AlertsAsync();
    }

    public async Task<QueueEntry> OnlyEntryAsync() => Assert.Single(await Queue.EntriesAsync(settled: false, CancellationToken.None));

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task<IReadOnlyList<string>> AlertsAsync()
    {
        await using var db = CreateDbContext();
        var rows = await db.Alerts.AsNoTracking().Where(a => a.Id > _told).OrderBy(a => a.Id).ToListAsync();
        if (rows.Count > 0) _told = rows[^1].Id;
        return [.. rows.Select(r => JsonSerializer.Deserialize<Alert>(r.Facts)!).Select(a => $"{Keyword.Of(a.Type)} {a.Subject} {Keyword.Of(a.Kind)} {Keyword.Of(a.Standing)}")];
    }
}
