using System.Globalization;
using Monitor.Core.Feeds.Markup;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>
/// What a feed says of itself: title, page, language, ttl. The same elements as in items, in every format's mixture; the format's own word comes before
/// a borrowed one (RSS's link before an atom:link, a title before a dc:title).
/// </summary>
internal sealed class FeedHeading(XmlScanner xml, ElementContent content, string? address)
{
    private Best<Passage> _title;
    private Best<string> _link;
    private Best<string> _language;
    private string? _self;

    public string? Title => _title.Found && _title.Value.ToPlain() is { Length: > 0 } title ? title : null;

    public string? Link => _link.Value;

    public string? Language => _language.Value;

    public TimeSpan? Ttl { get; private set; }

    /// <summary>Resolves against xml:base, else the feed's own page (items live there, whatever host serves the feed), else where the feed was fetched.</summary>
    public string Resolve(string link, string? xmlBase) => LinkBase.Resolve(link, xmlBase, LinkBase.IsWeb(Link) ? Link : address ?? _self);

    /// <summary>Atom's own rule: the address of the feed comes before its page.</summary>
    public string ResolveAtom(string link, string? xmlBase) => LinkBase.Resolve(link, xmlBase, address ?? _self ?? (LinkBase.IsWeb(Link) ? Link : null));

    /// <summary>Takes the <c>xml:lang</c> of the element just begun; a <c>lang</c> without the prefix is no word of XML's.</summary>
    public void TakeLanguage()
    {
        foreach (var attribute in xml.Attributes)
        {
            if (attribute.Name.SequenceEqual("xml:lang")) _language.Offer(attribute.Value.Trim().ToString(), !attribute.Value.IsWhiteSpace(), 2);
        }
    }

    /// <summary>Takes the child of the feed's element just begun, where it is one of the heading's.</summary>
    public void Take()
    {
        var isAtom = xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03;
        if (xml.Vocabulary is not (Vocabulary.Core or Vocabulary.Dc) && !isAtom) return;
        var rank = xml.Vocabulary == Vocabulary.Dc ? 1 : 0;
        switch (xml.LowerName)
        {
            case "title": TakeTitle(isAtom, rank); break;
            case "link": TakeLink(); break;
            case "language": TakeLanguageElement(rank); break;
            case "ttl": TakeTtl(); break;
        }
    }

    private void TakeTitle(bool isAtom, int rank)
    {
        var title = isAtom ? new AtomElements(xml, content, Resolve).ReadText(PassageKind.Plain) : content.Read(PassageKind.Unsaid);
        _title.Offer(title, !title.IsBlank, rank);
    }

    private void TakeLink()
    {
        var href = xml.Attribute("href");
        if (href is not null)
        {
            if (AtomElements.IsAlternate(xml)) OfferLink(ResolveAtom(href, xml.Base), 1);
            else if (string.Equals(xml.Attribute("rel"), "self", StringComparison.OrdinalIgnoreCase) && LinkBase.IsWeb(href)) _self ??= href;
            return;
        }

        var xmlBase = xml.Base;
        OfferLink(LinkBase.Resolve(content.ReadWord(), xmlBase, address), 0);
    }

    private void OfferLink(string link, int rank) => _link.Offer(link, link.Length > 0, LinkBase.IsWeb(link) ? rank : rank + 2);

    private void TakeLanguageElement(int rank)
    {
        var language = content.ReadWord();
        _language.Offer(language, language.Length > 0, rank);
    }

    private void TakeTtl()
    {
        if (int.TryParse(content.ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0) Ttl = TimeSpan.FromMinutes(minutes);
    }
}
