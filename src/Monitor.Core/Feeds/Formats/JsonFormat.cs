using System.Text;
using System.Text.Json;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>JSON Feed 1.0 and 1.1. Read item by item, so that a file cut off keeps the items that came whole.</summary>
internal sealed class JsonFormat : IFeedFormat
{
    private const string Version = "jsonfeed.org/version/";

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>A message of the site's own software, or the name of a JSONP callback: more than so much before the root is a text that shows a feed, not one.</summary>
    private const int LongestJunk = 2000;

    private static readonly string[] OfDocuments = ["<!doctype", "<html", "<?xml", "<rss", "<feed", "<pre", "<code"];

    public ParsedFeed? Read(FeedDocument document)
    {
        var text = document.Text.Span.TrimStart();
        if (Root(text) is not (var root and >= 0)) return null;
        var feed = new Walk(document.Address?.AbsoluteUri).Read(Encoding.UTF8.GetBytes(HalfPairs.Mended(text[root..])));
        return root == 0 || feed is null ? feed : feed with { Warnings = ["text before the feed was left out", .. feed.Warnings] };
    }

    /// <summary>Where the root begins; behind junk only where the text names the version of a JSON feed and is no document of another kind. -1: nowhere.</summary>
    private static int Root(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('{')) return 0;
        var at = text[..Math.Min(text.Length, LongestJunk)].IndexOf('{');
        if (at < 0 || !text[at..].Contains(Version, StringComparison.OrdinalIgnoreCase) || text[(at + 1)..].TrimStart() is not ['"', ..]) return -1;
        foreach (var mark in OfDocuments)
            if (text[..at].Contains(mark, StringComparison.OrdinalIgnoreCase)) return -1;
        return at;
    }

    private sealed class Walk(string? address)
    {
        private readonly Dictionary<string, JsonElement> _heading = new(StringComparer.Ordinal);
        private readonly List<JsonElement> _items = [];
        private readonly List<string> _warnings = [];
        private bool _hasItems;

        public ParsedFeed? Read(byte[] bytes)
        {
            try
            {
                ReadRoot(bytes);
            }
            catch (JsonException)
            {
                _warnings.Add("the JSON is broken or cut off; what came before was kept");
            }

            if (!IsFeed()) return null;
            var home = Text(_heading, "home_page_url");
            var feedUrl = address ?? Text(_heading, "feed_url") ?? home;
            var items = _items.Select(item => new JsonItem(item, feedUrl, Authors(_heading)).Read()).OfType<ParsedItem>().ToList();
            return new ParsedFeed(FeedFormat.Json, Text(_heading, "title") is { } title ? HtmlText.Folded(title) : null, home is null ? null : LinkBase.Resolve(home, null, feedUrl), Text(_heading, "language"), null, items, _warnings);
        }

        private void ReadRoot(byte[] bytes)
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString() ?? "";
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray) ReadItems(ref reader);
                else _heading.TryAdd(name, JsonElement.ParseValue(ref reader));
            }
        }

        private void ReadItems(ref Utf8JsonReader reader)
        {
            _hasItems = true;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var item = JsonElement.ParseValue(ref reader);
                if (item.ValueKind == JsonValueKind.Object && _items.Count < FeedParser.MostItems) _items.Add(item);
            }
        }

        /// <summary>By its version; without one, only where items look like a feed's: an interface's error also has "items".</summary>
        private bool IsFeed()
        {
            if (Text(_heading, "version") is { } version && version.Contains(Version, StringComparison.OrdinalIgnoreCase)) return true;
            if (!_hasItems || _heading.ContainsKey("error") || Text(_heading, "title") is null) return false;
            return _items.Count > 0 && _items.TrueForAll(item => item.TryGetProperty("id", out _) && (item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _)));
        }

        private static string? Authors(Dictionary<string, JsonElement> heading) =>
            heading.TryGetValue("authors", out var authors) ? JsonItem.FirstName(authors) : heading.TryGetValue("author", out var author) ? JsonItem.Name(author) : null;

        private static string? Text(Dictionary<string, JsonElement> heading, string name) =>
            heading.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
