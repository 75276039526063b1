using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>From the story to a page of a feed: changes and corrections, each worded as the bot would word it.</summary>
public sealed class FeedReading(IDbContextFactory<MonitorDb> store, StoryReading story, AlertNow alerts, FeedAuthority authority)
{
    /// <summary>Null where the feed has no such page.</summary>
    public async Task<Feed?> ReadAsync(FeedScope scope, FeedAddress address, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var (keys, pages) = await EntryIndex.PageAsync(db, scope.Entries, address.Page, cancellation);
        if (address.Page > pages) return null;

        var told = await story.ManyAsync([.. keys.Select(k => k.ChangeId).Distinct()], cancellation);
        var changes = told.ToDictionary(c => c.Row.Id);
        var place = new Place(Phrasebook.For(address.Asked), "tag:" + await authority.KeptAsync(cancellation) + ":", address);
        var entries = new List<FeedEntry>(keys.Count);
        foreach (var key in keys) entries.Add(await EntryAsync(changes[key.ChangeId], key.Correction, place, cancellation));

        return new Feed
        {
            Id = $"{place.Tag}feed/{address.Folder}{place.Book.Language}",
            Title = scope.Title(place.Book),
            Description = scope.Description(place.Book),
            Language = place.Book.Language,
            Home = address.Html(address.Folder.TrimEnd('/')),
            Address = address,
            Pages = pages,
            Entries = entries,
            Changed = await ChangedAsync(db, told, cancellation),
        };
    }

    private async Task<FeedEntry> EntryAsync(ToldChange change, Correction? correction, Place place, CancellationToken cancellation)
    {
        var now = await alerts.OfAsync(change, cancellation);
        return correction is null
            ? Entry(now, change.Row.Slug, (change.Row.CreatedAt, change.Row.UpdatedAt), place)
            : Entry(AlertNow.Corrected(now, correction), $"{change.Row.Slug}#{Keyword.Of(correction.Standing)}", (correction.At, correction.Again), place);
    }

    private static FeedEntry Entry(Alert alert, string name, (DateTimeOffset Told, DateTimeOffset Moved) dates, Place place)
    {
        var parts = name.Split('#');
        var slug = Uri.EscapeDataString(parts[0]);
        var page = place.Address.Html("changes/" + slug);
        var (id, link) = parts.Length == 1 ? (slug, page) : ($"{slug}/{parts[1]}", new Uri(page, "#" + parts[1]));
        string[] tags = [Keyword.Of(alert.Kind), Keyword.Of(alert.Standing), .. parts.Length == 1 ? [] : new[] { "correction" }];
        return new FeedEntry($"{place.Tag}change/{id}", link, CleanText.Of(place.Book.Title(alert)), FeedHtml.Of(place.Book.Say(alert, page)), dates.Told, dates.Moved, tags);
    }

    /// <summary>A source that joins a change, and a name that was mended, alter the text without being a change of their own.</summary>
    private static async Task<DateTimeOffset?> ChangedAsync(MonitorDb db, IReadOnlyList<ToldChange> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0) return null;
        var story = changes.SelectMany(c => c.Items.Values.Select(i => i.ReadAt ?? i.FetchedAt).Append(c.Row.UpdatedAt)).Max();
        return await ListMoment.ReadAsync(db, cancellation) is { } list && list > story ? list : story;
    }

    private sealed record Place(Phrasebook Book, string Tag, FeedAddress Address);
}
