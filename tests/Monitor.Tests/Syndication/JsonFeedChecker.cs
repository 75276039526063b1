using System.Text.Json;

namespace Monitor.Tests.Syndication;

/// <summary>JSON Feed 1.1 by jsonfeed.org/version/1.1: what is wrong with a document; nothing for a valid one.</summary>
internal static class JsonFeedChecker
{
    private static readonly string[] OfFeed = ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors", "language", "expired", "hubs", "items"];

    private static readonly string[] OfItem =
        ["id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "tags", "language", "attachments"];

    public static IReadOnlyList<string> Check(string document, Uri askedAt)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return ["the root is no object"];
            var items = json.RootElement.TryGetProperty("items", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : null;
            return items is null ? ["no array of items"] : [.. Feed(json.RootElement, askedAt), .. FeedRules.Repeated(items.Select(i => Text(i, "id") ?? "")), .. items.SelectMany(Item)];
        }
        catch (JsonException e)
        {
            return [$"not JSON: {e.Message}"];
        }
    }

    private static IEnumerable<string> Feed(JsonElement feed, Uri askedAt)
    {
        foreach (var problem in Known(feed, OfFeed)) yield return $"feed: {problem}";
        if (Text(feed, "version") != "https://jsonfeed.org/version/1.1") yield return "feed: not the version 1.1";
        if (string.IsNullOrWhiteSpace(Text(feed, "title"))) yield return "feed: no title";
        if (Text(feed, "feed_url") != askedAt.AbsoluteUri) yield return "feed: feed_url is not the address it was asked at";
        if (Text(feed, "home_page_url") is not { } home || !FeedRules.IsWebAddress(home)) yield return "feed: home_page_url is no web address";
        if (Text(feed, "language") is { } language && !FeedRules.IsLanguage(language)) yield return $"feed: \"{language}\" is no language";
        if (feed.TryGetProperty("authors", out var authors) && !(authors.ValueKind == JsonValueKind.Array && authors.EnumerateArray().All(IsAuthor))) yield return "feed: authors is no array of authors";
    }

    private static IEnumerable<string> Item(JsonElement item)
    {
        var id = Text(item, "id");
        var where = "item " + (id ?? "without id");
        foreach (var problem in Known(item, OfItem)) yield return $"{where}: {problem}";
        if (string.IsNullOrEmpty(id)) yield return $"{where}: no id that is a text";
        if (Text(item, "content_html") is null && Text(item, "content_text") is null) yield return $"{where}: neither content_html nor content_text";
        if (Text(item, "url") is { } url && !FeedRules.IsWebAddress(url)) yield return $"{where}: url is no web address";
        foreach (var date in new[] { "date_published", "date_modified" }.Where(d => item.TryGetProperty(d, out _) && !FeedRules.IsRfc3339(Text(item, d) ?? ""))) yield return $"{where}: {date} is no RFC 3339 date";
        if (item.TryGetProperty("tags", out var tags) && !(tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String))) yield return $"{where}: tags is no array of texts";
        foreach (var problem in FeedRules.ProblemsOfHtml(Text(item, "content_html") ?? "", where)) yield return problem;
    }

    /// <summary>Custom keys begin with an underscore (section "Extensions").</summary>
    private static IEnumerable<string> Known(JsonElement parent, string[] allowed) =>
        parent.EnumerateObject().Where(p => !p.Name.StartsWith('_') && !allowed.Contains(p.Name)).Select(p => $"the key {p.Name} is unknown");

    private static bool IsAuthor(JsonElement author) => author.ValueKind == JsonValueKind.Object && new[] { "name", "url", "avatar" }.Any(k => Text(author, k) is not null);

    private static string? Text(JsonElement parent, string key) => parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
