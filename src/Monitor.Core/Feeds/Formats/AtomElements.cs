using System.Buffers.Text;
using System.Text;
using Monitor.Core.Feeds.Markup;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>Atom's elements, in an entry or inside another format's item. The type attribute decides what a text is: "text" is taken to the letter.</summary>
internal sealed class AtomElements(XmlScanner xml, ElementContent content, Func<string, string?, string> resolve)
{
    private readonly PersonElement _person = new(content);

    public void Take(ItemDraft draft, int rank)
    {
        switch (xml.Name)
        {
            case "title": draft.OfferTitle(ReadText(PassageKind.Plain), rank); break;
            case "link": TakeLink(draft, rank); break;
            case "id": draft.OfferId(content.ReadWord(), rank); break;
            case "published" or "issued" or "created": draft.OfferPublished(content.ReadDate(), xml.Name is "created" ? rank + 1 : rank); break;
            case "updated" or "modified": draft.OfferUpdated(content.ReadDate(), rank); break;
            case "content": TakeContent(draft); break;
            case "summary": draft.OfferText(ReadText(PassageKind.Unsaid), 4); break;
            case "author": draft.OfferAuthor(_person.Read(), rank); break;
            case "contributor": draft.OfferAuthor(_person.Read(), rank + 4); break;
            case "category": TakeCategory(draft); break;
        }
    }

    public static bool IsAlternate(XmlScanner xml) =>
        xml.Attribute("rel") is not { Length: > 0 } rel
        || rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)
        || rel.Equals("http://www.iana.org/assignments/relation/alternate", StringComparison.OrdinalIgnoreCase);

    /// <param name="unsaid">How to take a text whose type is not given.</param>
    public Passage ReadText(PassageKind unsaid)
    {
        var type = xml.Attribute("type");
        var isEncoded = string.Equals(xml.Attribute("mode"), "base64", StringComparison.OrdinalIgnoreCase);
        var passage = content.Read(KindOf(type, xml.Attribute("mode"), unsaid));
        return isEncoded ? FromBase64(passage, type) : passage;
    }

    private static PassageKind KindOf(string? type, string? mode, PassageKind unsaid) => type switch
    {
        null or "" => string.Equals(mode, "escaped", StringComparison.OrdinalIgnoreCase) ? PassageKind.Unsaid : unsaid,
        _ when type.Contains("html", StringComparison.OrdinalIgnoreCase) => PassageKind.Html,
        _ => PassageKind.Plain,
    };

    private static Passage FromBase64(Passage passage, string? type)
    {
        var bytes = Encoding.UTF8.GetBytes(passage.Decoded().Trim());
        return Base64.DecodeFromUtf8InPlace(bytes, out var length) == System.Buffers.OperationStatus.Done
            ? new Passage(Encoding.UTF8.GetString(bytes, 0, length).AsMemory(), KindOf(type, null, PassageKind.Unsaid))
            : passage;
    }

    private void TakeLink(ItemDraft draft, int rank)
    {
        var href = xml.Attribute("href");
        if (href is null || !IsAlternate(xml))
        {
            if (href is null && content.ReadWord() is { Length: > 0 } written) draft.OfferLink(resolve(written, xml.Base), rank + 2);
            return;
        }

        var isPage = xml.Attribute("type") is not { } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        draft.OfferLink(resolve(href, xml.Base), isPage ? rank : rank + 1);
    }

    /// <summary>Content of another kind (a picture, a file elsewhere) is no text; where it lies elsewhere, that is the item's address if it has no other.</summary>
    private void TakeContent(ItemDraft draft)
    {
        if (xml.Attribute("src") is { Length: > 0 } source)
        {
            draft.OfferLink(resolve(source, xml.Base), 7);
            return;
        }

        var type = xml.Attribute("type");
        var isMedia = type is not null && type.Contains('/') && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.Contains("xml", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (isMedia && xml.Attribute("mode") is null) return;
        draft.OfferText(ReadText(PassageKind.Unsaid), 1);
    }

    private void TakeCategory(ItemDraft draft)
    {
        var term = xml.Attribute("label") is { Length: > 0 } label ? label : xml.Attribute("term");
        draft.AddCategory(string.IsNullOrEmpty(term) ? content.ReadWord() : term);
    }
}
