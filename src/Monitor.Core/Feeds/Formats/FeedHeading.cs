using System.Globalization;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>What a feed says of itself: title, page, language, ttl. The same elements as in items, in every format's mixture.</summary>
internal sealed class FeedHeading(XmlScanner xml, ElementContent content, string? address)
{
    private Passage? _title;
    private string? _self;

    public string? Title => _title?.ToPlain() is { Length: > 0 } title ? title : null;

    public string? Link { get; private set; }

    public string? Language { get; set; }

    public TimeSpan? Ttl { get; private set; }

    /// <summary>Resolves against xml:base, else the feed's own page (items live there, whatever host serves the feed), else where the feed was fetched.</summary>
    public string Resolve(string link) => LinkBase.Resolve(link, xml.Base, LinkBase.IsWeb(Link) ? Link : address ?? _self);

    public string ResolveAtom(string link) => LinkBase.Resolve(link, xml.Base, address ?? _self ?? (LinkBase.IsWeb(Link) ? Link : null));

    /// <summary>Takes the child of the feed's element just begun, where it is one of the heading's.</summary>
    public void Take()
    {
        var isAtom = xml.Vocabulary is Vocabulary.Atom or Vocabulary.Atom03;
        if (xml.Vocabulary is not (Vocabulary.Core or Vocabulary.Dc) && !isAtom) return;
        switch (xml.Name)
        {
            case "title" or "Title": TakeTitle(isAtom); break;
            case "link" or "Link": TakeLink(); break;
            case "language": Language ??= NullIfEmpty(content.ReadWord()); break;
            case "ttl": TakeTtl(); break;
        }
    }

    private void TakeTitle(bool isAtom)
    {
        var title = isAtom ? new AtomElements(xml, content, Resolve).ReadText(PassageKind.Plain) : content.Read(PassageKind.Unsaid);
        if (_title is null && !string.IsNullOrWhiteSpace(title.Value)) _title = title;
    }

    private void TakeLink()
    {
        var href = xml.Attribute("href");
        if (href is not null)
        {
            if (AtomElements.IsAlternate(xml)) Link ??= ResolveAtom(href);
            else if (string.Equals(xml.Attribute("rel"), "self", StringComparison.OrdinalIgnoreCase) && LinkBase.IsWeb(href)) _self ??= href;
            return;
        }

        var link = NullIfEmpty(content.ReadWord());
        if (link is not null) Link = Link is null || !LinkBase.IsWeb(Link) ? LinkBase.Resolve(link, xml.Base, address) : Link;
    }

    private void TakeTtl()
    {
        if (int.TryParse(content.ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0) Ttl = TimeSpan.FromMinutes(minutes);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
