namespace Monitor.Core.Feeds.Markup;

/// <summary>Which characters a name of XML is made of, a little more liberally than the standard.</summary>
internal static class XmlNames
{
    public static bool IsStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c > '\x7F' && char.IsLetter(c));

    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '-' or '.' || (c > '\x7F' && char.IsLetterOrDigit(c));
}
