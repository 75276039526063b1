namespace Monitor.Core.Feeds.Formats;

/// <summary>The name out of RSS's address forms: "editor@example.org (Alena Kot)", "Alena Kot &lt;editor@example.org&gt;". An address alone stays.</summary>
internal static class AuthorName
{
    public static string Of(string author)
    {
        author = author.Trim();
        var at = author.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return author;
        var open = author.IndexOf('(', StringComparison.Ordinal);
        if (open > at && author.EndsWith(')')) return NameOr(author[(open + 1)..^1], author);
        var angle = author.IndexOf('<', StringComparison.Ordinal);
        return angle > 0 && angle < at && author.EndsWith('>') ? NameOr(author[..angle].Trim().Trim('"'), author) : author;
    }

    private static string NameOr(string name, string author) => string.IsNullOrWhiteSpace(name) ? author : name.Trim();
}
