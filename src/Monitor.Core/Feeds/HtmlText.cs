using System.Buffers;
using System.Text;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds;

/// <summary>
/// HTML to the text a reader sees: tags, comments, scripts and styles go, block elements become line breaks, white space is folded. Written by hand because a feed
/// of 5,000 items is read every few minutes and building a document for each costs fifty times as much; tests hold it against AngleSharp.
/// </summary>
public static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<& \t\r\n\f");

    /// <param name="isXml">True for markup that stood in an XML document unescaped: there a CDATA section is text.</param>
    public static string Of(string html, bool isXml = false)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return Folded(html);
        var text = new FoldedText(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var length = html.AsSpan(at).IndexOfAny(Special);
            if (length != 0)
            {
                text.Append(length < 0 ? html.AsSpan(at) : html.AsSpan(at, length));
                if (length < 0) break;
                at += length;
            }

            at = html[at] switch
            {
                '<' => Markup(html, at, text, isXml),
                '&' => text.AppendReference(html.AsSpan(at)) + at,
                _ => text.Space(at),
            };
        }

        return text.ToString();
    }

    /// <summary>Text without markup: only the white space is folded, line breaks too.</summary>
    public static string Folded(string text)
    {
        if (!NeedsFolding(text)) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f')) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().Trim();
    }

    private static bool NeedsFolding(string text)
    {
        if (text.Length == 0) return false;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return true;
        return text.AsSpan().IndexOfAny("\t\r\n\f") >= 0 || text.Contains("  ", StringComparison.Ordinal);
    }

    /// <summary>Reads one tag, comment or declaration and says where it ends; a bracket that begins none of these is text.</summary>
    private static int Markup(string html, int at, FoldedText text, bool isXml)
    {
        var next = at + 1 < html.Length ? html[at + 1] : '\0';
        if (next == '!') return Declaration(html, at, text, isXml);
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
        var name = html.AsSpan(nameStart, nameEnd - nameStart);
        name = name[(name.LastIndexOf(':') + 1)..];
        var tag = HtmlTags.Of(name);
        var end = EndOfTag(html, nameEnd);
        text.Break(tag);
        if (tag != HtmlTag.Hidden || isEnd || html[Math.Min(end, html.Length) - 2] == '/') return end;
        return EndOfHidden(html, end, name);
    }

    private static int Declaration(string html, int at, FoldedText text, bool isXml)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--")) return rest.StartsWith("<!-->") ? at + 5 : After(html, at + 4, "-->");
        if (!isXml || !rest.StartsWith("<![CDATA[")) return After(html, at, ">");
        var end = html.IndexOf("]]>", at, StringComparison.Ordinal);
        text.AppendFolding(html.AsSpan(at + 9, (end < 0 ? html.Length : end) - at - 9));
        return end < 0 ? html.Length : end + 3;
    }

    private static int After(string html, int at, string mark)
    {
        var found = html.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + mark.Length;
    }

    /// <summary>Past the closing bracket; quotes count only as the value of an attribute, as in HTML.</summary>
    private static int EndOfTag(string html, int at)
    {
        var end = XmlAttributes.EndOfTag(html, at);
        return Math.Min(end + 1, html.Length);
    }

    private static int EndOfHidden(string html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length)
        {
            var found = html.IndexOf("</", at, StringComparison.Ordinal);
            if (found < 0) return html.Length;
            if (html.AsSpan(found + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return After(html, found, ">");
            at = found + 2;
        }

        return html.Length;
    }
}
