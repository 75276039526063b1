using System.Buffers;
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

    /// <summary>The most characters one reference stands for: a letter with a mark, each outside the first plane.</summary>
    public const int LongestSymbol = 4;

    /// <summary>HTML reads the C1 numbers as windows-1252, since that is what their writers meant (<c>&amp;#151;</c> is a dash).</summary>
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0) return text.ToString();
        var borrowed = ArrayPool<char>.Shared.Rent(text.Length);
        var decoded = borrowed.AsSpan(0, Decode(text, borrowed)).ToString();
        ArrayPool<char>.Shared.Return(borrowed);
        return decoded;
    }

    /// <summary>Writes the decoded text, which is never longer, and says how long it is.</summary>
    public static int Decode(ReadOnlySpan<char> text, Span<char> into)
    {
        var written = 0;
        while (true)
        {
            var at = text.IndexOf('&');
            var plain = at < 0 ? text : text[..at];
            plain.CopyTo(into[written..]);
            written += plain.Length;
            if (at < 0) return written;
            var (length, characters) = Reference(text[at..], into[written..]);
            text = text[(at + length)..];
            written += characters;
        }
    }

    /// <summary>Writes what the text's leading ampersand stands for; says how many characters were read and how many written.</summary>
    public static (int Read, int Written) Reference(ReadOnlySpan<char> text, Span<char> into)
    {
        var reference = text.Length > 1 && text[1] == '#' ? Numeric(text, into) : Named(text, into);
        if (reference.Read > 0) return reference;
        into[0] = '&';
        return (1, 1);
    }

    private static (int Read, int Written) Numeric(ReadOnlySpan<char> text, Span<char> into)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return default;
        var good = int.TryParse(text[start..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        if (good && code is >= 0x80 and <= 0x9F) code = Windows1252[code - 0x80];
        var rune = good && Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
        var isText = rune.Value >= ' ' || rune.Value is '\t' or '\n' or '\r';
        return (end < text.Length && text[end] == ';' ? end + 1 : end, isText ? rune.EncodeToUtf16(into) : 0);
    }

    private static (int Read, int Written) Named(ReadOnlySpan<char> text, Span<char> into)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == 1 || end == text.Length || text[end] != ';') return default;
        if (Common(text[1..end]) is { } common)
        {
            into[0] = common;
            return (end + 1, 1);
        }

        var symbol = HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString());
        if (symbol is null or { Length: > LongestSymbol }) return default;
        symbol.CopyTo(into);
        return (end + 1, symbol.Length);
    }

    /// <summary>XML's own names, and those that news is full of, are not looked up among HTML's two thousand.</summary>
    private static char? Common(ReadOnlySpan<char> name) => name switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u00A0',
        "mdash" => '\u2014',
        "ndash" => '\u2013',
        "laquo" => '\u00AB',
        "raquo" => '\u00BB',
        "hellip" => '\u2026',
        _ => null,
    };
}
