namespace Monitor.Bot.Commands;

/// <summary>
/// A message that begins with a slash: <c>/status@our_bot Ales B.</c>. Addressed to another bot, it is none of our business.
/// </summary>
internal sealed record CommandText(string Name, string? Addressee, string Argument)
{
    /// <summary>Null where the text is no command.</summary>
    public static CommandText? Read(string text)
    {
        if (text.Length < 2 || text[0] != '/') return null;
        var end = text.AsSpan().IndexOfAny(" \t\r\n\u00a0");
        var (word, argument) = end < 0 ? (text[1..], "") : (text[1..end], text[end..].Trim());
        var at = word.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new(word.ToLowerInvariant(), null, argument) : new(word[..at].ToLowerInvariant(), word[(at + 1)..], argument);
    }

    public bool IsFor(string? bot) => Addressee is null || string.Equals(Addressee, bot, StringComparison.OrdinalIgnoreCase);

    /// <summary>What somebody typed is never printed.</summary>
    public override string ToString() => nameof(CommandText);
}
