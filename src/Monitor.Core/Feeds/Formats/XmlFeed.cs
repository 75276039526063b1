using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>The walk that RSS, RDF and Atom share: heading and items, wherever the items stand (inside the channel, beside it, or in a list).</summary>
internal sealed class XmlFeed
{
    private readonly XmlScanner _xml;
    private readonly ItemElements _items;
    private readonly FeedHeading _heading;
    private readonly List<ParsedItem> _found = [];

    public XmlFeed(XmlScanner xml, FeedDocument document, bool isAtom)
    {
        _xml = xml;
        var content = new ElementContent(xml);
        xml.RootSpeaksForUnprefixed = xml.IsUnprefixed || xml.Vocabulary == Vocabulary.Rdf;
        _heading = new FeedHeading(xml, content, document.Address?.AbsoluteUri);
        _items = new ItemElements(xml, content, isAtom ? _heading.ResolveAtom : _heading.Resolve);
    }

    public ParsedFeed Read(FeedFormat format)
    {
        _heading.TakeLanguage();
        ReadChildren(_xml.Depth);
        if (_xml.AtEnd) _xml.Warn("the file ends before the feed does");
        return new ParsedFeed(format, _heading.Title, _heading.Link, _heading.Language, _heading.Ttl, _found, _xml.Warnings);
    }

    private void ReadChildren(int depth)
    {
        while (_found.Count < FeedParser.MostItems && _xml.NextChild(depth))
        {
            if (_xml.LowerName is "item" or "entry") ReadItem();
            else if (_xml.LowerName is "channel" or "items") ReadChannel();
            else _heading.Take();
        }

        if (_found.Count == FeedParser.MostItems) _xml.Warn($"only the first {FeedParser.MostItems} items were read");
    }

    private void ReadChannel()
    {
        _heading.TakeLanguage();
        ReadChildren(_xml.Depth);
    }

    private void ReadItem()
    {
        if (_items.ReadItem() is { } item) _found.Add(item);
    }
}
