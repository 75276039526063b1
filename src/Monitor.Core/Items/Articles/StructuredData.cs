using System.Text.Json;
using AngleSharp.Dom;
using Monitor.Core.Feeds;

namespace Monitor.Core.Items.Articles;

/// <summary>What a page says of itself for search engines (schema.org in JSON-LD): the article's body, and whether it may be read without paying.</summary>
internal static class StructuredData
{
    private const int ShortestBody = 250;

    private const int Deepest = 8;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static string? ArticleBody(IDocument page) => Find(page, "articleBody").Where(body => body.ValueKind == JsonValueKind.String).Select(body => HtmlText.Of(body.GetString()!)).FirstOrDefault(text => text.Length >= ShortestBody);

    public static bool IsForPayingReaders(IDocument page) =>
        Find(page, "isAccessibleForFree").Any(free => free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && free.GetString()!.EndsWith("false", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<JsonElement> Find(IDocument page, string name) => page.QuerySelectorAll("script[type='application/ld+json']").SelectMany(script => Find(script.TextContent, name));

    private static List<JsonElement> Find(string json, string name)
    {
        try
        {
            return [.. Find(JsonDocument.Parse(json, Options).RootElement, name, 0)];
        }
        catch (JsonException)
        {
            // Hand-made JSON is often broken; the page itself is still there to be read.
            return [];
        }
    }

    private static IEnumerable<JsonElement> Find(JsonElement value, string name, int depth)
    {
        if (depth > Deepest) return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Find(element, name, depth + 1)),
            JsonValueKind.Object => value.EnumerateObject().SelectMany(property => property.Name == name ? [property.Value] : Find(property.Value, name, depth + 1)),
            _ => [],
        };
    }
}
