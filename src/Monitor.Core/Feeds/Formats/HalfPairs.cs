using System.Globalization;

namespace Monitor.Core.Feeds.Formats;

/// <summary>
/// Half of a pair of escapes in JSON (<c>\ud83d</c> alone: a title cut in the middle of an emoji) becomes the sign for a letter that was lost. The reader of JSON throws at it,
/// and one such title would cost the whole feed.
/// </summary>
internal static class HalfPairs
{
    private const int EscapeLength = 6;

    private const string Lost = "\\ufffd";

    public static char[] Mended(ReadOnlySpan<char> json)
    {
        var text = json.ToArray();
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var code = CodeAt(text, at);
            if (char.IsHighSurrogate(code) && char.IsLowSurrogate(CodeAt(text, at + EscapeLength))) at += 2 * EscapeLength;
            else if (char.IsSurrogate(code))
            {
                Lost.CopyTo(text.AsSpan(at));
                at += EscapeLength;
            }
            else at += 2; // an escaped letter, a backslash among them
        }

        return text;
    }

    private static int Next(char[] text, int at) => at >= text.Length ? -1 : Array.IndexOf(text, '\\', at);

    /// <summary>The letter that is escaped there; zero for any other escape.</summary>
    private static char CodeAt(ReadOnlySpan<char> text, int at) =>
        at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u' && ushort.TryParse(text.Slice(at + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? (char)code : '\0';
}
