using System.Xml;
using System.Xml.Linq;

namespace Monitor.Tests.Syndication;

/// <summary>RSS 2.0 by its specification (rssboard.org, 2.0.11) and the best practices profile: what it says is wrong with a document; nothing for a valid one.</summary>
internal static class RssChecker
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] OfChannel =
        ["title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "textInput", "skipHours", "skipDays", "item"];

    private static readonly string[] OfItem = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];
    private static readonly string[] Repeatable = ["category", "item", "enclosure"];

    public static IReadOnlyList<string> Check(string document, Uri askedAt)
    {
        try
        {
            var root = XDocument.Parse(document).Root!;
            if (root.Name != "rss" || (string?)root.Attribute("version") != "2.0") return ["the root is not <rss version=\"2.0\">"];
            return root.Elements().Count() == 1 && root.Element("channel") is { } channel ? [.. Channel(channel, askedAt), .. channel.Elements("item").SelectMany(Item)] : ["there is not exactly one channel"];
        }
        catch (XmlException e)
        {
            return [$"not well-formed: {e.Message}"];
        }
    }

    private static IEnumerable<string> Channel(XElement channel, Uri askedAt)
    {
        foreach (var problem in Known(channel, OfChannel)) yield return problem;
        foreach (var required in new[] { "title", "link", "description" }.Where(r => string.IsNullOrWhiteSpace((string?)channel.Element(r)))) yield return $"channel: no {required}";
        if ((string?)channel.Element("link") is { } link && !FeedRules.IsWebAddress(link)) yield return "channel: link is no web address";
        if ((string?)channel.Element("language") is { } language && !FeedRules.IsLanguage(language)) yield return $"channel: \"{language}\" is no language";
        if ((string?)channel.Element("ttl") is { } ttl && !(int.TryParse(ttl, out var minutes) && minutes > 0)) yield return "channel: ttl is no number of minutes";
        foreach (var date in channel.Elements("lastBuildDate").Concat(channel.Elements("pubDate")).Where(d => !FeedRules.IsRfc822(d.Value))) yield return $"channel: \"{date.Value}\" is no RFC 822 date";

        var self = channel.Elements(Atom + "link").Where(l => (string?)l.Attribute("rel") == "self").Select(l => (string?)l.Attribute("href")).ToList();
        if (self.Count != 1 || self[0] != askedAt.AbsoluteUri) yield return "channel: not one atom:link rel=self with the address it was asked at";
        foreach (var problem in FeedRules.Repeated(channel.Elements("item").Elements("guid").Select(g => g.Value))) yield return problem;
    }

    private static IEnumerable<string> Item(XElement item)
    {
        var where = "item " + ((string?)item.Element("guid") ?? "without guid");
        foreach (var problem in Known(item, OfItem)) yield return $"{where}: {problem}";
        if (item.Element("title") is null && item.Element("description") is null) yield return $"{where}: neither title nor description";
        if (item.Element("title") is { } title && string.IsNullOrWhiteSpace(title.Value)) yield return $"{where}: an empty title";
        if (item.Element("guid") is not { } guid || string.IsNullOrWhiteSpace(guid.Value)) yield return $"{where}: no guid";
        else if ((string?)guid.Attribute("isPermaLink") != "false" && !FeedRules.IsWebAddress(guid.Value)) yield return $"{where}: the guid claims to be a permalink and is no web address";
        if ((string?)item.Element("link") is { } link && !FeedRules.IsWebAddress(link)) yield return $"{where}: link is no web address";
        if (item.Element("pubDate") is { } date && !FeedRules.IsRfc822(date.Value)) yield return $"{where}: \"{date.Value}\" is no RFC 822 date";
        if (item.Elements(Atom + "updated").Any(u => !FeedRules.IsRfc3339(u.Value))) yield return $"{where}: atom:updated is no RFC 3339 date";
        if (item.Elements("category").Any(c => c.Value.Length == 0)) yield return $"{where}: an empty category";
        foreach (var problem in FeedRules.ProblemsOfHtml((string?)item.Element("description") ?? "", where)) yield return problem;
    }

    private static IEnumerable<string> Known(XElement parent, string[] allowed)
    {
        var own = parent.Elements().Where(e => e.Name.Namespace == XNamespace.None).Select(e => e.Name.LocalName).ToList();
        foreach (var unknown in own.Except(allowed, StringComparer.Ordinal)) yield return $"<{unknown}> is no element of {parent.Name.LocalName}";
        foreach (var twice in own.Except(Repeatable, StringComparer.Ordinal).Where(n => own.Count(o => o == n) > 1)) yield return $"<{twice}> stands more than once";
    }
}
