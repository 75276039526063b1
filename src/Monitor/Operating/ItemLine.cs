using System.Globalization;
using System.Text.Json;
using Monitor.Core.Feeds;
using Monitor.Core.Items;

namespace Monitor.Operating;

/// <summary>
/// One line of JSON as an item (CONTRACT, "Item line"). An outlet is a source id or a host; one that no source names is an origin of
/// its own.
/// </summary>
internal sealed class ItemLine(IReadOnlyCollection<Source> sources)
{
    /// <summary>The item, or why the line is none; the id where it could be read.</summary>
    public (Item? Item, string? Id, string? Error) Read(string line)
    {
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return (null, null, "a line must be one JSON object");
            id = Text(root, "id");
            if (id is null) return (null, null, "\"id\" is missing");
            var (title, text) = (Text(root, "title"), Text(root, "text"));
            if (title is null && text is null) return (null, id, "\"title\" and \"text\" are missing");
            var published = Date(Text(root, "date"));
            var url = Text(root, "url");
            var outlet = Text(root, "outlet") ?? HostOf(url) ?? "unknown";
            var source = SourceOf(outlet);
            return (new Item
            {
                Id = id,
                Source = source?.Id ?? outlet,
                Origin = source?.Origin ?? Origins.Of(outlet),
                Url = url,
                Published = published,
                Language = Text(root, "lang") ?? source?.Language,
                Title = title ?? "",
                Text = text ?? "",
            }, id, null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return (null, id, e is JsonException ? $"not valid JSON: {e.Message}" : e.Message);
        }
    }

    private Source? SourceOf(string outlet) =>
        sources.FirstOrDefault(s => s.Id.Equals(outlet, StringComparison.OrdinalIgnoreCase)) ?? sources.FirstOrDefault(s => SameHost(s.Url.Host, outlet));

    private static bool SameHost(string host, string outlet) => Bare(host).Equals(Bare(outlet), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    private static string? Text(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"\"{key}\" must be a text");
    }

    private static DateTimeOffset? Date(string? text)
    {
        if (text is null) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new FormatException($"\"date\" is \"{text}\"; write a day or an instant such as 2025-12-13 or 2025-12-13T18:30:00Z");
    }
}
