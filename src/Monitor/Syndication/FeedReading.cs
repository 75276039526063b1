using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>From the story to a feed: the newest changes by their own date, each worded as the bot would word it.</summary>
public sealed class FeedReading(StoryReading story, AlertNow alerts, FeedAuthority authority)
{
    /// <summary>CONTRACT: a feed lists the latest 100 changes, history included.</summary>
    private const int MostEntries = 100;

    /// <param name="subject">Null: the feed of all changes.</param>
    public async Task<Feed> ReadAsync(Subject? subject, FeedAddress address, CancellationToken cancellation)
    {
        var book = Phrasebook.For(address.Asked);
        var name = subject?.NameIn(book.Language);
        var tag = "tag:" + await authority.KeptAsync(cancellation) + ":";
        var changes = await story.LatestAsync(subject?.Id, MostEntries, cancellation);
        var entries = new List<FeedEntry>(changes.Count);
        foreach (var change in changes) entries.Add(Entry(book, change, await alerts.OfAsync(change, cancellation), new(tag, address)));

        return new Feed
        {
            Id = $"{tag}feed/{address.Folder}{book.Language}",
            Title = name is null ? book["feed.title"] : book["feed.title-subject", ("name", name)],
            Description = name is null ? book["feed.description"] : book["feed.description-subject", ("name", name)],
            Language = book.Language,
            Home = address.Page(address.Folder.TrimEnd('/')),
            Address = address,
            Entries = entries,
            Changed = changes.SelectMany(Moments).Max(at => (DateTimeOffset?)at),
        };
    }

    /// <summary><c>people/kalesnikava/</c>: where the pages and feeds of a subject are.</summary>
    public static string FolderOf(Subject subject) => $"{(subject is Person ? "people" : "sanctions")}/{Uri.EscapeDataString(subject.Id)}/";

    private static FeedEntry Entry(Phrasebook book, ToldChange change, Alert alert, Place place)
    {
        var slug = Uri.EscapeDataString(change.Row.Slug);
        var page = place.Address.Page("changes/" + slug);
        return new FeedEntry(
            $"{place.Tag}change/{slug}",
            page,
            CleanText.Of(book.Headline(alert)),
            FeedHtml.Of(book.Say(alert, page)),
            change.Row.CreatedAt,
            change.Row.UpdatedAt,
            [Keyword.Of(alert.Kind), Keyword.Of(alert.Standing)]);
    }

    /// <summary>A source that joins a change alters the entry's text without being a change of its own.</summary>
    private static IEnumerable<DateTimeOffset> Moments(ToldChange change) =>
        change.Items.Values.Select(i => i.ReadAt ?? i.FetchedAt).Append(change.Row.UpdatedAt);

    private sealed record Place(string Tag, FeedAddress Address);
}
