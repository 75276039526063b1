using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Items;

/// <summary>
/// The keys by which an item of a source is known again: its canonical link and its guid, each enough alone, so that new guids, https guids, tracking parameters, new dates
/// and edited titles make no new item. Without either, its words are its key.
/// </summary>
public static class ItemIdentity
{
    private const int KeyBytes = 16;

    /// <summary>
    /// The keys of each item of one fetch, in order. An item is known when any of its keys is stored; the host stores all of them. A link or guid that items with
    /// different titles share (all point to the front page, all guids are "0") tells none from another and is left out.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Keys(IReadOnlyList<ParsedItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var all = items.Select(item => (Item: item, Keys: LinkAndGuid(item))).ToList();
        var shared = all
            .SelectMany(pair => pair.Keys.Select(key => (Key: key, Title: HtmlText.Folded(pair.Item.Title ?? pair.Item.Text))))
            .Distinct()
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(pair => OrWords(pair.Item, [.. pair.Keys.Where(key => !shared.Contains(key))]))];
    }

    private static List<string> LinkAndGuid(ParsedItem item)
    {
        var keys = new List<string>(2);
        var link = CanonicalLink.Of(item.Link);
        if (link is not null && IsArticle(link)) keys.Add(Key("link", link));
        if (string.IsNullOrWhiteSpace(item.Id)) return keys;
        if (CanonicalLink.Of(item.ForwardedFrom?.Link) is { } original && IsArticle(original)) keys.Add(Key("link", original));
        var guid = CanonicalLink.Of(item.Id);
        if (guid is null) keys.Add(Key("guid", item.Id.Trim()));
        else if (guid != link && IsArticle(guid)) keys.Add(Key("link", guid));
        return keys;
    }

    /// <summary>A site's front page is no article's address.</summary>
    private static bool IsArticle(string link) => link.IndexOf('/', "https://".Length) > 0 || link.Contains('?', StringComparison.Ordinal);

    private static IReadOnlyList<string> OrWords(ParsedItem item, IReadOnlyList<string> keys) =>
        keys.Count > 0 ? keys : [Words(item)];

    /// <summary>What it says, as a key: evidence that an item was seen before under another name, and for one without a name the name itself.</summary>
    public static string Words(ParsedItem item) => Key("words", HtmlText.Folded(item.Title ?? "") + "\n" + HtmlText.Folded(item.Text));

    private static string Key(string kind, string value) => kind + ":" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, KeyBytes));
}
