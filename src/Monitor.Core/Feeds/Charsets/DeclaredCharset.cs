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

    /// <summary>"&lt;?xm" on a mainframe: the declaration itself is in EBCDIC, whose pages agree on its letters.</summary>
    private static readonly byte[] EbcdicStart = [0x4C, 0x6F, 0xA7, 0x94];

    private static readonly Encoding Ebcdic = CodePagesEncodingProvider.Instance.GetEncoding(37)!;

    public static Encoding? OfHttp(string? contentType) => contentType is not null && HttpCharset.Match(contentType) is { Success: true } match ? CharsetNames.Find(match.Groups["name"].Value) : null;

    public static Encoding? OfXml(ReadOnlySpan<byte> bytes)
    {
        var isEbcdic = bytes.StartsWith(EbcdicStart);
        var head = (isEbcdic ? Ebcdic : Encoding.Latin1).GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var end = head.IndexOf('>', start);
        var named = XmlEncoding.Match(end < 0 ? head[start..] : head[start..end]) is { Success: true } match ? CharsetNames.Find(match.Groups["name"].Value) : null;
        return isEbcdic ? named ?? Ebcdic : named;
    }

    /// <summary>True where the bytes mean nothing until the declaration is heard: EBCDIC is no ASCII at all, ISO-2022 and HZ write everything in ASCII bytes.</summary>
    public static bool Decides(ReadOnlySpan<byte> bytes, string? contentType) =>
        bytes.StartsWith(EbcdicStart)
        || (bytes.IndexOfAny((byte)0x1B, (byte)'~') >= 0 && (OfHttp(contentType) ?? OfXml(bytes))?.CodePage is 50220 or 50221 or 50222 or 50225 or 50227 or 52936);
}
