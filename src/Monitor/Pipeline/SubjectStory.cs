using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline;

/// <summary>
/// Tells one subject's story anew from all its claims, and writes down what differs from what was known: changes keep their
/// ids, and what is worth telling becomes an alert. Runs inside the transaction of the item (or list) that brought the claims.
/// </summary>
internal sealed class SubjectStory(MonitorDb db, WatchlistInUse watchlist, DateTimeOffset now)
{
    /// <summary>One sentence per change: what was decided and why.</summary>
    public List<string> Verdicts { get; } = [];

    /// <summary>Changes that may not be told before a curator agrees, with the reason.</summary>
    public List<(ChangeRow Change, string Why)> Waiting { get; } = [];

    /// <param name="itemId">The item that brought new claims.</param>
    public async Task RetellAsync(string subjectId, long itemId, CancellationToken cancellation)
    {
        var claims = await db.Claims.Where(c => c.SubjectId == subjectId).ToDictionaryAsync(c => c.Id, cancellation);
        var rows = await db.Changes.Where(c => c.SubjectId == subjectId && c.MergedInto == null).ToListAsync(cancellation);
        var prints = await db.Claims.Where(c => c.SubjectId == subjectId).Join(db.Items, c => c.ItemId, i => i.Id, (_, i) => new { i.Id, i.Print }).Distinct().ToDictionaryAsync(i => i.Id, i => i.Print, cancellation);
        var changes = ChangeDetector.Detect([.. claims.Values.Select(c => ToldChange.EvidenceOf(c, prints[c.ItemId]))]);

        var matched = RowMatching.Of(changes, rows, c => c.Evidence.Select(e => claims[e.Claim]));
        foreach (var (change, known) in changes.Zip(matched))
        {
            var its = change.Evidence.Select(e => claims[e.Claim]).ToList();
            var before = known.Count == 0 ? null : await BeforeAsync(known[0], known.Exists(r => r.Alerted), its.Exists(c => c.ItemId != itemId && !c.Live && !c.ByCurator), cancellation);
            var row = await WriteAsync(known.FirstOrDefault(), change, cancellation);
            foreach (var merged in known.Skip(1)) merged.MergedInto = row.Id;
            foreach (var claim in its) claim.ChangeId = row.Id;
            if (IsTouched(change, before, its, itemId)) await AlertAsync(row, change, before, changes, itemId, cancellation);
        }

        foreach (var row in rows.Except(matched.SelectMany(m => m))) await WithdrawAsync(row, itemId, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A mass release that was told grows by edit when this item named more of its people.</summary>
    public async Task GrowGroupsAsync(long itemId, CancellationToken cancellation)
    {
        var groups = await db.Changes.Where(c => c.SubjectId == Evidence.Group && c.Alerted && c.MergedInto == null).ToListAsync(cancellation);
        foreach (var group in groups)
        {
            var told = await LastToldAsync(group, cancellation);
            var named = await StoryReading.NamedAsync(db, watchlist, group.Date, cancellation);
            if (named.Count <= told.Named.Count) continue;
            AddAlert(group, await GrownAsync(group, named, itemId, cancellation), itemId);
            Verdicts.Add($"group {group.Slug}: edit: {named.Count} of the list are named now");
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The group as its items tell it by now, and the item that brought the names, which may say nothing of the group itself.</summary>
    private async Task<Alert> GrownAsync(ChangeRow group, IReadOnlyList<Subject> named, long itemId, CancellationToken cancellation)
    {
        var grown = (await StoryReading.ToldAsync(db, db.Changes.Where(c => c.Id == group.Id), cancellation))[0].AsAlert(null, named) with { Type = AlertType.Edit };
        var item = ItemRows.ToItem(await db.Items.AsNoTracking().SingleAsync(i => i.Id == itemId, cancellation));
        return grown.Items.Any(i => i.Reference == item.Id) ? grown : grown with { Items = [.. grown.Items, new AlertItem(item.Id, item.Title, item.Url, item.Origin, item.Published!.Value, Contrary: false)] };
    }

    /// <summary>
    /// The item speaks of it, or what it says of another change bears on this one (a denial now falls on that one), or it is fresh and was not told:
    /// what stood in its way may be gone. A list that is taken in (item 0) tells nobody anything.
    /// </summary>
    private bool IsTouched(Change change, KnownChange? before, List<ClaimRow> its, long itemId) =>
        itemId != 0 && (its.Exists(c => c.ItemId == itemId)
        || (before is { Alerted: true } && (before.Standing, before.Kind, before.Count) != (change.Standing, change.Kind, change.Count))
        || (before is not { Alerted: true } && its.Exists(c => c.Live && c.Stance == Stance.Asserted && now - c.Published < ItemReading.NewsAge)));

    private async Task<KnownChange> BeforeAsync(ChangeRow row, bool alerted, bool history, CancellationToken cancellation) => new(row.Standing, row.Kind, row.Count, alerted)
    {
        IsHistory = history,
        OtherCounts = alerted && row.SubjectId == Evidence.Group ? (await LastToldAsync(row, cancellation)).OtherCounts : [],
        Approved = await db.Judgements.AnyAsync(j => j.Kind == JudgementKind.Approve && j.ChangeId == row.Id && j.State == JudgementState.Applied, cancellation),
    };

    private async Task<Alert> LastToldAsync(ChangeRow row, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<Alert>(await db.Alerts.Where(a => a.ChangeId == row.Id).OrderByDescending(a => a.Id).Select(a => a.Facts).FirstAsync(cancellation))!;

    /// <summary>One push per change for ever, also where evidence that came late has parted and joined its rows.</summary>
    private async Task<bool> WasToldAsync(Change change, CancellationToken cancellation)
    {
        var told = await db.Alerts.Where(a => a.Type == AlertType.Report && db.Changes.Any(c => c.Id == a.ChangeId && c.SubjectId == change.Subject)).Select(a => a.Facts).ToListAsync(cancellation);
        return told.Select(f => JsonSerializer.Deserialize<Alert>(f)!).Any(a => ChangeFamily.Of(a.Kind) == change.Family && a.Date == change.Date);
    }

    /// <summary>A list holds persons, no groups: two whom it has as freed on the day are a mass release that it knows.</summary>
    private async Task<bool> IsListedAsync(Change group, CancellationToken cancellation)
    {
        var freed = await db.Claims.Where(c => c.FromList && (c.Kind == ClaimKind.Released || c.Kind == ClaimKind.Pardoned)).Select(c => new { c.SubjectId, c.Date }).ToListAsync(cancellation);
        return group.Family == ClaimKind.Released && freed.Where(f => f.Date is { Day: > 0 } day && day.DaysFrom(group.Date) <= ChangeFamily.WindowDays).Select(f => f.SubjectId).Distinct(StringComparer.Ordinal).Skip(1).Any();
    }

    /// <summary>Nothing speaks for it any more (a name was judged to be somebody else's): whoever was told of it must hear that.</summary>
    private async Task WithdrawAsync(ChangeRow row, long itemId, CancellationToken cancellation)
    {
        if (row.Standing == Standing.Retracted) return;
        (row.Standing, row.UpdatedAt) = (Standing.Retracted, now);
        Verdicts.Add($"{row.Slug}: nothing speaks for it any more");
        if (row.Alerted) AddAlert(row, await LastToldAsync(row, cancellation) with { Type = AlertType.Correction, Standing = Standing.Retracted, Origins = [] }, itemId);
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
        if (decision.Type == AlertType.Report && change.Subject == Evidence.Group && await IsListedAsync(change, cancellation)) decision = new(null, "already known: the list has its people as freed on that day");
        if (decision.Type == AlertType.Report && await WasToldAsync(change, cancellation)) decision = new(null, "already told: it was parted from another change since");
        Verdicts.Add($"{row.Slug}: {(decision.Type is { } type ? Keyword.Of(type) : "no alert")}: {decision.Why}");
        if (decision.Waits) Waiting.Add((row, decision.Why));
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
