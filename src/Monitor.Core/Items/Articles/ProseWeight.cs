using AngleSharp.Dom;

namespace Monitor.Core.Items.Articles;

/// <summary>
/// Weighs elements by the prose in them: each paragraph gives its length to the element it stands in and half to the one around; links count against it. Menus and lists
/// of headlines are all link, comments are many short paragraphs.
/// </summary>
internal static class ProseWeight
{
    private const int ShortestParagraph = 40;

    public static IElement? Heaviest(IDocument page)
    {
        var weights = new Dictionary<IElement, double>();
        foreach (var paragraph in page.QuerySelectorAll("p, blockquote, pre, div, td").Where(IsParagraph))
        {
            var weight = Weight(paragraph);
            if (weight <= 0 || paragraph.ParentElement is not { } parent) continue;
            weights[parent] = weights.GetValueOrDefault(parent) + weight;
            if (parent.ParentElement is { } around) weights[around] = weights.GetValueOrDefault(around) + (weight / 2);
        }

        return weights.Count == 0 ? null : weights.MaxBy(pair => pair.Value * Favour(pair.Key)).Key;
    }

    public static int LinkLength(IElement element) => element.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length);

    /// <summary>A div is a paragraph where it holds words and no blocks.</summary>
    private static bool IsParagraph(IElement element) =>
        element.LocalName is not ("div" or "td") || !element.Children.Any(child => child.LocalName is "p" or "div" or "ul" or "ol" or "table" or "section" or "article" or "h1" or "h2" or "h3");

    private static double Weight(IElement paragraph)
    {
        var length = paragraph.TextContent.Trim().Length;
        return length < ShortestParagraph ? 0 : length - (2 * LinkLength(paragraph));
    }

    private static double Favour(IElement element) => element.LocalName switch
    {
        "article" => 1.3,
        "main" => 1.1,
        "body" => 0.6,
        _ => 1,
    };
}
