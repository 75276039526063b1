using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;

namespace Monitor.Store.Curators;

/// <summary>What waits, with the items it rests on.</summary>
public sealed record QueueEntry(QueueEntryRow Row, IReadOnlyList<QueueEvidence> Evidence);

public sealed record QueueEvidence(string Surface, string Why, ItemRow Item);

/// <summary>
/// The curators' queue, for the command line and the bot: what is open, and how to judge it. A judgement is only written here; the
/// program carries it out (JudgementRound) within a tick. What cannot be meant is refused with a sentence.
/// </summary>
public sealed class CuratorsQueue(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist, TimeProvider time)
{
    /// <param name="settled">Also what was judged already.</param>
    public async Task<IReadOnlyList<QueueEntry>> EntriesAsync(bool settled, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Queue.AsNoTracking().Where(q => settled || q.SettledBy == null).OrderBy(q => q.Id).ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.Id);
        var evidence = await db.QueueEvidence.AsNoTracking().Where(e => ids.Contains(e.EntryId))
            .Join(db.Items, e => e.ItemId, i => i.Id, (e, i) => new { e.EntryId, Evidence = new QueueEvidence(e.Surface, e.Why, i) }).ToListAsync(cancellation);
        var byEntry = evidence.ToLookup(e => e.EntryId, e => e.Evidence);
        return [.. rows.Select(r => new QueueEntry(r, [.. byEntry[r.Id]]))];
    }

    public async Task<IReadOnlyList<JudgementRow>> JudgementsAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Judgements.AsNoTracking().OrderBy(j => j.Id).ToListAsync(cancellation);
    }

    /// <summary>Open entries that no curator was told of yet; telling them is the bot's part.</summary>
    public async Task<IReadOnlyList<QueueEntry>> UnpagedAsync(CancellationToken cancellation) =>
        [.. (await EntriesAsync(settled: false, cancellation)).Where(e => e.Row.PagedAt is null)];

    public async Task PagedAsync(long entryId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Queue.Where(q => q.Id == entryId).ExecuteUpdateAsync(set => set.SetProperty(q => q.PagedAt, now), cancellation);
    }

    /// <summary>A death may be told; a person goes on the list; a burst was right.</summary>
    public Task<long> ApproveAsync(long entryId, CancellationToken cancellation) => AnswerAsync(entryId, JudgementKind.Approve, null, null, cancellation);

    /// <summary>A death is not told; a person stays off the list; what a burst told is withdrawn; an ambiguous name is none of ours.</summary>
    public Task<long> RejectAsync(long entryId, string? note, CancellationToken cancellation) => AnswerAsync(entryId, JudgementKind.Reject, null, note, cancellation);

    /// <summary>The name of this entry is that tracked person.</summary>
    public Task<long> SamePersonAsync(long entryId, string subjectId, CancellationToken cancellation) => AnswerAsync(entryId, JudgementKind.SamePerson, subjectId, null, cancellation);

    /// <summary>Whom an item names is not this tracked person but a namesake: nothing it says is said of him.</summary>
    public async Task<long> NotThisPersonAsync(long itemId, string subjectId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        Known(subjectId);
        if (!await db.Mentions.AnyAsync(m => m.ItemId == itemId && m.SubjectId == subjectId, cancellation)) throw new BadDataException($"item {itemId} does not name \"{subjectId}\"");
        return await WriteAsync(db, new JudgementRow { Kind = JudgementKind.NotThisPerson, ItemId = itemId, SubjectId = subjectId }, cancellation);
    }

    /// <summary>A change was wrong: whoever was told of it gets a correction.</summary>
    public async Task<long> RetractAsync(string slug, string? note, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var change = await db.Changes.SingleOrDefaultAsync(c => c.Slug == slug && c.MergedInto == null, cancellation) ?? throw new BadDataException($"there is no change \"{slug}\"; its name is the end of its page's address");
        return await WriteAsync(db, new JudgementRow { Kind = JudgementKind.Retract, ChangeId = change.Id, SubjectId = change.SubjectId, Note = note }, cancellation);
    }

    /// <summary>Takes a judgement back: what followed from it is undone, and its entry is open again.</summary>
    public async Task UndoAsync(long judgementId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var judgement = await db.Judgements.SingleOrDefaultAsync(j => j.Id == judgementId, cancellation) ?? throw new BadDataException($"there is no judgement {judgementId}");
        if (judgement.State is JudgementState.TakenBack or JudgementState.Undone) throw new BadDataException($"judgement {judgementId} was undone already");
        judgement.State = JudgementState.TakenBack;
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<long> AnswerAsync(long entryId, JudgementKind kind, string? subjectId, string? note, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var entry = await db.Queue.SingleOrDefaultAsync(q => q.Id == entryId, cancellation) ?? throw new BadDataException($"there is no entry {entryId} in the queue");
        if (entry.SettledBy is { } by) throw new BadDataException($"entry {entryId} was settled by judgement {by}; undo that first");
        if (entry.Kind == DoubtKind.AmbiguousPerson && kind == JudgementKind.Approve) throw new BadDataException($"say who is meant: same {entryId} {entry.Candidates.Replace(",", " or ", StringComparison.Ordinal)}");
        if (kind == JudgementKind.SamePerson) Fits(entry, subjectId!);
        return await WriteAsync(db, new JudgementRow { Kind = kind, EntryId = entryId, SubjectId = subjectId, ChangeId = entry.ChangeId, Note = note }, cancellation);
    }

    private void Fits(QueueEntryRow entry, string subjectId)
    {
        Known(subjectId);
        if (entry.Kind is not (DoubtKind.AmbiguousPerson or DoubtKind.Proposal)) throw new BadDataException($"entry {entry.Id} asks about no name");
        if (entry.Kind == DoubtKind.AmbiguousPerson && !entry.Candidates.Split(',').Contains(subjectId)) throw new BadDataException($"{entry.Title} can only be {entry.Candidates.Replace(",", " or ", StringComparison.Ordinal)}");
    }

    private void Known(string subjectId)
    {
        if (watchlist.Find(subjectId) is not Person) throw new BadDataException($"there is no person \"{subjectId}\" on the list");
    }

    private async Task<long> WriteAsync(MonitorDb db, JudgementRow judgement, CancellationToken cancellation)
    {
        judgement.At = time.GetUtcNow();
        db.Judgements.Add(judgement);
        await db.SaveChangesAsync(cancellation);
        return judgement.Id;
    }
}
