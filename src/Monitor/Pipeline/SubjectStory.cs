using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// Tells one subject's story anew from all its claims, and writes down what differs from what was known: changes keep their
/// ids, and what is worth telling becomes an alert. Runs inside the transaction of the item (or list) that brought the claims.
/// </summary>
internal sealed class SubjectStory(MonitorDb db, WatchlistInUse watchlist, DateTimeOffset now)
{
    /// <summary>One sentence per change: what was decided and why.</summary>
    public List<string> Verdicts { get; } = [];

    /// <param name="itemId">The item that brought new claims.</param>
    public async Task RetellAsync(string subjectId, long itemId, CancellationToken cancellation)
    {
        var claims = await db.Claims.Where(c => c.SubjectId == subjectId).ToListAsync(cancellation);
        var rows = await db.Changes.Where(c => c.SubjectId == subjectId && c.MergedInto == null).ToListAsync(cancellation);
        var byEvidence = claims.ToDictionary(ToldChange.EvidenceOf, c => c, ReferenceEqualityComparer.Instance as IEqualityComparer<Evidence>);
        var changes = ChangeDetector.Detect([.. byEvidence.Keys]);

        var taken = new HashSet<long>();
        foreach (var change in changes)
        {
            var its = change.Evidence.Select(e => byEvidence[e]).ToList();
            var known = its.Where(c => c.ChangeId is not null).Select(c => c.ChangeId!.Value).Distinct().Where(id => !taken.Contains(id)).Order().ToList();
            var row = known.Count > 0 ? rows.First(r => r.Id == known[0]) : null;
            var before = row is null ? null : new KnownChange(row.Standing, row.Kind, row.Count, rows.Exists(r => known.Contains(r.Id) && r.Alerted));
            row = await WriteAsync(row, change, cancellation);
            taken.UnionWith(known.Append(row.Id));
            foreach (var merged in rows.Where(r => known.Contains(r.Id) && r.Id != row.Id)) merged.MergedInto = row.Id;
            foreach (var claim in its) claim.ChangeId = row.Id;
            if (its.Exists(c => c.ItemId == itemId)) await AlertAsync(row, change, before, changes, itemId, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A mass release that was told grows by edit when this item named more of its people.</summary>
    public async Task GrowGroupsAsync(long itemId, CancellationToken cancellation)
    {
        var groups = await db.Changes.Where(c => c.SubjectId == Evidence.Group && c.Alerted && c.MergedInto == null).ToListAsync(cancellation);
        foreach (var group in groups)
        {
            var last = await db.Alerts.Where(a => a.ChangeId == group.Id).OrderByDescending(a => a.Id).FirstAsync(cancellation);
            var told = JsonSerializer.Deserialize<Alert>(last.Facts)!;
            var named = await StoryReading.NamedAsync(db, watchlist, group.Date, cancellation);
            if (named.Count <= told.Named.Count) continue;
            AddAlert(group, told with { Type = AlertType.Edit, Named = [.. named.Select(Alert.NamesOf)] }, itemId);
            Verdicts.Add($"group {group.Slug}: edit: {named.Count} of the list are named now");
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<ChangeRow> WriteAsync(ChangeRow? row, Change change, CancellationToken cancellation)
    {
        // History is dated by what it tells, so that a feed of a fresh database has the same dates as one that grew.
        var told = change.IsNews ? now : new DateTimeOffset(change.Date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        if (row is null)
        {
            row = new ChangeRow { SubjectId = change.Subject, Slug = await SlugAsync(change, cancellation), Date = change.Date, Day = "", CreatedAt = told, UpdatedAt = told, Kind = change.Kind, Standing = change.Standing };
            db.Changes.Add(row);
        }
        else if ((row.Kind, row.Standing, row.Count, row.To) != (change.Kind, change.Standing, change.Count, change.To))
        {
            row.UpdatedAt = now;
        }

        (row.Kind, row.Standing, row.Count, row.To, row.Date) = (change.Kind, change.Standing, change.Count, change.To, change.Date);
        row.Day = change.Date.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(cancellation);
        return row;
    }

    private async Task<string> SlugAsync(Change change, CancellationToken cancellation)
    {
        var slug = $"{change.Subject}-{Keyword.Of(change.Family)}-{change.Date}";
        var free = slug;
        for (var n = 2; await db.Changes.AnyAsync(c => c.Slug == free, cancellation); n++) free = $"{slug}-{n}";
        return free;
    }

    private async Task AlertAsync(ChangeRow row, Change change, KnownChange? before, IReadOnlyList<Change> all, long itemId, CancellationToken cancellation)
    {
        var decision = AlertDecision.For(change, before, all);
        Verdicts.Add($"{row.Slug}: {(decision.Type is { } type ? Keyword.Of(type) : "no alert")}: {decision.Why}");
        if (before is { Alerted: true }) row.Alerted = true;
        if (decision.Type is null) return;

        var named = change.Subject == Evidence.Group ? await StoryReading.NamedAsync(db, watchlist, row.Date, cancellation) : [];
        var context = new AlertContext(await ItemsAsync(change, cancellation), named);
        AddAlert(row, AlertWriter.Write(decision.Type.Value, change, watchlist.Find(change.Subject), context), itemId);
        row.Alerted = true;
    }

    private void AddAlert(ChangeRow row, Alert alert, long itemId) => db.Alerts.Add(new AlertRow
    {
        ChangeId = row.Id,
        Type = alert.Type,
        ItemId = itemId,
        CreatedAt = now,
        Facts = JsonSerializer.Serialize(alert),
        UpToSubscriptionId = db.Subscriptions.Select(s => (long?)s.Id).Max() ?? 0,
    });

    private async Task<Dictionary<string, Item>> ItemsAsync(Change change, CancellationToken cancellation)
    {
        var ids = change.Evidence.Select(e => long.Parse(e.Item, CultureInfo.InvariantCulture)).Distinct().ToList();
        var rows = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id.ToString(CultureInfo.InvariantCulture), ItemRows.ToItem, StringComparer.Ordinal);
    }
}
