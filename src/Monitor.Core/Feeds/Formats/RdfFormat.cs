using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>RSS 0.90, 1.0 and 1.1, which are RDF: items stand beside the channel, and their address is their name (<c>rdf:about</c>).</summary>
internal sealed class RdfFormat : IFeedFormat
{
    public ParsedFeed? Read(FeedDocument document)
    {
        var xml = document.OpenRoot();
        if (xml is null) return null;
        var isRdf = xml.Name is "RDF" || (xml.Name is "Channel" && xml.Attributes.Contains("purl.org/net/rss1.1"));
        return isRdf ? new XmlFeed(xml, document, isAtom: false).Read(IsVersion090(xml) ? FeedFormat.Rss09X : FeedFormat.Rss1) : null;
    }

    private static bool IsVersion090(XmlScanner xml) => xml.Attributes.Contains("netscape.com/rdf/simple/0.9");
}
