using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;
using Monitor.Store;

namespace Monitor.Tests.Histories;

/// <summary>A database in memory in which made-up histories are told, one subject each, by the program's own SubjectStory.</summary>
internal sealed class HistoryStore : IAsyncDisposable
{
    private readonly MonitorDb _db;
    private readonly WatchlistInUse _list = new();
    private int _items;

    private HistoryStore(MonitorDb db) => _db = db;

    public static async Task<HistoryStore> OpenAsync()
    {
        var options = (DbContextOptions<MonitorDb>)StoreSetup.Configure(new DbContextOptionsBuilder<MonitorDb>(), "Data Source=:memory:").Options;
        var db = new MonitorDb(options);
        await db.Database.OpenConnectionAsync();
        await db.Database.MigrateAsync();
        return new HistoryStore(db);
    }

    /// <summary>Tells the items in this order, and returns the alerts they gave.</summary>
    public async Task<IReadOnlyList<Alert>> TellAsync(string subject, IEnumerable<HistoryItem> items)
    {
        var last = await _db.Alerts.MaxAsync(a => (long?)a.Id) ?? 0;
        foreach (var item in items) await TellAsync(subject, item);
        return [.. (await _db.Alerts.AsNoTracking().Where(a => a.Id > last).OrderBy(a => a.Id).ToListAsync()).Select(a => JsonSerializer.Deserialize<Alert>(a.Facts)!)];
    }

    /// <summary>The changes as they stand, one line each; ids and the order of arrival left out.</summary>
    public async Task<string> StandAsync(string subject)
    {
        var rows = await _db.Changes.AsNoTracking().Where(c => c.SubjectId == subject && c.MergedInto == null).ToListAsync();
        return string.Join('\n', rows.Select(c => $"{Keyword.Of(c.Kind)} {c.Date} {Keyword.Of(c.Standing)} {c.To}").Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _db.Database.CloseConnectionAsync();
        await _db.DisposeAsync();
    }

    private async Task TellAsync(string subject, HistoryItem item)
    {
        _db.ChangeTracker.Clear();
        var words = string.Join(' ', Enumerable.Range(0, 20).Select(n => $"word{item.Text * 100 + n}of{subject}"));
        var row = new ItemRow
        {
            SourceId = item.Outlet,
            Reference = $"i{++_items}",
            Origin = item.Outlet,
            Title = "",
            Text = "",
            Published = item.Published,
            FetchedAt = item.Published,
            ReadAt = item.Published,
            Print = TextPrint.Of(new Item { Id = "", Source = "", Origin = "", Title = "", Text = words }).ToString(),
        };
        _db.Items.Add(row);
        await _db.SaveChangesAsync();
        _db.Claims.AddRange(item.Claims.Select(c => Copy(c, subject, row.Id)));
        await _db.SaveChangesAsync();
        await new SubjectStory(_db, _list, item.Published).RetellAsync(subject, row.Id, CancellationToken.None);
    }

    private static ClaimRow Copy(ClaimRow c, string subject, long item) => new()
    {
        ItemId = item,
        SubjectId = subject,
        Kind = c.Kind,
        Stance = c.Stance,
        Date = c.Date,
        Origin = c.Origin,
        Quoted = c.Quoted,
        Attributed = c.Attributed,
        Published = c.Published,
        Live = c.Live,
        Surface = "",
        Why = "",
    };
}
