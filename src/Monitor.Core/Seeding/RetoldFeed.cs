using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Monitor.Core.Feeds;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// The articles of a feed whose paragraphs carry the line they retell (<c>id="L5"</c>), as seeds/day does; its other items retell nothing. The title
/// stands in the first line that no paragraph has.
/// </summary>
public static class RetoldFeed
{
    private static readonly Regex LineId = new("^L(?<line>[0-9]{1,4})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static SeedArticle? Read(string id, byte[] bytes, string sha256)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var stream = new MemoryStream(bytes);
        foreach (var entry in XDocument.Load(stream).Descendants().Where(e => e.Name.LocalName is "item" or "entry"))
        {
            var paragraphs = Paragraphs(entry);
            if (paragraphs.Count == 0) continue;
            var title = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "title")?.Value ?? "";
            var date = FeedDate.Read(entry.Elements().FirstOrDefault(e => e.Name.LocalName is "pubDate" or "published" or "date")?.Value);
            return new SeedArticle(id, Lines(title, paragraphs), sha256) { IsRetold = true, Published = date is { } at ? PartialDate.OfDay(DateOnly.FromDateTime(at.UtcDateTime)) : null };
        }

        return null;
    }

    private static Dictionary<int, string> Paragraphs(XElement entry)
    {
        var parser = new HtmlParser();
        return entry.Elements().Where(e => e.Name.LocalName is "encoded" or "content" or "description")
            .SelectMany(e => parser.ParseDocument(e.HasElements ? string.Concat(e.Nodes()) : e.Value).QuerySelectorAll("[id]"))
            .Select(e => (Id: LineId.Match(e.Id ?? ""), Text: e.TextContent.Trim())).Where(p => p.Id.Success)
            .DistinctBy(p => p.Id.Value).ToDictionary(p => int.Parse(p.Id.Groups["line"].Value, CultureInfo.InvariantCulture), p => p.Text);
    }

    private static string[] Lines(string title, Dictionary<int, string> paragraphs)
    {
        var lines = new string[paragraphs.Keys.Max()];
        Array.Fill(lines, "");
        foreach (var (line, text) in paragraphs) lines[line - 1] = text;
        var free = Array.IndexOf(lines, "");
        if (free >= 0) lines[free] = title;
        return lines;
    }
}
