using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline.Judgements;

/// <summary>
/// Carries out what curators judged or took back, each in one transaction with all that follows from it: names read anew, changes told
/// anew, corrections. A list that another process changed is read again.
/// </summary>
public sealed class JudgementRound(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist, ItemReading reading, TimeProvider time)
{
    private Seen? _seen;

    /// <summary>Returns how many judgements were carried out or undone.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var waiting = await db.Judgements.AsNoTracking().Where(j => j.State == JudgementState.Made || j.State == JudgementState.TakenBack).OrderBy(j => j.Id).Select(j => j.Id).ToListAsync(cancellation);
        foreach (var id in waiting) await CarryOutAsync(id, cancellation);

        // By this process, by a verb beside it, or by another process that shares the database: the list may have changed.
        var settled = await db.Judgements.SumAsync(j => j.State == JudgementState.Undone ? 2L : 1L, cancellation);
        var seen = new Seen(settled, await ListMoment.ReadAsync(db, cancellation));
        if (seen != Interlocked.Exchange(ref _seen, seen)) await watchlist.LoadAsync(db, cancellation);
        return waiting.Count;
    }

    private async Task CarryOutAsync(long judgementId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var judgement = await db.Judgements.SingleAsync(j => j.Id == judgementId, cancellation);
        if (judgement.State is JudgementState.Applied or JudgementState.Undone) return;

        // Two curators may press at the same moment: the second judgement of an entry comes to nothing.
        var undo = judgement.State == JudgementState.TakenBack;
        var isLate = await db.Queue.AnyAsync(q => q.Id == judgement.EntryId && q.SettledBy != null && q.SettledBy != judgement.Id, cancellation);
        judgement.State = undo || isLate ? JudgementState.Undone : JudgementState.Applied;
        if (judgement.EntryId is { } entryId && !isLate) await db.Queue.Where(q => q.Id == entryId).ExecuteUpdateAsync(set => set.SetProperty(q => q.SettledBy, undo ? null : judgement.Id), cancellation);
        await db.SaveChangesAsync(cancellation);
        if (!isLate) await new JudgementEffects(db, watchlist, reading, time.GetUtcNow()).FollowAsync(judgement, undo, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private sealed record Seen(long Settled, DateTimeOffset? Listed);
}
