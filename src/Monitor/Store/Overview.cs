using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>How many persons of the list were taken and freed in one year, by changes that are neither disputed nor withdrawn.</summary>
public sealed record YearTally(int Year, int Detained, int Released);

/// <summary>The whole list at one glance: what each subject is now, and the tally of the years, oldest first, none left out.</summary>
public sealed record Overview(IReadOnlyDictionary<string, SubjectLine> Lines, IReadOnlyList<YearTally> Years);

/// <summary>Keeps the overview of a list of thousands until anything is committed: it costs one walk over all changes, so not one per reader.</summary>
public sealed class OverviewNow(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist, StoreVersion versions) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private volatile Kept? _kept;

    public async Task<Overview> ReadAsync(CancellationToken cancellation)
    {
        var version = versions.Now();
        if (_kept is { } still && still.Version == version) return still.Overview;
        await _one.WaitAsync(cancellation);
        try
        {
            if (_kept is { } just && just.Version == version) return just.Overview;
            var overview = await TellAsync(cancellation);
            _kept = new Kept(version, overview);
            return overview;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Overview> TellAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Changes.AsNoTracking().Where(c => c.MergedInto == null).Select(c => new { c.SubjectId, c.Kind, c.Date, c.Standing, c.To }).ToListAsync(cancellation);
        var changes = rows.ToLookup(r => r.SubjectId, r => new Change { Subject = r.SubjectId, Kind = r.Kind, Date = r.Date, Standing = r.Standing, To = r.To, Origins = [], Against = [], Evidence = [] }, StringComparer.Ordinal);
        var lines = watchlist.Subjects.ToDictionary(s => s.Id, s => new SubjectLine(s, StatusRun.Of(StatusTimeline.Of(s, changes[s.Id]), changes[s.Id]).Status), StringComparer.Ordinal);
        return new Overview(lines, Tally(watchlist.Subjects.OfType<Person>().SelectMany(p => changes[p.Id])));
    }

    private static List<YearTally> Tally(IEnumerable<Change> changes)
    {
        var counted = changes
            .Where(c => c.Standing is Standing.Reported or Standing.Confirmed && c.Family is ClaimKind.Detained or ClaimKind.Released)
            .CountBy(c => (c.Date.Year, c.Family)).ToDictionary();
        if (counted.Count == 0) return [];
        var (first, last) = (counted.Keys.Min(k => k.Year), counted.Keys.Max(k => k.Year));
        return [.. Enumerable.Range(first, last - first + 1).Select(y => new YearTally(y, counted.GetValueOrDefault((y, ClaimKind.Detained)), counted.GetValueOrDefault((y, ClaimKind.Released))))];
    }

    private sealed record Kept(long Version, Overview Overview);
}
