using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>All that is known of one subject: its status, its changes newest first, the last items that name it.</summary>
public sealed record SubjectStanding(Subject Subject, SubjectStatus Status, IReadOnlyList<ToldChange> Changes, IReadOnlyList<ItemRow> LastItems);

/// <summary>A subject with its status only: a line of a list.</summary>
public sealed record SubjectLine(Subject Subject, SubjectStatus Status);

/// <summary>Reads the story back: the same few questions for pages, feeds and answers.</summary>
public sealed class StoryReading(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist)
{
    private const int LastItems = 5;

    private static readonly ClaimKind[] OfPersons = [.. Enum.GetValues<ClaimKind>().Where(ChangeFamily.IsOfPersons)];

    /// <summary>Null where no such subject is tracked.</summary>
    public async Task<SubjectStanding?> SubjectAsync(string id, CancellationToken cancellation)
    {
        if (watchlist.Find(id) is not { } subject) return null;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var changes = await ToldAsync(db, db.Changes.Where(c => c.SubjectId == id && c.MergedInto == null), cancellation);
        var items = await db.Mentions.Where(m => m.SubjectId == id).Select(m => m.ItemId).Distinct()
            .Join(db.Items, i => i, r => r.Id, (_, r) => r).OrderByDescending(r => r.Published ?? r.FetchedAt).Take(LastItems).AsNoTracking().ToListAsync(cancellation);
        return new SubjectStanding(subject, StatusTimeline.Of(subject, changes.Select(c => c.Change)), changes, items);
    }

    /// <summary>Every tracked subject with its status, in the order of the list.</summary>
    public async Task<IReadOnlyList<SubjectLine>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Changes.AsNoTracking().Where(c => c.MergedInto == null).ToListAsync(cancellation);
        var bySubject = rows.ToLookup(r => r.SubjectId, StringComparer.Ordinal);
        return [.. watchlist.Subjects.Select(s => new SubjectLine(s, StatusTimeline.Of(s, bySubject[s.Id].Select(r => new ToldChange(r, [], new Dictionary<long, ItemRow>()).Change))))];
    }

    /// <summary>
    /// The newest changes by date of the change, history included. Of one day a mass release comes first, then sanctions: the names of those
    /// freed that day would leave no room for them.
    /// </summary>
    /// <param name="subject">Only of this subject; null: of all.</param>
    public async Task<IReadOnlyList<ToldChange>> LatestAsync(string? subject, int most, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var query = db.Changes.Where(c => c.MergedInto == null && (subject == null || c.SubjectId == subject))
            .OrderByDescending(c => c.Day).ThenByDescending(c => c.SubjectId == Evidence.Group).ThenBy(c => OfPersons.Contains(c.Kind)).ThenByDescending(c => c.Id).Take(most);
        return [.. (await ToldAsync(db, query, cancellation)).OrderByDescending(c => c.Row.Day, StringComparer.Ordinal).ThenByDescending(c => c.Row.SubjectId == Evidence.Group).ThenBy(c => OfPersons.Contains(c.Row.Kind))];
    }

    /// <summary>These changes, newest first.</summary>
    public async Task<IReadOnlyList<ToldChange>> ManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await ToldAsync(db, db.Changes.Where(c => ids.Contains(c.Id)), cancellation);
    }

    /// <summary>The change of a permanent address; the one it was merged into, where it was. Null where there is none.</summary>
    public async Task<ToldChange?> ChangeAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await RowAsync(db, slug, cancellation) is { } row ? (await ToldAsync(db, db.Changes.Where(c => c.Id == row.Id), cancellation))[0] : null;
    }

    /// <summary>The permanent address under which a change stands now: another one where it was merged.</summary>
    public async Task<string?> SlugNowAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return (await RowAsync(db, slug, cancellation))?.Slug;
    }

    /// <summary>The tracked persons whose release falls on a group's: "named so far".</summary>
    public async Task<IReadOnlyList<Subject>> NamedAsync(PartialDate groupDate, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await NamedAsync(db, watchlist, groupDate, cancellation);
    }

    internal static async Task<List<Subject>> NamedAsync(MonitorDb db, WatchlistInUse watchlist, PartialDate groupDate, CancellationToken cancellation)
    {
        var releases = await db.Changes.AsNoTracking()
            .Where(c => c.SubjectId != Evidence.Group && c.Kind == ClaimKind.Released && c.Standing != Standing.Retracted && c.MergedInto == null)
            .Select(c => new { c.SubjectId, c.Date }).ToListAsync(cancellation);
        return releases.Where(r => r.Date.Day > 0 && r.Date.DaysFrom(groupDate) <= ChangeFamily.WindowDays)
            .Select(r => watchlist.Find(r.SubjectId)).OfType<Subject>().DistinctBy(s => s.Id).OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
    }

    private static async Task<ChangeRow?> RowAsync(MonitorDb db, string slug, CancellationToken cancellation)
    {
        var row = await db.Changes.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellation);
        while (row?.MergedInto is { } target) row = await db.Changes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == target, cancellation);
        return row;
    }

    internal static async Task<List<ToldChange>> ToldAsync(MonitorDb db, IQueryable<ChangeRow> query, CancellationToken cancellation)
    {
        var rows = await query.AsNoTracking().ToListAsync(cancellation);
        var ids = rows.Select(r => (long?)r.Id).ToList();
        var claims = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ChangeId)).ToListAsync(cancellation);
        var itemIds = claims.Select(c => c.ItemId).Distinct().ToList();
        var items = await db.Items.AsNoTracking().Where(i => itemIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation);
        var byChange = claims.ToLookup(c => c.ChangeId);
        return rows
            .Select(r => new ToldChange(r, [.. byChange[r.Id]], byChange[r.Id].Select(c => c.ItemId).Distinct().ToDictionary(i => i, i => items[i])))
            .OrderByDescending(c => c.Row.Day, StringComparer.Ordinal).ThenByDescending(c => c.Row.Id).ToList();
    }
}
