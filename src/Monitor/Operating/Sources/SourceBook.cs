using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;
using Monitor.Store;

namespace Monitor.Operating.Sources;

internal enum SourceChange
{
    Pause,
    Resume,
    Remove,
}

/// <summary>The sources in the database, for who changes them by hand while the service runs. Opening it takes in the sources file as a start of the service would.</summary>
internal sealed class SourceBook : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IDbContextFactory<MonitorDb> _store;
    private readonly TimeProvider _time;

    private SourceBook(WebApplication app)
    {
        _app = app;
        _store = StandaloneHost.StoreOf(app);
        _time = app.Services.GetRequiredService<TimeProvider>();
    }

    public IReadOnlyList<Source> InUse { get; private set; } = [];

    public IReadOnlyCollection<string> Ids { get; private set; } = [];

    public static async Task<SourceBook> OpenAsync(string[] settings, CancellationToken cancellation)
    {
        var app = await StandaloneHost.OpenAsync(settings, cancellation);
        await app.Services.GetRequiredService<SourcesOnDisk>().TakeInAsync(cancellation);
        var book = new SourceBook(app);
        await using var db = await book._store.CreateDbContextAsync(cancellation);
        var rows = await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation);
        book.Ids = [.. rows.Select(r => r.Id)];
        book.InUse = [.. rows.Where(r => r.Active).Select(SourceRows.ToSource).OfType<Source>()];
        return book;
    }

    public async Task TakeAsync(IReadOnlyList<Source> sources, CancellationToken cancellation)
    {
        // Through the strict reader first: what it refuses must not get into the database by this door.
        var reading = SourceList.Read(SourceListWriter.Write(sources), "the source");
        if (reading.Refused) throw new BadDataException(string.Join('\n', reading.Errors));
        await using var db = await _store.CreateDbContextAsync(cancellation);
        foreach (var source in reading.Sources)
        {
            var row = await db.Sources.SingleOrDefaultAsync(s => s.Id == source.Id, cancellation);
            SourceRows.Take(db, row, source, _time.GetUtcNow());
            (row ?? db.Sources.Local.Single(s => s.Id == source.Id)).ByHand = true;
        }

        await db.SaveChangesAsync(cancellation);
    }

    public async Task<string> ChangeAsync(string id, SourceChange change, CancellationToken cancellation)
    {
        await using var db = await _store.CreateDbContextAsync(cancellation);
        var row = await db.Sources.SingleOrDefaultAsync(s => s.Id == id, cancellation) ?? throw new BadDataException($"there is no source \"{id}\"; \"monitor sources list\" shows them all");
        var now = _time.GetUtcNow();
        switch (change)
        {
            case SourceChange.Pause: row.PausedAt ??= now; break;
            case SourceChange.Remove: (row.Active, row.RemovedAt) = (false, now); break;
            default: (row.Active, row.PausedAt, row.RemovedAt, row.NextFetchAt) = (true, null, null, now); break;
        }

        await db.SaveChangesAsync(cancellation);
        return change switch
        {
            SourceChange.Pause => $"{id} is not asked until \"monitor sources resume {id}\"",
            SourceChange.Remove => $"{id} is out; its items stay, and \"monitor sources resume {id}\" brings it back",
            _ => $"{id} is asked again, now",
        };
    }

    public async Task<IReadOnlyList<SourceHealthLine>> HealthAsync(CancellationToken cancellation)
    {
        await using var db = await _store.CreateDbContextAsync(cancellation);
        return await SourceHealthLine.AllAsync(db, cancellation);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
