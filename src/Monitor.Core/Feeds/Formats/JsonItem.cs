using System.Text.Json;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>One item of a JSON Feed. Ids are texts, but numbers are met; a relative address is resolved against the feed's.</summary>
internal sealed class JsonItem(JsonElement item, string? feedUrl, string? feedAuthor)
{
    public ParsedItem? Read()
    {
        var draft = new ItemDraft();
        draft.OfferId(Text("id"), 0);
        draft.OfferTitle(new Passage(Text("title").AsMemory(), PassageKind.Plain), 0);
        if (Text("url") is { } url) draft.OfferLink(LinkBase.Resolve(url, null, feedUrl), 0);
        if (Text("external_url") is { } external) draft.OfferLink(LinkBase.Resolve(external, null, feedUrl), 1);
        draft.OfferPublished(FeedDate.Read(Text("date_published")), 0);
        draft.OfferUpdated(FeedDate.Read(Text("date_modified")), 0);
        draft.OfferText(new Passage(Text("content_html").AsMemory(), PassageKind.Html), 0);
        draft.OfferText(new Passage(Text("content_text").AsMemory(), PassageKind.Plain), 1);
        draft.OfferText(new Passage(Text("summary").AsMemory(), PassageKind.Plain), 2);
        if (item.TryGetProperty("authors", out var authors)) draft.OfferAuthor(FirstName(authors), 0);
        if (item.TryGetProperty("author", out var author)) draft.OfferAuthor(Name(author), 1);
        draft.OfferAuthor(feedAuthor, 2);
        if (item.TryGetProperty("tags", out var tags)) AddTags(draft, tags);
        return draft.Build();
    }

    public static string? FirstName(JsonElement authors) => authors.ValueKind == JsonValueKind.Array ? authors.EnumerateArray().Select(Name).FirstOrDefault(name => name is not null) : Name(authors);

    public static string? Name(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => author.GetString(),
        JsonValueKind.Object when author.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };

    private static void AddTags(ItemDraft draft, JsonElement tags)
    {
        if (tags.ValueKind == JsonValueKind.String) draft.AddCategory(tags.GetString());
        if (tags.ValueKind != JsonValueKind.Array) return;
        foreach (var tag in tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String)) draft.AddCategory(tag.GetString());
    }

    private string? Text(string name) => !item.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
