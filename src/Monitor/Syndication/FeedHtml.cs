using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Monitor.Core.Wording;

namespace Monitor.Syndication;

/// <summary>A message as the HTML of a feed entry: paragraphs, bold, links; every text is encoded, so that a hostile title stays a title.</summary>
public static class FeedHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(RichText text)
    {
        var html = new StringBuilder("<p>");
        foreach (var (n, line) in text.Lines.Index())
        {
            if (n > 0) html.Append(line.Starts ? "</p><p>" : "<br>");
            foreach (var piece in line.Pieces) html.Append(Markup(piece));
        }

        return html.Append("</p>").ToString();
    }

    private static string Markup(Piece piece)
    {
        var text = Encoder.Encode(CleanText.Of(piece.Text));
        if (piece.Bold) text = $"<strong>{text}</strong>";
        return piece.Link is { Scheme: "http" or "https" } link ? $"<a href=\"{Encoder.Encode(link.AbsoluteUri)}\" rel=\"noopener noreferrer nofollow\">{text}</a>" : text;
    }
}
