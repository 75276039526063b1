using Monitor.Core.Feeds;

namespace Monitor.Core.Items;

/// <summary>Tells an item that stands whole in the feed from one of which the feed gives only the beginning.</summary>
public static class Teaser
{
    /// <summary>News that says whom, what, when and who says so takes longer than this.</summary>
    private const int ShortestWhole = 700;

    private const int TailLength = 80;

    private static readonly string[] GoesOn = ["[…]", "[...]", "…", "читать далее", "читать полностью", "подробнее", "чытаць далей", "падрабязней", "читати далі", "детальніше", "czytaj dalej", "czytaj więcej", "read more", "continue reading", "weiterlesen"];

    public static bool Is(ParsedItem item)
    {
        if (item.Text.Length < ShortestWhole) return true;
        var tail = item.Text.AsSpan(item.Text.Length - TailLength).TrimEnd(" .»→>\n");
        foreach (var sign in GoesOn)
        {
            if (tail.EndsWith(sign, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return item.Text.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>The beginning, then the rest: a lead that the article repeats is not said twice.</summary>
    public static string Continue(string teaser, string article)
    {
        var lead = teaser.Trim().TrimEnd('.', '…', ' ', '[', ']');
        return lead.Length == 0 || article.Contains(lead[..Math.Min(lead.Length, TailLength)], StringComparison.OrdinalIgnoreCase) ? article : teaser + "\n" + article;
    }
}
