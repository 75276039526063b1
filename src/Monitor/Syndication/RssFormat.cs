using System.Globalization;
using System.Xml;

namespace Monitor.Syndication;

/// <summary>RSS 2.0 (Advisory Board, 2.0.11, and its best practices profile): the description carries the HTML, the guid is no address.</summary>
public static class RssFormat
{
    /// <summary>Minutes a reader may wait before asking again: as often as sources are asked at most.</summary>
    private const string MinutesToLive = "10";

    private const string Specification = "https://www.rssboard.org/rss-specification";

    public static byte[] Write(Feed feed) => FeedFormat.Xml(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedFormat.AtomNamespace);
        xml.WriteStartElement("channel");
        FeedFormat.Text(xml, "title", feed.Title);
        xml.WriteElementString("link", feed.Home.AbsoluteUri);
        FeedFormat.Text(xml, "description", feed.Description);
        xml.WriteElementString("language", feed.Language);
        if (feed.Updated is { } updated) xml.WriteElementString("lastBuildDate", Rfc822(updated));
        xml.WriteElementString("generator", FeedFormat.Generator);
        xml.WriteElementString("docs", Specification);
        xml.WriteElementString("ttl", MinutesToLive);
        Link(xml, "self", feed.Address.Of(FeedFormat.Rss.Extension), FeedFormat.Rss.MediaType);
        Link(xml, "alternate", feed.Home, "text/html");
        foreach (var (relation, page) in feed.OtherPages) Link(xml, relation, page.Of(FeedFormat.Rss.Extension), FeedFormat.Rss.MediaType);
        foreach (var entry in feed.Entries) Item(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        FeedFormat.Text(xml, "title", entry.Title);
        xml.WriteElementString("link", entry.Link.AbsoluteUri);
        FeedFormat.Text(xml, "description", entry.Html);
        foreach (var tag in entry.Tags) FeedFormat.Text(xml, "category", tag);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(entry.Published));
        xml.WriteElementString("atom", "updated", FeedFormat.AtomNamespace, AtomFormat.Rfc3339(entry.Updated));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string mediaType)
    {
        xml.WriteStartElement("atom", "link", FeedFormat.AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
