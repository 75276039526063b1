using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>The encoding somebody declared: HTTP's Content-Type or the XML declaration. A name nobody knows is as good as none.</summary>
internal static class DeclaredCharset
{
    private const int DeclarationWithin = 1024;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex HttpCharset = new("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.+-]+)""", Plain);

    private static readonly Regex XmlEncoding = new("""encoding\s*=\s*["']\s*(?<name>[A-Za-z0-9_:.+-]+)""", Plain);

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["cp1251"] = "windows-1251", ["cp-1251"] = "windows-1251", ["win-1251"] = "windows-1251", ["win1251"] = "windows-1251", ["windows1251"] = "windows-1251",
        ["1251"] = "windows-1251", ["x-cp1251"] = "windows-1251", ["koi8"] = "koi8-r", ["koi-8-r"] = "koi8-r", ["koi8r"] = "koi8-r", ["koi8-ru"] = "koi8-u", ["cp866"] = "ibm866", ["866"] = "ibm866",
        ["latin1"] = "windows-1252", ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["cp1252"] = "windows-1252", ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252",
        ["cp1250"] = "windows-1250", ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["x-gbk"] = "gb2312", ["iso-8859-9"] = "windows-1254", ["mac"] = "macintosh",
    };

    public static Encoding? OfHttp(string? contentType) => contentType is not null && HttpCharset.Match(contentType) is { Success: true } match ? Named(match.Groups["name"].Value) : null;

    public static Encoding? OfXml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var end = head.IndexOf('>', start);
        return XmlEncoding.Match(end < 0 ? head[start..] : head[start..end]) is { Success: true } match ? Named(match.Groups["name"].Value) : null;
    }

    /// <summary>ISO-2022 and HZ write everything in ASCII bytes; only their declaration tells.</summary>
    public static bool IsSevenBit(ReadOnlySpan<byte> bytes, string? contentType) =>
        bytes.IndexOfAny((byte)0x1B, (byte)'~') >= 0 && (OfHttp(contentType) ?? OfXml(bytes))?.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936;

    /// <summary>UTF-16 and UTF-32 are found by their bytes (<see cref="ByteOrder"/>); declared without them, they are a mistake. UTF-7 is a way to smuggle markup.</summary>
    public static Encoding? Named(string name)
    {
        if (Aliases.TryGetValue(name, out var known)) name = known;
        if (name.Contains("utf", StringComparison.OrdinalIgnoreCase) || name.Contains("ucs", StringComparison.OrdinalIgnoreCase)) return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name that no table holds ("windows-cyrillic"): the bytes are then judged by themselves.
            return null;
        }
    }
}
