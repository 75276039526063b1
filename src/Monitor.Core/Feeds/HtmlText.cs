using System.Buffers;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>
/// HTML to the text a reader sees: tags, comments, scripts and styles go, block elements become line breaks, white space is folded. Written by hand because a feed
/// of 5,000 items is read every few minutes and building a document for each costs fifty times as much; tests hold it against AngleSharp.
/// </summary>
public static class HtmlText
{
    /// <param name="isXml">True for markup that stood in an XML document unescaped: there a CDATA section is text.</param>
    public static string Of(ReadOnlySpan<char> html, bool isXml = false)
    {
        if (html.IndexOfAny('<', '&') < 0) return Folded(html);
        var borrowed = ArrayPool<char>.Shared.Rent(html.Length);
        var text = new FoldedText(borrowed);
        for (var at = 0; at < html.Length;)
        {
            var length = html[at..].IndexOfAny('<', '&');
            var end = length < 0 ? html.Length : at + length;
            text.Append(html[at..end]);
            at = length < 0 ? end : html[end] == '<' ? Markup(html, end, ref text, isXml) : end + text.AppendReference(html[end..]);
        }

        var words = text.ToString();
        ArrayPool<char>.Shared.Return(borrowed);
        return words;
    }

    /// <summary>Text without markup: only the white space is folded, line breaks too.</summary>
    public static string Folded(string text) => FoldedText.IsFolded(text) && text.AsSpan().Trim().Length == text.Length ? text : Folded(text.AsSpan());

    public static string Folded(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (FoldedText.IsFolded(text)) return text.ToString();
        var borrowed = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = new FoldedText(borrowed);
        folded.Append(text);
        var words = folded.ToString();
        ArrayPool<char>.Shared.Return(borrowed);
        return words;
    }

    /// <summary>Reads one tag, comment or declaration and says where it ends; a bracket that begins none of these is text.</summary>
    private static int Markup(ReadOnlySpan<char> html, int at, ref FoldedText text, bool isXml)
    {
        var next = at + 1 < html.Length ? html[at + 1] : '\0';
        if (next == '!') return Declaration(html, at, ref text, isXml);
        if (next == '?') return After(html, at, ">");
        var isEnd = next == '/';
        var nameStart = isEnd ? at + 2 : at + 1;
        if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
        {
            if (isEnd) return After(html, at, ">");
            text.Append("<");
            return at + 1;
        }

        var nameEnd = nameStart;
        while (nameEnd < html.Length && (char.IsAsciiLetterOrDigit(html[nameEnd]) || html[nameEnd] is ':' or '-')) nameEnd++;
        var name = html[nameStart..nameEnd];
        name = name[(name.LastIndexOf(':') + 1)..];
        var tag = HtmlTags.Of(name);
        var end = EndOfTag(html, nameEnd);
        text.Break(tag);
        if (tag != HtmlTag.Hidden || isEnd || html[Math.Min(end, html.Length) - 2] == '/') return end;
        return EndOfHidden(html, end, name);
    }

    private static int Declaration(ReadOnlySpan<char> html, int at, ref FoldedText text, bool isXml)
    {
        var rest = html[at..];
        if (rest.StartsWith("<!--")) return rest.StartsWith("<!-->") ? at + 5 : After(html, rest.StartsWith("<!--->") ? at + 3 : at + 4, "-->");
        if (!isXml || !rest.StartsWith("<![CDATA[")) return After(html, at, ">");
        var end = rest.IndexOf("]]>");
        text.Append(end < 0 ? rest[9..] : rest[9..end]);
        return end < 0 ? html.Length : at + end + 3;
    }

    private static int After(ReadOnlySpan<char> html, int at, string mark)
    {
        var found = html[at..].IndexOf(mark);
        return found < 0 ? html.Length : at + found + mark.Length;
    }

    /// <summary>Past the closing bracket; quotes count only as the value of an attribute, as in HTML.</summary>
    private static int EndOfTag(ReadOnlySpan<char> html, int at)
    {
        var end = XmlAttributes.EndOfTag(html, at);
        return Math.Min(end + 1, html.Length);
    }

    private static int EndOfHidden(ReadOnlySpan<char> html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length)
        {
            var found = html[at..].IndexOf("</");
            if (found < 0) return html.Length;
            at += found + 2;
            if (html[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return After(html, at, ">");
        }

        return html.Length;
    }
}
