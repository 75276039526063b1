using Monitor.Core.Feeds.Markup;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>
/// What each element inside an item means, whatever the format around it: RSS feeds use Atom's links, Atom feeds use Dublin Core's dates.
/// The rank says which of several wins: 0 is the format's own word, higher is second-hand.
/// </summary>
internal sealed class ItemElements(XmlScanner xml, ElementContent content, Func<string, string?, string> resolve)
{
    private readonly AtomElements _atom = new(xml, content, resolve);
    private readonly PersonElement _person = new(content);

    /// <summary>True for a start tag that stands beside a title or text, never inside one.</summary>
    public static bool IsNeighbour(XmlScanner xml) => xml.Vocabulary is not (Vocabulary.Xhtml or Vocabulary.Other) && xml.Name is
        "title" or "link" or "guid" or "pubDate" or "description" or "category" or "author" or "comments" or "enclosure" or "item" or "entry" or "id" or "updated"
        or "published" or "content" or "issued" or "modified" or "encoded" or "creator" or "date" or "channel" or "language" or "lastBuildDate" or "generator" or "image";

    /// <summary>Reads the item whose start tag was just read. Null when it was cut off by the end of the file, or says nothing.</summary>
    public ParsedItem? ReadItem()
    {
        var draft = new ItemDraft();
        var about = xml.Attribute("rdf:about");
        draft.OfferId(about, 1);
        if (LinkBase.IsWeb(about)) draft.OfferLink(about, 6);
        var depth = xml.Depth;
        while (xml.NextChild(depth)) Take(draft);
        if (xml.AtEnd)
        {
            xml.Warn("the file ends inside an item, which was left out");
            return null;
        }

        return draft.Build();
    }

    private void Take(ItemDraft draft)
    {
        switch (xml.Vocabulary)
        {
            case Vocabulary.Core: TakeCore(draft); break;
            case Vocabulary.Atom or Vocabulary.Atom03: _atom.Take(draft, 1); break;
            case Vocabulary.Content when xml.Name is "encoded": draft.OfferText(content.Read(PassageKind.Html), 0); break;
            case Vocabulary.Dc or Vocabulary.DcTerms: TakeDublinCore(draft); break;
            case Vocabulary.Media: TakeMedia(draft); break;
            case Vocabulary.Itunes: TakeItunes(draft); break;
            case Vocabulary.FeedBurner when xml.Name is "origLink": draft.OfferLink(content.ReadWord(), -1); break; // the link before it counts clicks
            case Vocabulary.Xhtml when xml.Name is "body" or "div": draft.OfferText(content.Read(PassageKind.Html), 1); break;
            case Vocabulary.Other when xml.Name is "full-text" or "fulltext": draft.OfferText(content.Read(PassageKind.Html), 1); break;
            case Vocabulary.Other when xml.Name is "content": draft.OfferText(content.Read(PassageKind.Html), 9); break; // a dialect's (turbo:content), where nobody else says anything
        }
    }

    private void TakeCore(ItemDraft draft)
    {
        switch (xml.LowerName)
        {
            case "title": draft.OfferTitle(content.Read(PassageKind.Unsaid), 0); break;
            case "link": TakeLink(draft); break;
            case "guid": TakeGuid(draft); break;
            case "description": draft.OfferText(content.Read(PassageKind.Html), 4); break;
            case "encoded" or "body" or "fullitem": draft.OfferText(content.Read(PassageKind.Html), 1); break;
            case "pubdate" or "pubdatetime": draft.OfferPublished(content.ReadDate(), 0); break;
            case "date" or "published" or "issued" or "created": draft.OfferPublished(content.ReadDate(), 3); break;
            case "lastbuilddate" or "updated" or "modified" or "lastmodified": draft.OfferUpdated(content.ReadDate(), 2); break;
            case "author" or "managingeditor" or "creator": TakeAuthor(draft, 0); break;
            case "category" or "keywords": draft.AddCategory(content.Read(PassageKind.Unsaid).ToPlain()); break;
            case "content" or "summary" or "id": _atom.Take(draft, 2); break;
        }
    }

    private void TakeLink(ItemDraft draft)
    {
        var href = xml.Attribute("href");
        var isOther = xml.Attribute("rel") is { } rel && !rel.Equals("alternate", StringComparison.OrdinalIgnoreCase);
        var xmlBase = xml.Base;
        var link = content.ReadWord();
        if (link.Length > 0) draft.OfferLink(resolve(link, xmlBase), 0);
        else if (href is not null && !isOther) draft.OfferLink(resolve(href, xmlBase), 1);
    }

    /// <summary>A guid is the item's address unless it says otherwise; only an address can be one.</summary>
    private void TakeGuid(ItemDraft draft)
    {
        var isNoLink = string.Equals(xml.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        var guid = content.ReadWord();
        draft.OfferId(guid, 0);
        if (!isNoLink && LinkBase.IsWeb(guid)) draft.OfferLink(guid, 6);
    }

    private void TakeAuthor(ItemDraft draft, int rank) => draft.OfferAuthor(_person.Read(), rank);

    private void TakeDublinCore(ItemDraft draft)
    {
        switch (xml.Name)
        {
            case "title": draft.OfferTitle(content.Read(PassageKind.Unsaid), 3); break;
            case "creator" or "author" or "contributor": TakeAuthor(draft, xml.Name is "contributor" ? 5 : 1); break;
            case "date" or "issued" or "created" or "available": draft.OfferPublished(content.ReadDate(), xml.Name is "date" ? 2 : 1); break;
            case "modified": draft.OfferUpdated(content.ReadDate(), 1); break;
            case "subject": draft.AddCategory(content.Read(PassageKind.Unsaid).ToPlain()); break;
            case "description" or "abstract": draft.OfferText(content.Read(PassageKind.Html), 5); break;
            case "identifier": draft.OfferId(content.ReadWord(), 4); break;
        }
    }

    private void TakeMedia(ItemDraft draft)
    {
        switch (xml.Name)
        {
            case "group" or "content":
                var depth = xml.Depth;
                while (xml.NextChild(depth))
                {
                    if (xml.Vocabulary == Vocabulary.Media) TakeMedia(draft);
                }

                break;
            case "title": draft.OfferTitle(content.Read(PassageKind.Unsaid), 5); break;
            case "description": draft.OfferText(content.Read(PassageKind.Unsaid), 7); break;
        }
    }

    private void TakeItunes(ItemDraft draft)
    {
        switch (xml.Name)
        {
            case "author": TakeAuthor(draft, 4); break;
            case "title": draft.OfferTitle(content.Read(PassageKind.Unsaid), 4); break;
            case "summary" or "description": draft.OfferText(content.Read(PassageKind.Unsaid), 6); break;
            case "subtitle": draft.OfferText(content.Read(PassageKind.Unsaid), 8); break;
        }
    }
}
