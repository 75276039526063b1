using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Monitor.Core.Feeds.Markup;

/// <summary>
/// <c>&amp;laquo;</c>, <c>&amp;#171;</c> and <c>&amp;#xAB;</c> become the character, declared or not, because feeds use HTML's names without declaring them.
/// What is no reference stays as it stands: "AT&amp;T", "?a=1&amp;copy=2".
/// </summary>
internal static class CharacterReferences
{
    /// <summary>The longest name HTML knows, CounterClockwiseContourIntegral, has 31 letters.</summary>
    private const int LongestName = 32;

    /// <summary>HTML reads the C1 numbers as windows-1252, since that is what their writers meant (<c>&amp;#151;</c> is a dash).</summary>
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0) return text.ToString();
        var decoded = new StringBuilder(text.Length);
        DecodeTo(text, decoded);
        return decoded.ToString();
    }

    public static void DecodeTo(ReadOnlySpan<char> text, StringBuilder into)
    {
        while (true)
        {
            var at = text.IndexOf('&');
            if (at < 0)
            {
                into.Append(text);
                return;
            }

            into.Append(text[..at]);
            text = text[at..];
            text = text[Reference(text, into)..];
        }
    }

    /// <summary>Appends what the text's leading ampersand stands for and says how many characters that took.</summary>
    public static int Reference(ReadOnlySpan<char> text, StringBuilder into)
    {
        var length = text.Length > 1 && text[1] == '#' ? Numeric(text, into) : Named(text, into);
        if (length > 0) return length;
        into.Append('&');
        return 1;
    }

    private static int Numeric(ReadOnlySpan<char> text, StringBuilder into)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return 0;
        var good = int.TryParse(text[start..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        if (good && code is >= 0x80 and <= 0x9F) code = Windows1252[code - 0x80];
        if (!good || !Rune.IsValid(code)) into.Append('\uFFFD');
        else if (code >= ' ' || code is '\t' or '\n' or '\r') into.Append(new Rune(code).ToString());
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int Named(ReadOnlySpan<char> text, StringBuilder into)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == 1 || end == text.Length || text[end] != ';') return 0;
        var name = text[1..end];
        var common = name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "apos" => '\'', "nbsp" => '\u00A0', _ => '\0' };
        if (common != '\0')
        {
            into.Append(common);
            return end + 1;
        }

        var symbol = HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString());
        if (symbol is null) return 0;
        into.Append(symbol);
        return end + 1;
    }
}
