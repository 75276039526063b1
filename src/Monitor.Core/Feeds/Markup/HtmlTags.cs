namespace Monitor.Core.Feeds.Markup;

/// <summary>What a tag does to the text around it.</summary>
internal enum HtmlTag
{
    /// <summary>Nothing: <c>b</c>, <c>a</c>, <c>span</c>, and every name not known.</summary>
    Inline,

    /// <summary>A new line before and after: <c>p</c>, <c>div</c>, <c>li</c>, <c>br</c>.</summary>
    Block,

    /// <summary>A space: the cells of a table row.</summary>
    Cell,

    /// <summary>Its content is not for reading: <c>script</c>, <c>style</c>.</summary>
    Hidden,
}

internal static class HtmlTags
{
    public static HtmlTag Of(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[10];
        if (name.Length > lower.Length) return HtmlTag.Inline;
        name.ToLowerInvariant(lower);
        return lower[..name.Length] switch
        {
            "p" or "br" or "div" or "li" or "ul" or "ol" or "tr" or "table" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "pre" or "section"
                or "article" or "header" or "footer" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "aside" or "nav" or "main" or "address" or "form" or "fieldset"
                or "center" or "tbody" or "thead" or "details" or "summary" or "caption" or "option" or "body" or "html" => HtmlTag.Block,
            "td" or "th" => HtmlTag.Cell,
            "script" or "style" or "template" or "iframe" or "object" or "noembed" or "svg" or "math" or "textarea" or "select" or "head" => HtmlTag.Hidden,
            _ => HtmlTag.Inline,
        };
    }

    /// <summary>
    /// True for text whose writer meant HTML: it holds a whole tag of a name that HTML uses for running text (<c>&lt;b&gt;</c>, <c>&lt;/p&gt;</c>, <c>&lt;a href=…&gt;</c>).
    /// "x &lt; y", "List&lt;T&gt;" and "&lt;title&gt;" are none.
    /// </summary>
    public static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        var whole = text[..(text.LastIndexOf('>') + 1)];
        while (true)
        {
            var at = whole.IndexOf('<');
            if (at < 0) return false;
            whole = whole[(at + 1)..];
            var tag = whole[0] == '/' ? whole[1..] : whole;
            var length = 0;
            while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
            if (length is 0 or > 10 || length == tag.Length || !IsCommon(tag[..length])) continue;
            if (tag[length] is '>' or '/' || char.IsWhiteSpace(tag[length])) return true;
        }
    }

    private static bool IsCommon(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[10];
        name.ToLowerInvariant(lower);
        return lower[..name.Length] is "b" or "i" or "u" or "s" or "a" or "p" or "em" or "strong" or "br" or "img" or "span" or "div" or "font" or "sup" or "sub" or "small" or "big"
            or "code" or "cite" or "abbr" or "acronym" or "del" or "ins" or "q" or "tt" or "strike" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li" or "blockquote"
            or "pre" or "table" or "tr" or "td" or "hr" or "script" or "style" or "mark" or "nobr" or "wbr" or "time" or "figure" or "iframe" or "center" or "kbd" or "samp" or "var" or "dfn";
    }
}
