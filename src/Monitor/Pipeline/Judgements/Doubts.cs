using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline.Judgements;

/// <summary>
/// Puts what is uncertain in an item before the curators (DESIGN §4.9, §4.10), within the transaction that reads it. The same doubt is asked
/// once; further items are added to it as evidence, and what was settled is not asked again.
/// </summary>
internal sealed class Doubts(MonitorDb db, long itemId, DateTimeOffset now)
{
    /// <summary>More releases than this from one origin within an hour are a burst (DESIGN §4.9).</summary>
    private const int BurstMoreThan = 3;

    private static readonly TimeSpan BurstWindow = TimeSpan.FromHours(1);

    /// <summary>Names that several tracked persons bear, and persons who are not on the list.</summary>
    public async Task OfAsync(Reading reading, CancellationToken cancellation)
    {
        foreach (var miss in reading.NearMisses.Where(m => m.Ambiguous).DistinctBy(m => m.Surface))
            await RaiseAsync(new QueueEntryRow { Key = $"ambiguous {itemId} {miss.Surface}", Kind = DoubtKind.AmbiguousPerson, Title = miss.Surface, Candidates = string.Join(',', miss.Candidates) }, miss.Surface, miss.Why, cancellation);
        foreach (var proposal in reading.Proposals.Where(p => p.Stance == Stance.Asserted))
            await RaiseAsync(new QueueEntryRow { Key = $"person {proposal.Name.ToLowerInvariant()}", Kind = DoubtKind.Proposal, Title = proposal.Name }, proposal.Surface, $"{Keyword.Of(proposal.Kind)} {proposal.Date}: {proposal.Why}", cancellation);
    }

    public Task UnattributedAsync(ChangeRow change, string why, CancellationToken cancellation) => RaiseAsync(
        new QueueEntryRow { Key = $"change {change.Id}", Kind = DoubtKind.Unattributed, Title = change.Slug, Candidates = change.SubjectId, ChangeId = change.Id }, change.Slug, why, cancellation);

    /// <summary>What this item told is out already, labelled "one origin"; too much of it at once is looked at by people.</summary>
    public async Task BurstsAsync(CancellationToken cancellation)
    {
        var since = now - BurstWindow;
        var recent = await db.Alerts.Where(a => a.Type == AlertType.Report && a.CreatedAt > since && a.CreatedAt <= now)
            .Join(db.Changes, a => a.ChangeId, c => c.Id, (a, c) => new { a.ItemId, Change = c })
            .Where(r => r.Change.Kind == ClaimKind.Released && r.Change.Standing == Standing.Reported).ToListAsync(cancellation);
        if (!recent.Exists(r => r.ItemId == itemId)) return;
        var ids = recent.Select(r => (long?)r.Change.Id).ToList();
        var voices = await db.Claims.Where(c => ids.Contains(c.ChangeId) && c.Stance == Stance.Asserted).Select(c => new { c.ChangeId, c.Origin, c.ItemId }).ToListAsync(cancellation);
        foreach (var origin in voices.GroupBy(v => v.Origin, StringComparer.Ordinal).Where(o => o.Any(v => v.ItemId == itemId)))
        {
            var changes = origin.Select(v => v.ChangeId).Distinct().Count();
            if (changes > BurstMoreThan) await BurstAsync(origin.Key, [.. origin.Select(v => v.ItemId).Distinct()], since, cancellation);
        }
    }

    private async Task BurstAsync(string origin, IReadOnlyList<long> items, DateTimeOffset since, CancellationToken cancellation)
    {
        var open = await db.Queue.Where(q => q.Kind == DoubtKind.Burst && q.Title == origin && q.CreatedAt > since).FirstOrDefaultAsync(cancellation);
        var key = open?.Key ?? $"burst {origin} {now.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}";
        var entry = await EntryAsync(new QueueEntryRow { Key = key, Kind = DoubtKind.Burst, Title = origin }, cancellation);
        foreach (var item in items) await AddAsync(new QueueEvidenceRow { EntryId = entry.Id, ItemId = item, Surface = origin, Why = $"more than {BurstMoreThan} releases within an hour, and only {origin} says so" }, cancellation);
    }

    private async Task RaiseAsync(QueueEntryRow entry, string surface, string why, CancellationToken cancellation)
    {
        var known = await EntryAsync(entry, cancellation);
        await AddAsync(new QueueEvidenceRow { EntryId = known.Id, ItemId = itemId, Surface = surface, Why = why }, cancellation);
    }

    private async Task<QueueEntryRow> EntryAsync(QueueEntryRow entry, CancellationToken cancellation)
    {
        if (await db.Queue.SingleOrDefaultAsync(q => q.Key == entry.Key, cancellation) is { } known) return known;
        entry.CreatedAt = now;
        db.Queue.Add(entry);
        await db.SaveChangesAsync(cancellation);
        return entry;
    }

    private async Task AddAsync(QueueEvidenceRow evidence, CancellationToken cancellation)
    {
        if (await db.QueueEvidence.AnyAsync(e => e.EntryId == evidence.EntryId && e.ItemId == evidence.ItemId, cancellation)) return;
        db.QueueEvidence.Add(evidence);
        await db.SaveChangesAsync(cancellation);
    }
}
