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
    private static readonly TimeSpan PutOff = TimeSpan.FromDays(1);

    /// <param name="settled">Also what was judged already.</param>
    public async Task<IReadOnlyList<QueueEntry>> EntriesAsync(bool settled, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await WithEvidenceAsync(db, db.Queue.Where(q => settled || q.SettledBy == null), cancellation);
    }

    /// <summary>One entry, judged already or not.</summary>
    public async Task<QueueEntry> EntryAsync(long entryId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var found = await WithEvidenceAsync(db, db.Queue.Where(q => q.Id == entryId), cancellation);
        return found.Count > 0 ? found[0] : throw NoEntry(entryId);
    }

    /// <summary>The numbers of what is open, in order; what was judged a moment ago and is being carried out is open no more.</summary>
    public async Task<IReadOnlyList<long>> OpenAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Queue.Where(q => q.SettledBy == null && !db.Judgements.Any(j => j.EntryId == q.Id && (j.State == JudgementState.Made || j.State == JudgementState.Applied)))
            .OrderBy(q => q.Id).Select(q => q.Id).ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<QueueEntry>> WithEvidenceAsync(MonitorDb db, IQueryable<QueueEntryRow> entries, CancellationToken cancellation)
    {
        var rows = await entries.AsNoTracking().OrderBy(q => q.Id).ToListAsync(cancellation);
        var ids = rows.ConvertAll(r => r.Id);
        var evidence = await db.QueueEvidence.AsNoTracking().Where(e => ids.Contains(e.EntryId)).OrderBy(e => e.Id)
            .Join(db.Items, e => e.ItemId, i => i.Id, (e, i) => new { e.EntryId, Evidence = new QueueEvidence(e.Surface, e.Why, i) }).ToListAsync(cancellation);
        var byEntry = evidence.ToLookup(e => e.EntryId, e => e.Evidence);
        return [.. rows.Select(r => new QueueEntry(r, [.. byEntry[r.Id]]))];
    }

    /// <summary>Open entries that no curator was told of yet, or that were put off until now; telling them is the bot's part. What is out already and what is gravest first.</summary>
    public async Task<IReadOnlyList<QueueEntry>> UnpagedAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellation);
        var entries = await WithEvidenceAsync(db, db.Queue.Where(q => q.SettledBy == null && (q.PagedAt == null || q.PutOffUntil <= now)), cancellation);
        return [.. entries.OrderByDescending(e => e.Row.Kind == DoubtKind.Burst).ThenByDescending(e => e.Row.Kind == DoubtKind.Unattributed)];
    }

    public async Task PagedAsync(IEnumerable<long> entries, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Queue.Where(q => entries.Contains(q.Id)).ExecuteUpdateAsync(set => set.SetProperty(q => q.PagedAt, now).SetProperty(q => q.PutOffUntil, (DateTimeOffset?)null), cancellation);
    }

    /// <summary>Not now: the curators are asked again tomorrow.</summary>
    public async Task PutOffAsync(long entryId, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + PutOff;
        await using var db = await store.CreateDbContextAsync(cancellation);
        await OpenEntryAsync(db, entryId, cancellation);
        await db.Queue.Where(q => q.Id == entryId).ExecuteUpdateAsync(set => set.SetProperty(q => q.PutOffUntil, until), cancellation);
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

    /// <summary>The items of this entry speak of a namesake of the person it is about.</summary>
    public Task<long> NamesakeAsync(long entryId, CancellationToken cancellation) => AnswerAsync(entryId, JudgementKind.NotThisPerson, null, null, cancellation);

    /// <summary>A change was wrong: whoever was told of it gets a correction.</summary>
    public async Task<long> RetractAsync(string slug, string? note, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var change = await db.Changes.SingleOrDefaultAsync(c => c.Slug == slug && c.MergedInto == null, cancellation) ?? throw new BadDataException($"there is no change \"{slug}\"; its name is the end of its page's address");
        return await WriteAsync(db, new JudgementRow { Kind = JudgementKind.Retract, ChangeId = change.Id, SubjectId = change.SubjectId, Note = note }, cancellation);
    }

    /// <summary>Takes a judgement back: what followed from it is undone, and its entry (which is returned) is open again.</summary>
    public async Task<long?> UndoAsync(long judgementId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var judgement = await db.Judgements.SingleOrDefaultAsync(j => j.Id == judgementId, cancellation) ?? throw new BadDataException($"there is no judgement {judgementId}");
        if (judgement.State is JudgementState.TakenBack or JudgementState.Undone) throw new BadDataException($"judgement {judgementId} was undone already");
        judgement.State = JudgementState.TakenBack;
        await db.SaveChangesAsync(cancellation);
        await db.Queue.Where(q => q.SettledBy == judgementId).ExecuteUpdateAsync(set => set.SetProperty(q => q.SettledBy, (long?)null), cancellation);
        return judgement.EntryId;
    }

    private async Task<long> AnswerAsync(long entryId, JudgementKind kind, string? subjectId, string? note, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var entry = await OpenEntryAsync(db, entryId, cancellation);
        if (entry.Kind == DoubtKind.AmbiguousPerson && kind == JudgementKind.Approve) throw new BadDataException($"say who is meant: same {entryId} {entry.Candidates.Replace(",", " or ", StringComparison.Ordinal)}");
        if (kind == JudgementKind.SamePerson) Fits(entry, subjectId!);
        if (kind == JudgementKind.NotThisPerson) subjectId = entry.Kind == DoubtKind.Unattributed ? entry.Candidates : throw new BadDataException($"entry {entryId} is about no person of the list");
        return await WriteAsync(db, new JudgementRow { Kind = kind, EntryId = entryId, SubjectId = subjectId, ChangeId = entry.ChangeId, Note = note }, cancellation);
    }

    private static async Task<QueueEntryRow> OpenEntryAsync(MonitorDb db, long entryId, CancellationToken cancellation)
    {
        var entry = await db.Queue.AsNoTracking().SingleOrDefaultAsync(q => q.Id == entryId, cancellation) ?? throw NoEntry(entryId);
        var by = entry.SettledBy ?? await db.Judgements.Where(j => j.EntryId == entryId && j.State == JudgementState.Made).Select(j => (long?)j.Id).FirstOrDefaultAsync(cancellation);
        return by is null ? entry : throw new SettledException(entryId, by.Value);
    }

    private static BadDataException NoEntry(long entryId) => new($"there is no entry {entryId} in the queue");

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

/// <summary>Somebody was quicker; the judgement can be undone.</summary>
public sealed class SettledException(long entryId, long judgementId) : BadDataException($"entry {entryId} was settled by judgement {judgementId}; undo that first")
{
    public long EntryId { get; } = entryId;

    public long JudgementId { get; } = judgementId;
}
