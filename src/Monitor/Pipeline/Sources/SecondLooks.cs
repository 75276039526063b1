using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>
/// A site may take news back on the article's page ("UPD: not confirmed") without a word in its feed. While what people were told from an article is young, its page is asked again, four
/// times in two days, conditionally; what it says that it did not say before is a later version of its item, like any edit.
/// </summary>
public sealed class SecondLooks(IDbContextFactory<MonitorDb> store, ArticleTexts articles, ItemVersions versions, ItemReading reading, TimeProvider time)
{
    /// <summary>So long after the article came: most errors are taken back within hours.</summary>
    private static readonly TimeSpan[] After = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromHours(48)];

    private const int MostPerRound = 5;

    /// <summary>How each page was found last. In memory: after a restart a page is asked once more than needed, and unconditionally.</summary>
    private readonly Dictionary<long, Seen> _seen = [];

    /// <summary>Returns how many pages said something new.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var edited = 0;
        foreach (var item in await DueAsync(cancellation))
            if (await LookAsync(item, cancellation)) edited++;
        if (edited > 0) await reading.RunAsync(cancellation);
        return edited;
    }

    /// <summary>The articles whose claims stand behind a change that people were told of.</summary>
    private async Task<List<ItemRow>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var (newest, oldest) = (now - After[0], now - After[^1] - After[0]);
        var told = await db.Items.AsNoTracking()
            .Where(i => i.EditOf == null && i.Url != null && i.FetchedAt <= newest && i.FetchedAt > oldest)
            .Where(i => db.Sources.Any(s => s.Id == i.SourceId && s.Active && s.PausedAt == null))
            .Where(i => db.Claims.Any(c => c.ItemId == i.Id && c.Live && db.Changes.Any(change => change.Id == c.ChangeId && change.Alerted)))
            .OrderBy(i => i.FetchedAt).ToListAsync(cancellation);
        foreach (var old in _seen.Keys.Except(told.Select(i => i.Id)).ToList()) _seen.Remove(old);
        return [.. told.Where(i => IsDue(i, now)).Take(MostPerRound)];
    }

    private bool IsDue(ItemRow item, DateTimeOffset now)
    {
        var last = _seen.TryGetValue(item.Id, out var seen) ? seen.At : item.FetchedAt;
        return Array.Exists(After, wait => item.FetchedAt + wait > last && item.FetchedAt + wait <= now);
    }

    private async Task<bool> LookAsync(ItemRow item, CancellationToken cancellation)
    {
        var seen = _seen.GetValueOrDefault(item.Id) ?? new Seen(item.FetchedAt, null, null);
        var page = ArticleTexts.PageOf(item.Url!) is { } address ? await articles.AgainAsync(address, seen.ETag, seen.LastModified, cancellation) : null;
        _seen[item.Id] = new Seen(time.GetUtcNow(), page?.ETag ?? seen.ETag, page?.LastModified ?? seen.LastModified);
        if (page is null) return false;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var given = new ParsedItem { Title = (await ItemVersions.LastAsync(db, item.Id, cancellation)).Title, Text = page.Text };
        return await versions.SaysMoreAsync(db, item.Id, given, time.GetUtcNow(), cancellation) && await versions.AddAsync(db, item.Id, given, time.GetUtcNow(), cancellation);
    }

    private sealed record Seen(DateTimeOffset At, string? ETag, string? LastModified);
}
