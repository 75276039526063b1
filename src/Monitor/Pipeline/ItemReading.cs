using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Pipeline.Judgements;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline;

/// <summary>
/// The second stage: reads each stored item once. Mentions, claims, changes, alerts and "this item is read" are committed together or
/// not at all, so a crash can neither lose an alert nor give it twice.
/// </summary>
public sealed class ItemReading(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist, TimeProvider time, ILogger<ItemReading> log)
{
    /// <summary>Older than this when it was fetched, an item is history (DESIGN §2: background is older than 14 days).</summary>
    internal static readonly TimeSpan NewsAge = TimeSpan.FromDays(14);

    private const int Batch = 100;

    /// <summary>How often it was asked to read since nobody did: above one, there is more for whoever is reading.</summary>
    private int _asked;

    /// <summary>
    /// Reads everything that is waiting, oldest first, one after the other: two at once would only wait for each other at the store. Where it is being done already, what
    /// came since is read there too, and nobody waits for it. Returns how many items were read here.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _asked) > 1) return 0;
        try
        {
            int read = 0, seen;
            do
            {
                seen = Volatile.Read(ref _asked);
                read += await ReadAllAsync(cancellation);
            }
            while (Interlocked.CompareExchange(ref _asked, 0, seen) != seen);

            return read;
        }
        catch
        {
            Volatile.Write(ref _asked, 0); // the next tick begins anew
            throw;
        }
    }

    private async Task<int> ReadAllAsync(CancellationToken cancellation)
    {
        var read = 0;
        while (true)
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            var waiting = await db.Items.AsNoTracking().Where(i => i.ReadAt == null).OrderBy(i => i.Published ?? i.FetchedAt).ThenBy(i => i.Id).Select(i => i.Id).Take(Batch).ToListAsync(cancellation);
            foreach (var id in waiting) await ReadOneAsync(id, cancellation);
            read += waiting.Count;
            if (waiting.Count < Batch) return read;
        }
    }

    private async Task ReadOneAsync(long itemId, CancellationToken cancellation)
    {
        try
        {
            await ReadAsync(itemId, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException or DbUpdateException))
        {
            // One of the four catch-alls (DESIGN §3): one item that cannot be read must not stop the others. A store
            // that fails is not the item's fault: the item stays unread and is read when the store is back.
            log.LogError(e, "Item {Item} could not be read; it is set aside with this reason", itemId);
            await SetAsideAsync(itemId, e, cancellation);
        }
    }

    private async Task ReadAsync(long itemId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await db.Items.SingleAsync(i => i.Id == itemId, cancellation);
        if (row.ReadAt is not null) return;
        using var trace = Measures.Traces.StartActivity("read item")?.SetTag("item", itemId);
        await ReadAsync(db, row, cancellation);
        await transaction.CommitAsync(cancellation);
        Measures.Mentions.Add(db.Mentions.Local.Count);
    }

    /// <summary>Reads an item, for the first time or again, as judgements now stand, within the caller's transaction.</summary>
    internal async Task ReadAsync(MonitorDb db, ItemRow row, CancellationToken cancellation)
    {
        var item = ItemRows.ToItem(row);
        var reading = watchlist.Reader.Read(item, await JudgementsAsync(db, row, cancellation));
        var words = item;
        if (row.EditOf is not null) (reading, words) = await ReadEditAsync(db, row, reading, cancellation);
        var live = !row.Silent && row.FetchedAt - item.Published < NewsAge;
        var before = await db.Claims.Where(c => c.ItemId == row.Id && !c.FromList && !c.ByCurator).ToListAsync(cancellation);
        await db.Mentions.Where(m => m.ItemId == row.Id).ExecuteDeleteAsync(cancellation);
        db.Claims.RemoveRange(before);
        db.Mentions.AddRange(reading.Mentions.Select(m => new MentionRow { ItemId = row.Id, SubjectId = m.Subject, Surface = m.Surface, Start = m.Start, End = m.End, Score = m.Score, Why = m.Why }));
        var claims = new ClaimWriting(row, item, await RoleAsync(db, row.SourceId, cancellation), live).Of(reading);
        foreach (var claim in claims) claim.ChangeId = before.Find(b => b.SubjectId == claim.SubjectId && ChangeFamily.Of(b.Kind) == ChangeFamily.Of(claim.Kind))?.ChangeId;
        db.Claims.AddRange(claims);
        if (claims.Count > 0) row.Print = TextPrint.Of(words).ToString();
        await db.SaveChangesAsync(cancellation);

        var story = new SubjectStory(db, watchlist, time.GetUtcNow());
        foreach (var subject in claims.Concat(before).Select(c => c.SubjectId).Distinct(StringComparer.Ordinal)) await story.RetellAsync(subject, row.Id, cancellation);
        await story.GrowGroupsAsync(row.Id, cancellation);
        if (live) await DoubtAsync(new Doubts(db, row.Id, time.GetUtcNow()), reading, story, cancellation);

        row.Verdict = Verdict(reading, live, row, story.Verdicts);
        row.ReadAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What is new against the version before, and in which words: what was added is also read by itself, so that a denial at the end is not lost under the old title.</summary>
    private async Task<(Reading New, Item Added)> ReadEditAsync(MonitorDb db, ItemRow row, Reading after, CancellationToken cancellation)
    {
        var before = await db.Items.AsNoTracking().Where(i => i.Id < row.Id && (i.Id == row.EditOf || i.EditOf == row.EditOf)).OrderByDescending(i => i.Id).FirstAsync(cancellation);
        var added = EditedReading.Added(ItemRows.ToItem(row), ItemRows.ToItem(before));
        var judgements = await JudgementsAsync(db, row, cancellation);
        return (EditedReading.NewIn(after, watchlist.Reader.Read(added, judgements), watchlist.Reader.Read(ItemRows.ToItem(before), judgements)), added);
    }

    /// <summary>Null for an outlet that is not among the sources.</summary>
    private static async Task<SourceRole?> RoleAsync(MonitorDb db, string sourceId, CancellationToken cancellation) =>
        Keyword.TryParse<SourceRole>(await db.Sources.Where(s => s.Id == sourceId).Select(s => s.Role).SingleOrDefaultAsync(cancellation) ?? "", out var role) ? role : null;

    private static async Task<IReadOnlyList<NameJudgement>> JudgementsAsync(MonitorDb db, ItemRow row, CancellationToken cancellation) => await db.Judgements
        .Where(j => j.ItemId == row.Id || j.ItemId == row.EditOf || (j.ItemId == null && j.Kind == JudgementKind.NotThisPerson && db.QueueEvidence.Any(e => e.EntryId == j.EntryId && (e.ItemId == row.Id || e.ItemId == row.EditOf))))
        .Where(j => j.SubjectId != null && j.State == JudgementState.Applied && (j.Kind == JudgementKind.SamePerson || j.Kind == JudgementKind.NotThisPerson))
        .Select(j => new NameJudgement(j.Surface ?? "", j.SubjectId!, j.Kind == JudgementKind.SamePerson)).ToListAsync(cancellation);

    private static async Task DoubtAsync(Doubts doubts, Reading reading, SubjectStory story, CancellationToken cancellation)
    {
        await doubts.OfAsync(reading, cancellation);
        foreach (var (change, why) in story.Waiting) await doubts.UnattributedAsync(change, why, cancellation);
        await doubts.BurstsAsync(cancellation);
    }

    private static string Verdict(Reading reading, bool live, ItemRow row, List<string> stories)
    {
        if (reading.Mentions.Count == 0 && reading.Groups.Count == 0)
            return reading.NearMisses.Count > 0 ? $"names nobody on the list; {reading.NearMisses[0].Why}" : "names nobody on the list";
        var named = string.Join(", ", reading.Mentions.Select(m => m.Subject).Distinct(StringComparer.Ordinal));
        var age = live ? "" : row.Silent ? $"; history: {row.SilentReason ?? "the first look at its source is silent"}" : "; history: older than 14 days when it was fetched";
        var nothing = row.EditOf is null ? "claims nothing that could be a change" : "an edit that says nothing new";
        return $"names {(named.Length > 0 ? named : "a group")}{age}; " + (stories.Count > 0 ? string.Join("; ", stories) : nothing);
    }

    private async Task SetAsideAsync(long itemId, Exception e, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Items.Where(i => i.Id == itemId).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.ReadAt, now).SetProperty(i => i.Verdict, $"could not be read: {e.GetType().Name}: {e.Message}"), cancellation);
    }
}
