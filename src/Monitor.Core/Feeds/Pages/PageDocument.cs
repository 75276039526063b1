using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Monitor.Core.Feeds.Charsets;

namespace Monitor.Core.Feeds.Pages;

/// <summary>
/// A stranger's page as a document, where it is safe to build one: a thousand elements inside each other are no page of news but an attack on whoever walks
/// the tree (time and memory grow with the square of the depth, and the stack ends).
/// </summary>
internal static class PageDocument
{
    private const int Deepest = 1000;

    /// <summary>A tree takes many times the memory of its text.</summary>
    private const int MostCharacters = 3 * 1024 * 1024;

    public static (IHtmlDocument? Page, string? Refused) Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        using var decoded = FeedText.Decode(body.Span, contentType);
        var text = decoded.Text.ToString();
        if (text.Length > MostCharacters) return (null, "the page is too large to be read");
        return NestsTooDeep(text) ? (null, "the page nests its elements too deep to be read") : (new HtmlParser().ParseDocument(text), null);
    }

    /// <summary>Told from the text, before anything is built: start tags less end tags, those apart that have no end or need none.</summary>
    private static bool NestsTooDeep(string text)
    {
        var depth = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var tag = text.AsSpan(at + 1);
            if (tag.StartsWith("!--")) at = After(text, at, "-->");
            else if (tag.StartsWith("script", StringComparison.OrdinalIgnoreCase)) at = After(text, at, "</script");
            else if (tag.StartsWith("style", StringComparison.OrdinalIgnoreCase)) at = After(text, at, "</style");
            else if (tag.Length > 0 && tag[0] == '/') depth -= depth > 0 && !NeedsNoEnd(tag[1..]) ? 1 : 0;
            else if (tag.Length > 0 && char.IsAsciiLetter(tag[0]) && !NeedsNoEnd(tag) && ++depth > Deepest) return true;
            at++;
        }

        return false;
    }

    private static int Next(string text, int at) => at >= text.Length ? -1 : text.IndexOf('<', at);

    private static int After(string text, int at, string mark)
    {
        var found = text.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? text.Length : found;
    }

    private static bool NeedsNoEnd(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
        if (length > 8) return false;
        Span<char> lower = stackalloc char[8];
        tag[..length].ToLowerInvariant(lower);
        return lower[..length] is "p" or "br" or "hr" or "img" or "input" or "link" or "meta" or "base" or "col" or "area" or "embed" or "param" or "source" or "track" or "wbr"
            or "li" or "dt" or "dd" or "tr" or "td" or "th" or "option" or "tbody" or "thead";
    }
}
