namespace Monitor.Core.Feeds;

/// <summary>What the bytes said they are; the printed words are those of <see cref="FeedFormatWords"/>.</summary>
public enum FeedFormat
{
    Unknown,
    Rss2,
    Rss1,
    Rss09X,
    Atom,
    Atom03,
    Json,
    Cdf,
    Page,
    Telegram,
}

public static class FeedFormatWords
{
    /// <summary>The word <c>feed parse</c> prints: <c>rss0.9x</c>.</summary>
    public static string Word(this FeedFormat format) => format switch
    {
        FeedFormat.Rss2 => "rss2",
        FeedFormat.Rss1 => "rss1",
        FeedFormat.Rss09X => "rss0.9x",
        FeedFormat.Atom => "atom",
        FeedFormat.Atom03 => "atom0.3",
        FeedFormat.Json => "json",
        FeedFormat.Cdf => "cdf",
        FeedFormat.Page => "page",
        FeedFormat.Telegram => "telegram",
        _ => "unknown",
    };
}

/// <param name="Link">The site's page, absolute where a base is known.</param>
/// <param name="Ttl">How long the feed asks to be left alone, by its own word.</param>
/// <param name="Warnings">What was mended or left out on the way, in plain words, each once.</param>
public sealed record ParsedFeed(
    FeedFormat Format, string? Title, string? Link, string? Language, TimeSpan? Ttl, IReadOnlyList<ParsedItem> Items, IReadOnlyList<string> Warnings);

/// <summary>One entry exactly as the feed gives it. Null is "the feed does not say"; nothing is filled in here.</summary>
public sealed record ParsedItem
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Plain text of the content, else of the summary; empty where there is neither.</summary>
    public string Text { get; init; } = "";

    /// <summary>The whole article, where it was fetched because the feed gives only its beginning; null where the text is all there is.</summary>
    public string? Article { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whose words a post passes on; null for its own.</summary>
    public Forward? ForwardedFrom { get; init; }

    /// <summary>Where a post's words lead, in order; empty for a feed's item, which is led to itself.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}

/// <param name="Name">The author as shown.</param>
/// <param name="Link">The post that was passed on; null where its author hides it.</param>
public sealed record Forward(string Name, string? Link);

/// <summary>Either a feed or the reason why the bytes are none: an error page must never become news.</summary>
public sealed record FeedReading
{
    public ParsedFeed? Feed { get; private init; }

    public string? NotAFeed { get; private init; }

    public static FeedReading Of(ParsedFeed feed) => new() { Feed = feed };

    public static FeedReading No(string reason) => new() { NotAFeed = reason };
}
