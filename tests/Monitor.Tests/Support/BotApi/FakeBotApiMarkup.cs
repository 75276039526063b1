using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Monitor.Tests.Support.BotApi;

/// <summary>
/// Reads Telegram's HTML as the server does (behaviour of tdlib MessageEntity.cpp parse_html and its tests, in our own code):
/// which tags there are, that they close in order, and that a "&lt;" which starts no tag is an error.
/// </summary>
internal static class FakeBotApiMarkup
{
    private const int MaxCallbackBytes = 64;

    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "code", "pre", "blockquote", "tg-emoji", "tg-time",
    };

    private static readonly string[] Actions =
        ["callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat", "web_app", "login_url", "copy_text", "pay"];

    /// <summary>The text people see, or a refusal.</summary>
    public static string Read(string html)
    {
        var text = new StringBuilder(html.Length);
        var open = new Stack<string>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '&') text.Append(Entity(html, ref at));
            else if (html[at] != '<') text.Append(html[at++]);
            else if (at + 1 < html.Length && html[at + 1] == '/') Close(html, ref at, open);
            else open.Push(Start(html, ref at));
        }

        return open.TryPop(out var left) ? throw Refuse($"Can't find end tag corresponding to start tag \"{left}\"") : text.ToString();
    }

    public static void CheckButton(JsonObject button)
    {
        if (string.IsNullOrEmpty((string?)button["text"])) throw FakeBotApiRefusal.Bad("button text must be non-empty");
        if (Actions.Count(button.ContainsKey) != 1) throw FakeBotApiRefusal.Bad("inline keyboard button must have exactly one action");
        if (button["callback_data"] is { } data && Encoding.UTF8.GetByteCount((string)data!) is 0 or > MaxCallbackBytes)
            throw FakeBotApiRefusal.Bad("BUTTON_DATA_INVALID");
        if (button["url"] is { } url && !IsLink((string)url!)) throw FakeBotApiRefusal.Bad($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
    }

    private static bool IsLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == "tg" || (uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal)));

    /// <summary>Four named entities and numbers; anything else stays as it is written, "&amp;nbsp;" too.</summary>
    private static string Entity(string html, ref int at)
    {
        var end = at + 1;
        if (end < html.Length && html[end] == '#') end++;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end])) end++;
        var known = html[(at + 1)..end] switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => Scalar(code),
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Scalar(code),
            _ => null,
        };
        if (known is null) return html[at++].ToString();
        at = end < html.Length && html[end] == ';' ? end + 1 : end;
        return known;
    }

    private static string? Scalar(int code) =>
        code is >= 0xD800 and <= 0xDFFF ? throw Refuse("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
        : Rune.IsValid(code) && code > 0 ? new Rune(code).ToString()
        : null;

    private static string Start(string html, ref int at)
    {
        var begin = at++;
        var name = Until(html, ref at, c => c == '>' || char.IsWhiteSpace(c)).ToLowerInvariant();
        if (at >= html.Length) throw Refuse($"Unclosed start tag at byte offset {Offset(html, begin)}");
        if (!Tags.Contains(name)) throw Refuse($"Unsupported start tag \"{name}\" at byte offset {Offset(html, begin)}");
        var classed = false;
        while (Attribute(html, ref at, name, begin) is { } attribute)
            classed |= attribute is ("class", "tg-spoiler");
        at++;
        return name == "span" && !classed
            ? throw Refuse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Offset(html, begin)}")
            : name;
    }

    /// <summary>The next attribute of a start tag, or null where ">" stands.</summary>
    private static (string Name, string Value)? Attribute(string html, ref int at, string tag, int begin)
    {
        Until(html, ref at, c => !char.IsWhiteSpace(c));
        if (at < html.Length && html[at] == '>') return null;
        var name = Until(html, ref at, c => c is '=' or '>' || char.IsWhiteSpace(c)).ToLowerInvariant();
        if (name.Length == 0) throw Refuse($"Empty attribute name in the tag \"{tag}\" at byte offset {Offset(html, begin)}");
        Until(html, ref at, c => !char.IsWhiteSpace(c));
        if (at >= html.Length) throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Offset(html, begin)}");
        if (html[at] != '=') return (name, "");
        at++;
        Until(html, ref at, c => !char.IsWhiteSpace(c));
        if (at >= html.Length) throw Refuse($"Unclosed start tag \"{tag}\" at byte offset {Offset(html, begin)}");
        return (name, Value(html, ref at, begin));
    }

    private static string Value(string html, ref int at, int begin)
    {
        if (html[at] is not ('"' or '\''))
        {
            var bare = Until(html, ref at, c => !(char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));
            return at < html.Length && (html[at] == '>' || char.IsWhiteSpace(html[at]))
                ? bare
                : throw Refuse($"Unexpected end of name token at byte offset {Offset(html, begin)}");
        }

        var quote = html[at++];
        var value = Until(html, ref at, c => c == quote);
        if (at >= html.Length) throw Refuse($"Unclosed start tag at byte offset {Offset(html, begin)}");
        at++;
        return value;
    }

    private static void Close(string html, ref int at, Stack<string> open)
    {
        var begin = at;
        at += 2;
        var name = Until(html, ref at, c => c == '>' || char.IsWhiteSpace(c)).ToLowerInvariant();
        if (!open.TryPop(out var expected)) throw Refuse($"Unexpected end tag at byte offset {Offset(html, begin)}");
        Until(html, ref at, c => !char.IsWhiteSpace(c));
        if (at >= html.Length || html[at] != '>') throw Refuse($"Unclosed end tag at byte offset {Offset(html, begin)}");
        at++;
        if (name.Length > 0 && name != expected)
            throw Refuse($"Unmatched end tag at byte offset {Offset(html, begin)}, expected \"</{expected}>\", found \"</{name}>\"");
    }

    private static string Until(string html, ref int at, Func<char, bool> stop)
    {
        var begin = at;
        while (at < html.Length && !stop(html[at])) at++;
        return html[begin..at];
    }

    private static int Offset(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at));

    private static FakeBotApiRefusal Refuse(string reason) => FakeBotApiRefusal.Bad("can't parse entities: " + reason);
}
