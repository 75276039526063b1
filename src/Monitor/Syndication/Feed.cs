namespace Monitor.Syndication;

/// <summary>One feed before any format: what RSS, Atom and JSON Feed each write in their own way.</summary>
public sealed record Feed
{
    /// <summary>Permanent, whatever the site's address (RFC 4287 §4.2.6).</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Language { get; init; }

    /// <summary>The page that shows the same to a person.</summary>
    public required Uri Home { get; init; }

    /// <summary>Where this feed is, without its extension: formats add their own.</summary>
    public required FeedAddress Address { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>When anything in the feed last changed, a source that joined an entry included; null for an empty feed.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The newest real change of an entry; null for an empty feed.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(e => e.Updated);
}

/// <summary>One change as an entry. <paramref name="Id"/> is permanent; <paramref name="Updated"/> moves only when the change itself does.</summary>
public sealed record FeedEntry(string Id, Uri Link, string Title, string Html, DateTimeOffset Published, DateTimeOffset Updated, IReadOnlyList<string> Tags);

/// <summary>Folder of a feed on this site (<c>people/kalesnikava/</c>, empty for all) and the language asked for, if any.</summary>
public sealed record FeedAddress(Uri Site, string Folder, string? Asked)
{
    public Uri Of(string extension) => Page(Folder + "feed." + extension);

    public Uri Page(string path) => new(Site, path + (Asked is null ? "" : "?lang=" + Asked));
}
