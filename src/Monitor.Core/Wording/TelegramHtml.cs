using System.Globalization;
using System.Text;

namespace Monitor.Core.Wording;

/// <summary>
/// Text for Telegram's HTML mode: the four signs it knows are escaped, and signs that would hide or reorder the words are dropped.
/// Text is escaped after it is cut, so that no entity is ever cut in two.
/// </summary>
public static class TelegramHtml
{
    private const string Ellipsis = "…";

    /// <summary>One line: a break inside becomes a space, or a title could begin a paragraph of its own that looks like ours.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune)) html.Append(' ');
            else if (!IsTrick(rune)) html.Append(rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => rune.ToString() });
        }

        return html.ToString();
    }

    /// <summary>
    /// At most so many UTF-16 units, "…" included where something is missing. What people see as one sign stays whole: a surrogate
    /// pair, a letter with its stress mark, a flag.
    /// </summary>
    public static string Shorten(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (text.Length <= most) return text;
        var cut = 0;
        while (cut + StringInfo.GetNextTextElementLength(text, cut) is var next && next <= most - Ellipsis.Length) cut = next;
        return text[..cut].TrimEnd() + Ellipsis;
    }

    private static bool IsBreak(Rune rune) => rune.Value is (>= '\t' and <= '\r') or 0x85 or 0x2028 or 0x2029;

    /// <summary>Controls, and the marks that turn the reading direction (Unicode Bidi_Control): a title must not be able to rewrite the line it stands in.</summary>
    private static bool IsTrick(Rune rune) => Rune.IsControl(rune) || rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
