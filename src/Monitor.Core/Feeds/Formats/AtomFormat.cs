using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>Atom 0.3 and 1.0; a <c>feed</c> without a namespace is taken for Atom, by its version attribute for 0.3.</summary>
internal sealed class AtomFormat : IFeedFormat
{
    public ParsedFeed? Read(FeedDocument document)
    {
        var xml = document.OpenRoot();
        if (xml is null || !xml.Name.Equals("feed", StringComparison.OrdinalIgnoreCase)) return null;
        var isOld = xml.Vocabulary == Vocabulary.Atom03 || (xml.Vocabulary != Vocabulary.Atom && xml.Attribute("version") is "0.1" or "0.2" or "0.3");
        xml.CoreMeans = isOld ? Vocabulary.Atom03 : Vocabulary.Atom;
        return new XmlFeed(xml, document, isAtom: true).Read(isOld ? FeedFormat.Atom03 : FeedFormat.Atom);
    }
}
