using AngleSharp.Dom;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Pages;

/// <summary>A page of news as a feed, by its source's selectors. A page on which they find nothing is no feed: the site was rebuilt, and somebody must be told.</summary>
public static class NewsPage
{
    public static FeedReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri address, PageSelect select)
    {
        ArgumentNullException.ThrowIfNull(select);
        ArgumentNullException.ThrowIfNull(address);
        var (page, refused) = PageDocument.Read(body, contentType);
        if (page is null) return FeedReading.No(refused!);
        try
        {
            var declared = page.QuerySelector("base[href]")?.GetAttribute("href");
            var home = declared is null ? address.AbsoluteUri : LinkBase.Resolve(declared, null, address.AbsoluteUri);
            var items = page.QuerySelectorAll(select.Item).Take(FeedParser.MostItems).Select(item => Item(item, select, home)).OfType<ParsedItem>().DistinctBy(item => item.Link, StringComparer.Ordinal).ToList();
            if (items.Count == 0) return FeedReading.No($"nothing on the page fits the selector \"{select.Item}\"");
            return FeedReading.Of(new ParsedFeed(FeedFormat.Page, HtmlText.Folded(page.Title ?? ""), address.AbsoluteUri, page.DocumentElement.GetAttribute("lang"), null, items, []));
        }
        catch (DomException error)
        {
            return FeedReading.No($"a selector of this source cannot be read: {error.Message}");
        }
    }

    /// <summary>Null for an element without a link: without one, no item of a page can be known again.</summary>
    private static ParsedItem? Item(IElement item, PageSelect select, string pageAddress)
    {
        var anchor = Find(item, select.Link) is { } found && found.HasAttribute("href") ? found : Find(item, select.Link)?.QuerySelector("a[href]") ?? item.QuerySelector("a[href]") ?? (item.HasAttribute("href") ? item : null);
        var link = anchor?.GetAttribute("href");
        var title = Words(Find(item, select.Title) ?? anchor);
        if (string.IsNullOrWhiteSpace(link) || link.StartsWith('#') || title.Length == 0) return null;
        var date = Find(item, select.Date) ?? item.QuerySelector("time");
        return new ParsedItem
        {
            Link = LinkBase.Resolve(link, null, pageAddress),
            Title = HtmlText.Folded(title),
            Published = FeedDate.Read(date?.GetAttribute("datetime")) ?? FeedDate.Read(date?.TextContent),
            Text = select.Text is null ? "" : Words(Find(item, select.Text)),
        };
    }

    private static IElement? Find(IElement item, string? selector) => string.IsNullOrWhiteSpace(selector) ? null : item.QuerySelector(selector) ?? (item.Matches(selector) ? item : null);

    private static string Words(IElement? element) => element is null ? "" : HtmlText.Of(element.InnerHtml);
}
