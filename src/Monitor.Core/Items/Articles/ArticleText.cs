using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Pages;

namespace Monitor.Core.Items.Articles;

/// <summary>The main text of an article's page, or why there is none.</summary>
public sealed record ArticleReading(string? Text, string? None);

/// <summary>
/// Finds the main text of an article among menus, cookies and "read also": what the page itself marks as the article's body, else the element whose own paragraphs hold the most
/// prose. A wall (paywall, consent, challenge) is no text: its words must never be read as the article's.
/// </summary>
public static class ArticleText
{
    /// <summary>Below this, a page shows a wall or a caption rather than an article.</summary>
    private const int Shortest = 250;

    private static readonly string[] Marked = ["[itemprop=articleBody]", ".article__body", ".article-body", ".entry-content", ".post-content", ".article__text", ".article-text", ".news-text", ".wsw", ".js-mediator-article"];

    private const string Never = "script, style, noscript, template, iframe, svg, form, button, input, select, nav, aside, footer, figure, figcaption, video, audio, [hidden], [aria-hidden=true]";

    public static ArticleReading Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        var (page, refused) = PageDocument.Read(body, contentType);
        if (page is null) return new ArticleReading(null, refused);
        if (PageWall.Of(page) is { } wall) return new ArticleReading(null, wall);
        var besides = PageWall.Besides(page);
        var text = StructuredData.ArticleBody(page) ?? Find(page);
        if (besides is { } half && text.Length < half.UnlessLonger) return new ArticleReading(null, half.Wall);
        return text.Length >= Shortest ? new ArticleReading(text, null) : new ArticleReading(null, "the page has no text of an article");
    }

    private static string Find(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Never).ToList()) element.Remove();
        foreach (var element in page.QuerySelectorAll("[class], [id]").Where(Boilerplate.Is).ToList()) element.Remove();
        foreach (var selector in Marked)
        {
            var marked = page.QuerySelectorAll(selector).Select(Words).MaxBy(words => words.Length);
            if (marked?.Length >= Shortest) return marked;
        }

        return ProseWeight.Heaviest(page) is { } main ? Words(main) : "";
    }

    /// <summary>Line by line; a line that is nearly all link leads away and is not told.</summary>
    private static string Words(IElement element)
    {
        foreach (var block in element.QuerySelectorAll("p, li, div").Where(IsLinkOnly).ToList()) block.Remove();
        return HtmlText.Of(element.InnerHtml);
    }

    private static bool IsLinkOnly(IElement block)
    {
        var length = block.TextContent.Trim().Length;
        return length > 0 && ProseWeight.LinkLength(block) > length * 0.8;
    }
}
