using System.Text;

namespace Monitor.Core.Wording;

/// <summary>
/// A text as Telegram messages: HTML of bold, links and folded lists, cut at lines so that none is longer than Telegram takes. The limit is
/// counted in UTF-16 units of the visible text, the safe side of Telegram's own count.
/// </summary>
public static class TelegramMessages
{
    /// <summary>Bot API, sendMessage: 1–4096 characters after entities parsing.</summary>
    public const int MostUnits = 4096;

    public static IReadOnlyList<string> Of(RichText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var messages = new List<List<Line>> { new() };
        var units = 0;
        foreach (var line in text.Lines.SelectMany(Fitting))
        {
            var length = line.Pieces.Sum(p => p.Text.Length) + 2;
            if (units + length > MostUnits && messages[^1].Count > 0)
            {
                messages.Add([]);
                units = 0;
            }

            messages[^1].Add(line);
            units += length;
        }

        return [.. messages.Where(m => m.Count > 0).Select(Html)];
    }

    private static string Html(List<Line> lines)
    {
        var html = new StringBuilder();
        for (var n = 0; n < lines.Count; n++)
        {
            if (n > 0) html.Append(lines[n].Starts ? "\n\n" : "\n");
            if (lines[n].Folded && (n == 0 || !lines[n - 1].Folded)) html.Append("<blockquote expandable>");
            foreach (var piece in lines[n].Pieces) html.Append(Markup(piece));
            if (lines[n].Folded && (n == lines.Count - 1 || !lines[n + 1].Folded)) html.Append("</blockquote>");
        }

        return html.ToString();
    }

    /// <summary>A line that alone would be too long (hundreds of names) is cut at a space of its longest piece.</summary>
    private static IEnumerable<Line> Fitting(Line line)
    {
        var most = MostUnits - 2;
        if (line.Pieces.Sum(p => p.Text.Length) <= most) return [line];
        return line.Pieces.SelectMany(p => Chunks(p.Text, most).Select(chunk => p with { Text = chunk })).Select((p, n) => line with { Pieces = [p], Starts = line.Starts && n == 0 });
    }

    private static IEnumerable<string> Chunks(string text, int most)
    {
        while (text.Length > most)
        {
            var space = text.LastIndexOf(' ', most - 1, most / 2);
            var cut = space > 0 ? space : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
            yield return text[..cut];
            text = text[cut..].TrimStart();
        }

        yield return text;
    }

    private static string Markup(Piece piece)
    {
        var text = TelegramHtml.Escape(piece.Text);
        if (piece.Link is not null) text = $"<a href=\"{TelegramHtml.Escape(piece.Link.AbsoluteUri)}\">{text}</a>";
        return piece.Bold ? $"<b>{text}</b>" : text;
    }
}
