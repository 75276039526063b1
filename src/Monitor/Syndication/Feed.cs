namespace Monitor.Syndication;

/// <summary>One page of one feed before any format: what RSS, Atom and JSON Feed each write in their own way.</summary>
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

    /// <summary>How many pages the feed has (RFC 5005 §3); at least one.</summary>
    public required int Pages { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>When anything in the feed last changed, a source that joined an entry included; null for an empty feed.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The newest real change of an entry; null for an empty feed.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(e => e.Updated);

    /// <summary>The other pages, by the link relations of RFC 5005 §3; none where there is but one.</summary>
    public IEnumerable<(string Relation, FeedAddress Address)> OtherPages
    {
        get
        {
            if (Pages == 1) yield break;
            yield return ("first", Address with { Page = 1 });
            if (Address.Page > 1) yield return ("previous", Address with { Page = Address.Page - 1 });
            if (Address.Page < Pages) yield return ("next", Address with { Page = Address.Page + 1 });
            yield return ("last", Address with { Page = Pages });
        }
    }
}

/// <summary>One change, or one correction of a change, as an entry. <paramref name="Id"/> is permanent; <paramref name="Updated"/> moves only when the change itself does.</summary>
public sealed record FeedEntry(string Id, Uri Link, string Title, string Html, DateTimeOffset Published, DateTimeOffset Updated, IReadOnlyList<string> Tags);

/// <summary>Folder of a feed on this site (<c>people/kalesnikava/</c>, empty for all), the language asked for, if any, and the page of the feed.</summary>
public sealed record FeedAddress(Uri Site, string Folder, string? Asked, int Page = 1)
{
    public Uri Of(string extension) => At(Folder + "feed." + extension, Page);

    /// <summary>A page for people.</summary>
    public Uri Html(string path) => At(path, page: 1);

    private Uri At(string path, int page)
    {
        string?[] query = [Asked is null ? null : "lang=" + Asked, page == 1 ? null : $"page={page}"];
        var asked = string.Join('&', query.Where(q => q is not null));
        return new Uri(Site, asked.Length == 0 ? path : $"{path}?{asked}");
    }
}
