using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>RSS 0.91 to 2.0: the root <c>rss</c>, or a bare <c>channel</c> where somebody lost it.</summary>
internal sealed class RssFormat : IFeedFormat
{
    public ParsedFeed? Read(FeedDocument document)
    {
        var xml = document.OpenRoot();
        if (xml is null) return null;
        if (xml.Name.Equals("rss", StringComparison.OrdinalIgnoreCase)) return new XmlFeed(xml, document, isAtom: false).Read(Version(xml));
        if (!xml.Name.Equals("channel", StringComparison.OrdinalIgnoreCase)) return null;
        xml.Warn("the feed has no rss element");
        return new XmlFeed(xml, document, isAtom: false).Read(FeedFormat.Unknown);
    }

    private static FeedFormat Version(XmlScanner xml)
    {
        var version = xml.Attribute("version") ?? "";
        return version.StartsWith("0.9", StringComparison.Ordinal) ? FeedFormat.Rss09X : version.StartsWith("1.", StringComparison.Ordinal) ? FeedFormat.Rss1 : FeedFormat.Rss2;
    }
}
