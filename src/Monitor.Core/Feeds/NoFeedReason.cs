using System.Buffers;

namespace Monitor.Core.Feeds;

/// <summary>Says in plain words what stands where a feed should be, for whoever has to mend the source.</summary>
internal static class NoFeedReason
{
    private const int Within = 4096;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n>/");

    private const int LongestQuote = 40;

    public static string Of(ReadOnlySpan<char> text)
    {
        var head = text.TrimStart();
        head = head[..Math.Min(head.Length, Within)];
        if (Has(head, "<html") || Has(head, "<!doctype html") || Has(head, "<body")) return ChallengePage.Is(head) ? "it is a page that asks visitors to prove they are human" : "it is an HTML page";
        if (head[0] is '{' or '[') return "it is JSON, but no JSON Feed";
        if (head[0] == '<' && RootOf(head) is { Length: > 0 } root) return $"it is XML, but no feed: its root is <{root}>";
        var quote = string.Join(' ', head[..Math.Min(head.Length, LongestQuote)].ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return $"it is text, no feed: \"{quote}\"{(head.Length > LongestQuote ? "…" : "")}";
    }

    private static bool Has(ReadOnlySpan<char> head, string word) => head.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string RootOf(ReadOnlySpan<char> head)
    {
        while (true)
        {
            var at = head.IndexOf('<');
            if (at < 0 || at + 1 >= head.Length) return "";
            head = head[(at + 1)..];
            if (!char.IsLetter(head[0])) continue;
            var end = head.IndexOfAny(EndOfName);
            return head[..(end < 0 ? Math.Min(head.Length, LongestQuote) : Math.Min(end, LongestQuote))].ToString();
        }
    }
}
