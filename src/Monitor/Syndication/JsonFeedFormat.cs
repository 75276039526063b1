using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Monitor.Core.Wording;

namespace Monitor.Syndication;

/// <summary>JSON Feed 1.1.</summary>
public static class JsonFeedFormat
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Feed feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable)) Write(json, feed);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Feed feed)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", CleanText.Of(feed.Title));
        json.WriteString("home_page_url", feed.Home.AbsoluteUri);
        json.WriteString("feed_url", feed.Address.Of(FeedFormat.Json.Extension).AbsoluteUri);
        if (feed.OtherPages.FirstOrDefault(p => p.Relation == "next") is { Address: { } next }) json.WriteString("next_url", next.Of(FeedFormat.Json.Extension).AbsoluteUri);
        json.WriteString("description", CleanText.Of(feed.Description));
        json.WriteString("language", feed.Language);
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", FeedFormat.Generator);
        json.WriteString("url", feed.Address.Site.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries) Item(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Link.AbsoluteUri);
        json.WriteString("title", CleanText.Of(entry.Title));
        json.WriteString("content_html", entry.Html);
        json.WriteString("date_published", AtomFormat.Rfc3339(entry.Published));
        json.WriteString("date_modified", AtomFormat.Rfc3339(entry.Updated));
        json.WriteStartArray("tags");
        foreach (var tag in entry.Tags) json.WriteStringValue(CleanText.Of(tag));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
