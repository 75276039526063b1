using System.Text;

namespace Monitor.Core.Wording;

/// <summary>Text for Telegram's HTML mode: the four signs it knows are escaped, and signs that would hide or reorder the words are dropped.</summary>
public static class TelegramHtml
{
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Length);
        foreach (var c in text.EnumerateRunes().Where(r => !IsTrick(r)))
        {
            html.Append(c.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => c.ToString() });
        }

        return html.ToString();
    }

    /// <summary>Controls, and the marks that turn the reading direction (Unicode Bidi_Control): a title must not be able to rewrite the line it stands in.</summary>
    private static bool IsTrick(Rune rune) => Rune.IsControl(rune) || rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
