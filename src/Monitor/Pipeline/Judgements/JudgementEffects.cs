using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline.Judgements;

/// <summary>What follows from one judgement, or from its being undone, within the transaction of JudgementRound.</summary>
internal sealed class JudgementEffects(MonitorDb db, WatchlistInUse watchlist, ItemReading reading, DateTimeOffset now)
{
    public async Task FollowAsync(JudgementRow judgement, bool undo, CancellationToken cancellation)
    {
        var entry = judgement.EntryId is { } id ? await db.Queue.SingleAsync(q => q.Id == id, cancellation) : null;
        await ((judgement.Kind, entry?.Kind) switch
        {
            (JudgementKind.Approve, DoubtKind.Proposal) => ListAsync(judgement, entry!, undo, cancellation),
            (JudgementKind.Approve, DoubtKind.Unattributed) => RetellAsync(entry!, cancellation),
            (JudgementKind.Reject, DoubtKind.Unattributed) => WithdrawAsync(judgement, entry!.ChangeId!.Value, undo, cancellation),
            (JudgementKind.Reject, DoubtKind.Burst) => WithdrawBurstAsync(judgement, entry!, undo, cancellation),
            (JudgementKind.SamePerson, DoubtKind.Proposal) => NameAsync(judgement, entry!, cancellation),
            (JudgementKind.SamePerson, _) => MeantAsync(judgement, entry!, cancellation),
            (JudgementKind.NotThisPerson, null) => ReadAgainAsync([judgement.ItemId!.Value], cancellation),
            (JudgementKind.NotThisPerson, _) => ReadEntryAgainAsync(entry!, cancellation),
            (JudgementKind.Retract, _) => WithdrawAsync(judgement, judgement.ChangeId!.Value, undo, cancellation),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>A new subject with nothing but its printed name: facts and status come from its items, which are read again.</summary>
    private async Task ListAsync(JudgementRow judgement, QueueEntryRow entry, bool undo, CancellationToken cancellation)
    {
        judgement.SubjectId ??= await FreeIdAsync(SubjectId.Of(entry.Title), cancellation);
        var row = await db.Subjects.FindAsync([judgement.SubjectId], cancellation);
        if (row is null) db.Subjects.Add(row = new SubjectRow { Id = judgement.SubjectId, Kind = "person", Name = entry.Title, Document = WatchlistYamlWriter.Write([new Person { Id = judgement.SubjectId, Name = entry.Title }]) });
        row.Active = !undo;
        await db.SaveChangesAsync(cancellation);
        await watchlist.LoadAsync(db, cancellation);
        await ReadEntryAgainAsync(entry, cancellation);
    }

    private async Task<string> FreeIdAsync(string id, CancellationToken cancellation)
    {
        var free = id;
        for (var n = 2; await db.Subjects.AnyAsync(s => s.Id == free, cancellation); n++) free = $"{id}-{n.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }

    /// <summary>The printed name is another spelling of a tracked person, wherever it stands: the list has it from now on.</summary>
    private async Task NameAsync(JudgementRow judgement, QueueEntryRow entry, CancellationToken cancellation)
    {
        judgement.Surface = entry.Title;
        await db.SaveChangesAsync(cancellation);
        await watchlist.LoadAsync(db, cancellation);
        await ReadEntryAgainAsync(entry, cancellation);
    }

    /// <summary>In this item the name means this one of several who bear it.</summary>
    private async Task MeantAsync(JudgementRow judgement, QueueEntryRow entry, CancellationToken cancellation)
    {
        var items = await ItemsOfAsync(entry, cancellation);
        (judgement.Surface, judgement.ItemId) = (entry.Title, items[0]);
        await db.SaveChangesAsync(cancellation);
        await ReadAgainAsync(items, cancellation);
    }

    private async Task RetellAsync(QueueEntryRow entry, CancellationToken cancellation)
    {
        var story = new SubjectStory(db, watchlist, now);
        await story.RetellAsync(entry.Candidates, (await ItemsOfAsync(entry, cancellation))[0], cancellation);
    }

    private async Task WithdrawBurstAsync(JudgementRow judgement, QueueEntryRow entry, bool undo, CancellationToken cancellation)
    {
        var items = await ItemsOfAsync(entry, cancellation);
        var told = await db.Alerts.Where(a => items.Contains(a.ItemId)).Select(a => a.ChangeId).Distinct().ToListAsync(cancellation);
        var only = await db.Claims.Where(c => c.ChangeId != null && told.Contains(c.ChangeId.Value) && c.Stance == Stance.Asserted && !c.ByCurator)
            .GroupBy(c => c.ChangeId).Where(g => g.All(c => c.Origin == entry.Title)).Select(g => g.Key!.Value).ToListAsync(cancellation);
        foreach (var change in only.Order()) await WithdrawAsync(judgement, change, undo, cancellation);
    }

    /// <summary>The curator's word becomes a claim like any other, shown on the page with its reason; it alone is enough to withdraw.</summary>
    private async Task WithdrawAsync(JudgementRow judgement, long changeId, bool undo, CancellationToken cancellation)
    {
        var change = await db.Changes.SingleAsync(c => c.Id == changeId, cancellation);
        var note = await NoteAsync(judgement, cancellation);
        if (undo) db.Claims.RemoveRange(await db.Claims.Where(c => c.ItemId == note.Id && c.ChangeId == changeId).ToListAsync(cancellation));
        else
        {
            db.Claims.Add(new ClaimRow
            {
                ItemId = note.Id,
                SubjectId = change.SubjectId,
                Kind = change.Kind,
                Stance = Stance.Negated,
                Date = change.Date,
                Origin = note.Origin,
                Published = now,
                ByCurator = true,
                Surface = note.Title,
                Why = $"judgement {judgement.Id.ToString(CultureInfo.InvariantCulture)} of a curator",
                ChangeId = changeId,
            });
        }

        await db.SaveChangesAsync(cancellation);

        // Undone, the change is told by the items it had before.
        var by = undo ? await db.Claims.Where(c => c.ChangeId == changeId).Select(c => c.ItemId).FirstAsync(cancellation) : note.Id;
        await new SubjectStory(db, watchlist, now).RetellAsync(change.SubjectId, by, cancellation);
    }

    private async Task<ItemRow> NoteAsync(JudgementRow judgement, CancellationToken cancellation)
    {
        var reference = $"judgement {judgement.Id.ToString(CultureInfo.InvariantCulture)}";
        var row = await db.Items.SingleOrDefaultAsync(i => i.SourceId == ItemRow.CuratorSource && i.Reference == reference, cancellation);
        if (row is not null) return row;
        row = new ItemRow { SourceId = ItemRow.CuratorSource, Reference = reference, Origin = ItemRow.CuratorSource, Title = judgement.Note ?? "withdrawn by a curator", Text = "", Published = now, FetchedAt = now, Silent = true, ReadAt = now, Verdict = "the word of a curator" };
        db.Items.Add(row);
        await db.SaveChangesAsync(cancellation);
        return row;
    }

    private Task<List<long>> ItemsOfAsync(QueueEntryRow entry, CancellationToken cancellation) => db.QueueEvidence.Where(e => e.EntryId == entry.Id).OrderBy(e => e.Id).Select(e => e.ItemId).ToListAsync(cancellation);

    private async Task ReadEntryAgainAsync(QueueEntryRow entry, CancellationToken cancellation) => await ReadAgainAsync(await ItemsOfAsync(entry, cancellation), cancellation);

    private async Task ReadAgainAsync(List<long> items, CancellationToken cancellation)
    {
        foreach (var row in await db.Items.Where(i => items.Contains(i.Id) || (i.EditOf != null && items.Contains(i.EditOf.Value))).OrderBy(i => i.Published ?? i.FetchedAt).ToListAsync(cancellation)) await reading.ReadAsync(db, row, cancellation);
    }
}
