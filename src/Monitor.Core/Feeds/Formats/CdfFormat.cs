using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>Channel Definition Format of 1997: addresses and dates are attributes, names are capitals (<c>&lt;ITEM HREF="…" LASTMOD="…"&gt;</c>), channels nest.</summary>
internal sealed class CdfFormat : IFeedFormat
{
    public ParsedFeed? Read(FeedDocument document)
    {
        var xml = document.OpenRoot();
        if (xml is null || !xml.Name.Equals("channel", StringComparison.OrdinalIgnoreCase)) return null;
        var isCdf = xml.Attribute("HREF") is not null || xml.Attribute("LASTMOD") is not null || xml.Vocabulary == Vocabulary.Cdf || xml.Name is "CHANNEL";
        return isCdf ? new Walk(xml, document.Address?.AbsoluteUri).Read() : null;
    }

    private sealed class Walk(XmlScanner xml, string? address)
    {
        private readonly ElementContent _content = new(xml);
        private readonly List<ParsedItem> _items = [];
        private string? _title;
        private string? _link;

        public ParsedFeed Read()
        {
            _link = Address();
            ReadChannel(isOutermost: true);
            return new ParsedFeed(FeedFormat.Cdf, _title, _link, null, null, _items, xml.Warnings);
        }

        private void ReadChannel(bool isOutermost)
        {
            var depth = xml.Depth;
            while (_items.Count < FeedParser.MostItems && xml.NextChild(depth))
            {
                if (Is("item")) ReadItem();
                else if (Is("channel")) ReadChannel(isOutermost: false);
                else if (!isOutermost) continue;
                else if (Is("title")) _title ??= _content.Read(PassageKind.Unsaid).ToPlain();
                else if (Is("a")) _link ??= Address();
            }
        }

        private void ReadItem()
        {
            var draft = new ItemDraft();
            draft.OfferLink(Address(), 0);
            draft.OfferUpdated(FeedDate.Read(xml.Attribute("LASTMOD")), 0);
            var depth = xml.Depth;
            while (xml.NextChild(depth))
            {
                if (Is("title")) draft.OfferTitle(_content.Read(PassageKind.Unsaid), 0);
                else if (Is("abstract")) draft.OfferText(_content.Read(PassageKind.Html), 0);
                else if (Is("a")) draft.OfferLink(Address(), 1);
            }

            if (!xml.AtEnd && draft.Build() is { } item) _items.Add(item);
        }

        private bool Is(string name) => xml.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

        private string? Address() => xml.Attribute("HREF") is { Length: > 0 } link ? LinkBase.Resolve(link, xml.Attribute("BASE") ?? xml.Base, _link ?? address) : null;
    }
}
