using System.Xml;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Syndication;

/// <summary>All feeds of this site as one OPML 2.0 file, which feed readers import: the wide ones, then one feed for each person and sanction.</summary>
public static class OpmlFormat
{
    public const string MediaType = "text/x-opml";

    public static byte[] Write(Phrasebook book, FeedAddress all, IReadOnlyList<Subject> subjects) => FeedFormat.Xml(xml =>
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        FeedFormat.Text(xml, "title", book["feed.opml"]);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var wide in FeedScope.Wide) Outline(xml, book, wide.Title(book), all with { Folder = wide.Folder });
        Folder(xml, book["feed.people"], [.. subjects.OfType<Person>()], Each);
        Folder(xml, book["feed.sanctions"], [.. subjects.OfType<Sanction>()], Each);
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Each(Subject subject) => Outline(xml, book, subject.NameIn(book.Language), all with { Folder = FeedScope.Of(subject).Folder });
    });

    private static void Folder(XmlWriter xml, string name, IReadOnlyList<Subject> subjects, Action<Subject> each)
    {
        if (subjects.Count == 0) return;
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("text", CleanText.Of(name));
        foreach (var subject in subjects) each(subject);
        xml.WriteEndElement();
    }

    private static void Outline(XmlWriter xml, Phrasebook book, string name, FeedAddress address)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", CleanText.Of(name));
        xml.WriteAttributeString("title", CleanText.Of(name));
        xml.WriteAttributeString("language", book.Language);
        xml.WriteAttributeString("xmlUrl", address.Of(FeedFormat.Rss.Extension).AbsoluteUri);
        xml.WriteAttributeString("htmlUrl", address.Html(address.Folder.TrimEnd('/')).AbsoluteUri);
        xml.WriteEndElement();
    }
}
