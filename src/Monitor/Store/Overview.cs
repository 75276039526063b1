using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>How many persons of the list were taken and freed in one year, by changes that are neither disputed nor withdrawn.</summary>
public sealed record YearTally(int Year, int Detained, int Released);

/// <summary>The whole list at one glance: what each subject is now, and the tally of the years, oldest first, none left out.</summary>
public sealed record Overview(IReadOnlyDictionary<string, SubjectLine> Lines, IReadOnlyList<YearTally> Years);

/// <summary>Keeps the overview of a list of thousands while list and changes stay as they are: it costs one walk over all changes, so not one per reader, nor one per source that was asked.</summary>
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
            await using var db = await store.CreateDbContextAsync(cancellation);
            var (list, stamp) = (watchlist.Subjects, await StampAsync(db, cancellation));
            var same = _kept is { } before && before.Stamp == stamp && ReferenceEquals(before.List, list);
            _kept = new Kept(version, stamp, list, same ? _kept!.Overview : await TellAsync(db, list, cancellation));
            return _kept.Overview;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Moves with whatever a change can be rewritten in; a tenth of the cost of reading them all.</summary>
    private static async Task<string> StampAsync(MonitorDb db, CancellationToken cancellation) => (await db.Database.SqlQuery<string>(
        $"""SELECT count(*) || ' ' || count("MergedInto") || ' ' || coalesce(sum("UpdatedAt"), 0) || ' ' || coalesce(sum(CAST(replace("Day", '-', '') AS bigint)), 0) || ' ' || coalesce(sum(length("Date")), 0) AS "Value" FROM "Changes" """).ToListAsync(cancellation))[0];

    private static async Task<Overview> TellAsync(MonitorDb db, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var rows = await db.Changes.AsNoTracking().Where(c => c.MergedInto == null).Select(c => new { c.SubjectId, c.Kind, c.Date, c.Standing, c.To }).ToListAsync(cancellation);
        var changes = rows.ToLookup(r => r.SubjectId, r => new Change { Subject = r.SubjectId, Kind = r.Kind, Date = r.Date, Standing = r.Standing, To = r.To, Origins = [], Against = [], Evidence = [] }, StringComparer.Ordinal);
        var lines = subjects.ToDictionary(s => s.Id, s => new SubjectLine(s, StatusRun.Of(StatusTimeline.Of(s, changes[s.Id]), changes[s.Id]).Status), StringComparer.Ordinal);
        return new Overview(lines, Tally(subjects.OfType<Person>().SelectMany(p => changes[p.Id])));
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

    private sealed record Kept(long Version, string Stamp, IReadOnlyList<Subject> List, Overview Overview);
}
