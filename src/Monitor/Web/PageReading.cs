using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>What pages show beyond the story of one subject: lists of changes, the articles behind the facts of the list, how the sources fare.</summary>
public sealed class PageReading(IDbContextFactory<MonitorDb> store, StoryReading story, AlertNow alerts, BotName bot)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>The articles that the facts of a subject cite, by their id on the list.</summary>
    public async Task<IReadOnlyDictionary<string, ItemRow>> ArticlesAsync(IEnumerable<Subject> subjects, CancellationToken cancellation)
    {
        var cited = subjects.SelectMany(s => s.Facts).SelectMany(f => f.Cites).Select(c => c.Article).Distinct(StringComparer.Ordinal).ToList();
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Items.AsNoTracking().Where(i => i.SourceId == ItemRow.ArticleSource && cited.Contains(i.Reference)).ToDictionaryAsync(i => i.Reference, StringComparer.Ordinal, cancellation);
    }

    /// <summary>The sources in use, those that fail first, then by name, each with what is being told of it.</summary>
    public async Task<IReadOnlyList<SourceState>> SourcesAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var notices = (await db.SourceNotices.AsNoTracking().Where(n => n.EndedAt == null).OrderBy(n => n.Id).ToListAsync(cancellation)).ToLookup(n => n.SourceId, StringComparer.Ordinal);
        var rows = await db.Sources.AsNoTracking().Where(s => s.Active).OrderByDescending(s => s.Failures > 0).ThenBy(s => s.Name).ToListAsync(cancellation);
        return [.. rows.Select(row => new SourceState(row, [.. notices[row.Id]]))];
    }

    /// <summary>When any source was last read with success, to the quarter of an hour, so that a page whose news stay the same stays the same; null: never.</summary>
    public async Task<DateTimeOffset?> LastReadAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Sources.Where(s => s.Active).MaxAsync(s => s.LastSuccessAt, cancellation) is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % Quarter.Ticks), TimeSpan.Zero) : null;
    }

    /// <summary>Where Telegram opens the bot to follow this subject; null where there is no bot.</summary>
    public async Task<string?> BotLinkAsync(Subject subject, CancellationToken cancellation) =>
        await bot.ReadAsync(cancellation) is { } name ? $"https://t.me/{Uri.EscapeDataString(name)}?start={SubjectCode.Of(subject.Id)}" : null;

    /// <summary>A page of changes and corrections, newest first, and how many pages there are.</summary>
    public async Task<(IReadOnlyList<WordedChange> Lines, int Pages)> EntriesAsync(EntryScope scope, int page, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var (keys, pages) = await EntryIndex.PageAsync(db, scope, page, cancellation);
        return (await WordedAsync(keys, cancellation), pages);
    }

    /// <summary>The newest changes and corrections; no more of them is read than is shown.</summary>
    public async Task<IReadOnlyList<WordedChange>> LatestAsync(int most, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var (keys, _) = await EntryIndex.PageAsync(db, new(EntriesOf.All), page: 1, cancellation);
        return await WordedAsync([.. keys.Take(most)], cancellation);
    }

    private async Task<IReadOnlyList<WordedChange>> WordedAsync(IReadOnlyList<EntryKey> keys, CancellationToken cancellation)
    {
        var changes = (await story.ManyAsync([.. keys.Select(k => k.ChangeId).Distinct()], cancellation)).ToDictionary(c => c.Row.Id);
        var lines = new List<WordedChange>(keys.Count);
        foreach (var key in keys) lines.Add(await WordedChange.OfAsync(changes[key.ChangeId], alerts, cancellation) with { Correction = key.Correction });
        return lines;
    }

    public async Task<IReadOnlyList<Correction>> CorrectionsAsync(long change, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await EntryIndex.OfChangeAsync(db, change, cancellation);
    }

    /// <summary>All changes of the sanctions, oldest first: what their bars are drawn from.</summary>
    public async Task<IReadOnlyList<ChangeRow>> SanctionStepsAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Changes.AsNoTracking().Where(c => c.MergedInto == null && db.Subjects.Any(s => s.Id == c.SubjectId && s.Kind == "sanction")).OrderBy(c => c.Day).ThenBy(c => c.Id).ToListAsync(cancellation);
    }
}
