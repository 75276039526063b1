using AngleSharp.Dom;

namespace Monitor.Core.Items.Articles;

/// <summary>Parts of a page that are not the article, by the words sites name them with. An element that holds most of the page's words is kept whatever its name.</summary>
internal static class Boilerplate
{
    private const double MostOfThePage = 0.5;

    private static readonly char[] Joints = ['-', '_', ' '];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "comment", "comments", "disqus", "share", "sharing", "social", "related", "recommended", "recommendations", "similar", "subscribe", "subscription", "newsletter", "banner", "promo",
        "advert", "ads", "ad", "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "sidebar", "footer", "menu", "nav", "navbar", "tags", "tag", "pagination", "popular", "readmore",
        "more", "readalso", "donate", "donation", "support", "author", "byline", "credit", "caption", "popup", "modal", "print", "rating", "widget", "teaser", "teasers", "hidden",
    };

    public static bool Is(IElement element)
    {
        if (element.LocalName is "body" or "html" or "main" or "article") return false;
        if (!Names(element).Any(Words.Contains)) return false;
        var all = element.Owner?.Body?.TextContent.Length ?? 0;
        return element.TextContent.Length < all * MostOfThePage;
    }

    /// <summary>"article__related-news" is article, related, news.</summary>
    private static string[] Names(IElement element) => $"{element.ClassName} {element.Id}".Split(Joints, StringSplitOptions.RemoveEmptyEntries);
}
