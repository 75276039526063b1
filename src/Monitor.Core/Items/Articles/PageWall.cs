using AngleSharp.Html.Dom;
using Monitor.Core.Feeds;

namespace Monitor.Core.Items.Articles;

/// <summary>Tells pages that stand in front of an article: "prove you are human", "accept cookies first", "subscribe to read on".</summary>
internal static class PageWall
{
    /// <summary>A page with more words than this shows an article beside its wall.</summary>
    private const int MostWordsOfAWall = 1500;

    /// <summary>Banners about cookies lie over short news, too.</summary>
    private const int ShortestArticle = 400;

    private static readonly string[] Consent = ["before you continue", "accept cookies", "accept all cookies", "we value your privacy", "your privacy choices", "cookie consent", "принять cookie", "файлы cookie", "файлы куки", "zanim przejdziesz", "pliki cookie", "zgadzam się", "cookies akzeptieren"];

    private static readonly string[] Paywall = ["subscribe to read", "subscribe to continue", "already a subscriber", "become a member to", "to continue reading", "this article is for subscribers", "только для подписчиков", "оформите подписку", "чтобы продолжить чтение", "dostęp dla subskrybentów", "artykuł dostępny tylko", "aby czytać dalej", "jetzt weiterlesen mit"];

    /// <summary>Why this page has no text to give, whatever else it holds; null where it may have.</summary>
    public static string? Of(IHtmlDocument page)
    {
        var words = page.Body is null ? "" : HtmlText.Folded(page.Body.TextContent);
        if (words.Length <= MostWordsOfAWall && ChallengePage.Is(page.Title + " " + page.DocumentElement.InnerHtml)) return "it asks visitors to prove they are human";
        if (StructuredData.IsForPayingReaders(page) || Tier(page) is "locked" or "paid" or "premium") return "it is for paying readers";
        return null;
    }

    /// <summary>A wall that may stand beside a whole article; it counts unless what is found on the page is longer.</summary>
    public static (string Wall, int UnlessLonger)? Besides(IHtmlDocument page)
    {
        var words = page.Body?.TextContent ?? "";
        if (Paywall.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase))) return ("it is for paying readers", MostWordsOfAWall);
        return Consent.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ("it asks for consent first", ShortestArticle) : null;
    }

    private static string? Tier(IHtmlDocument page) => page.QuerySelector("meta[property='article:content_tier'], meta[name='article:content_tier']")?.GetAttribute("content")?.Trim().ToLowerInvariant();
}
