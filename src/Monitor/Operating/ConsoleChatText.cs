using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Monitor.Telegram.Requests;

namespace Monitor.Operating;

/// <summary>A Telegram message as plain text: a link's address stands behind it in angle brackets, and nothing in it can steer the terminal.</summary>
internal static class ConsoleChatText
{
    private static readonly Regex Link = new("<a href=\"(?<address>[^\"]*)\">(?<text>[^<]*)</a>", RegexOptions.NonBacktracking);
    private static readonly Regex Tag = new("</?[a-z -]+>", RegexOptions.NonBacktracking);

    public static string Of(string text, ParseMode? mode)
    {
        var plain = mode == ParseMode.Html ? WebUtility.HtmlDecode(Tag.Replace(Link.Replace(text, "${text} &lt;${address}&gt;"), "")) : text;
        var safe = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes())
            if (!Rune.IsControl(rune) || rune.Value == '\n') safe.Append(rune.ToString());
        return safe.ToString();
    }
}
