using System.Globalization;
using System.Xml;

namespace Monitor.Syndication;

/// <summary>Atom 1.0 (RFC 4287).</summary>
public static class AtomFormat
{
    public static byte[] Write(Feed feed) => FeedFormat.Xml(xml =>
    {
        xml.WriteStartElement("feed", FeedFormat.AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        xml.WriteElementString("id", feed.Id);
        FeedFormat.Text(xml, "title", feed.Title);
        FeedFormat.Text(xml, "subtitle", feed.Description);

        // RFC 4287 §4.1.1 wants a date even of a feed in which nothing ever happened.
        xml.WriteElementString("updated", Rfc3339(feed.Updated ?? DateTimeOffset.UnixEpoch));
        Link(xml, "self", feed.Address.Of(FeedFormat.Atom.Extension), FeedFormat.Atom.MediaType);
        Link(xml, "alternate", feed.Home, "text/html");
        xml.WriteElementString("generator", FeedFormat.Generator);
        xml.WriteStartElement("author");
        xml.WriteElementString("name", FeedFormat.Generator);
        xml.WriteElementString("uri", feed.Address.Site.AbsoluteUri);
        xml.WriteEndElement();
        foreach (var (relation, page) in feed.OtherPages) Link(xml, relation, page.Of(FeedFormat.Atom.Extension), FeedFormat.Atom.MediaType);
        foreach (var entry in feed.Entries) Entry(xml, entry);
        xml.WriteEndElement();
    });

    internal static string Rfc3339(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", entry.Id);
        FeedFormat.Text(xml, "title", entry.Title);
        xml.WriteElementString("published", Rfc3339(entry.Published));
        xml.WriteElementString("updated", Rfc3339(entry.Updated));
        Link(xml, "alternate", entry.Link, "text/html");
        foreach (var tag in entry.Tags)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", tag);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address, string mediaType)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }
}
