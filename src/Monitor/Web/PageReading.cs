using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>What pages show beyond the story itself: the articles behind the facts of the list, and how the sources fare.</summary>
public sealed class PageReading(IDbContextFactory<MonitorDb> store)
{
    /// <summary>The articles that the facts of a subject cite, by their id on the list.</summary>
    public async Task<IReadOnlyDictionary<string, ItemRow>> ArticlesAsync(Subject subject, CancellationToken cancellation)
    {
        var cited = subject.Facts.SelectMany(f => f.Cites).Select(c => c.Article).Distinct(StringComparer.Ordinal).ToList();
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Items.AsNoTracking().Where(i => i.SourceId == CitedArticles && cited.Contains(i.Reference)).ToDictionaryAsync(i => i.Reference, StringComparer.Ordinal, cancellation);
    }

    /// <summary>The sources in use: those that fail first, then by name.</summary>
    public async Task<IReadOnlyList<SourceRow>> SourcesAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().Where(s => s.Active).OrderByDescending(s => s.Failures > 0).ThenBy(s => s.Name).ToListAsync(cancellation);
    }

    /// <summary>The source id under which the import files the articles that the list cites.</summary>
    private const string CitedArticles = "articles";
}
