using Monitor.Core.Feeds;

namespace Monitor.Core.Items;

/// <summary>
/// Whose voice an item speaks with. A post that was forwarded speaks with its author's; an aggregator's item that leads to another house of the list speaks with that house's:
/// whoever passes a text on is no second voice for it.
/// </summary>
public sealed class Voices(IReadOnlyCollection<Source> sources)
{
    private readonly Dictionary<string, string> _channels = sources.Where(s => s.Kind == SourceKind.Telegram).GroupBy(s => Channel(s.Url.AbsoluteUri), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Origin, StringComparer.Ordinal);

    /// <summary>Hosts that serve one origin only: a platform with many authors tells nothing.</summary>
    private readonly List<(string Host, string Origin)> _houses =
    [
        .. sources.Where(s => s.Kind != SourceKind.Telegram).GroupBy(s => Host(s.Url.AbsoluteUri), StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Select(s => s.Origin).Distinct(StringComparer.Ordinal).Count() == 1).Select(g => (g.Key, g.First().Origin)),
    ];

    public string Of(Source source, ParsedItem item)
    {
        if (item.ForwardedFrom is { } author) return Author(author);
        if (source.Kind == SourceKind.Telegram || Host(item.Link) is not { Length: > 0 } host || AreOfOneHouse(host, Host(source.Url.AbsoluteUri))) return source.Origin;
        return _houses.FirstOrDefault(house => AreOfOneHouse(host, house.Host)).Origin ?? source.Origin;
    }

    private string Author(Forward author)
    {
        if (author.Link is null) return "t.me: " + author.Name;
        var channel = Channel(author.Link);
        return _channels.GetValueOrDefault(channel) ?? channel;
    }

    /// <summary>The same host, or one a part of the other: news.example.by and example.by.</summary>
    private static bool AreOfOneHouse(string a, string b) => a == b || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal);

    private static string Host(string? link) => CanonicalLink.Of(link) is { } canonical ? new Uri(canonical).Authority : "";

    /// <summary><c>https://t.me/s/name/12</c> is of the channel <c>t.me/name</c>.</summary>
    private static string Channel(string link) => CanonicalLink.Of(link) is { } canonical ? "t.me/" + new Uri(canonical).AbsolutePath.Trim('/').Split('/')[0] : link;
}
