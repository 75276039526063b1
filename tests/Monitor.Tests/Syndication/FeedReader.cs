using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Monitor.Tests.Support;

namespace Monitor.Tests.Syndication;

/// <summary>An entry as a follower's program sees it.</summary>
internal sealed record SeenEntry(string Id, string Link, string Title, string Html, string Published, string Updated);

/// <summary>A follower's program: reads the entries of a feed, by the ending of its address.</summary>
internal static class FeedReader
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IReadOnlyList<SeenEntry>> EntriesAsync(PagesApp app, string path)
    {
        var text = await app.GetAsync(path);
        return path.Split('?')[0].Split('.')[^1] switch
        {
            "rss" => [.. XDocument.Parse(text).Descendants("item").Select(i => new SeenEntry((string)i.Element("guid")!, (string)i.Element("link")!, (string)i.Element("title")!, (string)i.Element("description")!, Rfc3339((string)i.Element("pubDate")!), (string)i.Element(Atom + "updated")!))],
            "atom" => [.. XDocument.Parse(text).Descendants(Atom + "entry").Select(e => new SeenEntry((string)e.Element(Atom + "id")!, (string)e.Element(Atom + "link")!.Attribute("href")!, (string)e.Element(Atom + "title")!, (string)e.Element(Atom + "content")!, (string)e.Element(Atom + "published")!, (string)e.Element(Atom + "updated")!))],
            _ => Json(text),
        };
    }

    private static List<SeenEntry> Json(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("items").EnumerateArray().Select(i => new SeenEntry(Of(i, "id"), Of(i, "url"), Of(i, "title"), Of(i, "content_html"), Of(i, "date_published"), Of(i, "date_modified")))];
    }

    private static string Of(JsonElement item, string key) => item.GetProperty(key).GetString()!;

    private static string Rfc3339(string rfc822) => DateTimeOffset.ParseExact(rfc822, "r", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
