using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Items;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>What one look at a source came to.</summary>
/// <param name="Window">What it showed, and what of that nobody had stored.</param>
/// <param name="Fresh">What this source had not shown before; another may have.</param>
/// <param name="IsRepublishing">It gave its archive again.</param>
/// <param name="Edited">Known items that were stored again with other words.</param>
internal sealed record Look(FeedWindow Window, int Fresh, bool IsRepublishing, int Edited)
{
    public static Look Nothing { get; } = new(new FeedWindow(0, 0), 0, false, 0);
}

/// <summary>
/// Tells the items of one look that are new from those that are known, by canonical link and guid, and stores the new ones. Each item gets the origin whose voice it
/// speaks with; what comes along with an archive given again is history. A known one whose words changed is stored again, as a later version of itself.
/// </summary>
internal sealed class ItemIntake(Source source, Lazy<Voices> voices, ItemVersions versions, DateTimeOffset now)
{
    private const int KeysPerQuery = 500;

    /// <summary>The items that nobody has stored yet, or not with these words.</summary>
    public async Task<IReadOnlyList<ParsedItem>> UnknownAsync(MonitorDb db, ParsedFeed feed, CancellationToken cancellation)
    {
        var offered = Offered(feed);
        var known = await KnownAsync(db, offered.SelectMany(o => o.Names.Append(o.Words)), cancellation);
        return [.. offered.Where(o => !o.Names.Exists(known.ContainsKey) || IsEdited(o, known)).Select(o => o.Item)];
    }

    public async Task<Look> TakeAsync(MonitorDb db, ParsedFeed feed, SourceRow row, CancellationToken cancellation)
    {
        var offered = Offered(feed);
        var known = await KnownAsync(db, offered.SelectMany(o => o.Names.Append(o.Words)), cancellation);
        var isRepublishing = row.FirstReadAt is not null && Republishing.Is([.. offered.Select(o => Seen(o, known))]);
        var history = await HistoryAsync(db, row, isRepublishing, [.. offered.Where(o => !o.IsKnown(known, isRepublishing)).Select(o => o.Date)], cancellation);
        var added = new Dictionary<string, ItemRow>(StringComparer.Ordinal);
        var learned = new Dictionary<string, long>(StringComparer.Ordinal);
        var edited = 0;
        foreach (var offer in offered)
        {
            if (offer.KnownAs(known, isRepublishing) is { } name)
            {
                if (!isRepublishing && row.FirstReadAt is not null && IsEdited(offer, known) && await versions.AddAsync(db, known[name].Id, offer.Item, now, cancellation)) edited++;
                Learn(learned, offer, known, name);
            }
            else Add(db, offer, added, RowOf(feed, offer, history));
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (name, item) in added.Where(a => !known.ContainsKey(a.Key))) learned.TryAdd(name, item.Id);
        db.ItemKeys.AddRange(learned.Select(l => new ItemKeyRow { Key = l.Key, ItemId = l.Value }));
        await db.SaveChangesAsync(cancellation);
        return new Look(new FeedWindow(offered.Count, added.Values.Distinct().Count()), offered.Count(o => !known.ContainsKey(o.Words)), isRepublishing, edited);
    }

    /// <summary>Why what is new in this look is history all the same; null where it is news.</summary>
    private static async Task<History?> HistoryAsync(MonitorDb db, SourceRow row, bool isRepublishing, List<DateTimeOffset?> unknown, CancellationToken cancellation)
    {
        if (row.FirstReadAt is null) return new History(null);
        if (!isRepublishing || !Republishing.IsOlderPart(unknown)) return null;
        // Once it is known that a source dates its items anew all the time, its dates say nothing about what comes along.
        var isNews = await db.SourceNotices.AnyAsync(n => n.SourceId == row.Id && n.Kind == NoticeKind.Archive && n.EndedAt == null, cancellation);
        return isNews ? null : new History("its source gave its archive again when it came");
    }

    private List<Offer> Offered(ParsedFeed feed)
    {
        var items = feed.Items.Where(i => !string.IsNullOrWhiteSpace(i.Title) || i.Text.Length > 0).ToList();
        return [.. items.Zip(ItemIdentity.Keys(items), (item, keys) => new Offer(item, [.. keys.Select(KeyOf)], KeyOf(ItemIdentity.Words(item))))];
    }

    private static async Task<Dictionary<string, KnownItem>> KnownAsync(MonitorDb db, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var known = new Dictionary<string, KnownItem>(StringComparer.Ordinal);
        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(KeysPerQuery))
        {
            var rows = db.ItemKeys.AsNoTracking().Where(k => chunk.Contains(k.Key)).Join(db.Items, k => k.ItemId, i => i.Id, (k, i) => new { k.Key, k.ItemId, i.SourceId, i.Published });
            foreach (var row in await rows.ToListAsync(cancellation)) known[row.Key] = new KnownItem(row.ItemId, row.SourceId, row.Published);
        }

        return known;
    }

    /// <summary>What another source stored tells nothing of how this one names and dates its items.</summary>
    private SeenItem Seen(Offer offer, Dictionary<string, KnownItem> known)
    {
        var stored = offer.Names.Select(known.GetValueOrDefault).FirstOrDefault(k => k?.SourceId == source.Id);
        var moved = stored?.Published is { } then && offer.Date is { } given ? given - then : TimeSpan.Zero;
        return new SeenItem(stored is not null, known.GetValueOrDefault(offer.Words)?.SourceId == source.Id, stored is not null && !offer.Names.TrueForAll(known.ContainsKey), moved);
    }

    /// <summary>Known by name, and its source never gave it with these words.</summary>
    private bool IsEdited(Offer offer, Dictionary<string, KnownItem> known) =>
        !known.ContainsKey(offer.Words) && offer.Names.Select(known.GetValueOrDefault).FirstOrDefault(k => k is not null)?.SourceId == source.Id;

    /// <summary>Known under one of its names: the others are learned, so that a later change of that one name does not make it new.</summary>
    private static void Learn(Dictionary<string, long> learned, Offer offer, Dictionary<string, KnownItem> known, string name)
    {
        foreach (var other in offer.Names.Append(offer.Words).Where(k => !known.ContainsKey(k))) learned[other] = known[name].Id;
    }

    private static void Add(MonitorDb db, Offer offer, Dictionary<string, ItemRow> added, ItemRow row)
    {
        if (offer.Names.Select(added.GetValueOrDefault).FirstOrDefault(r => r is not null) is { } twin) row = twin;
        else db.Items.Add(row);
        foreach (var name in offer.Names) added[name] = row;
        added.TryAdd(offer.Words, row);
    }

    /// <summary>A link is the same article in every feed; a guid, and the same words, mean something within their own feed only.</summary>
    private string KeyOf(string key) => key.StartsWith("link:", StringComparison.Ordinal) ? key : $"{source.Id}/{key}";

    private ItemRow RowOf(ParsedFeed feed, Offer offer, History? history) => new()
    {
        SourceId = source.Id,
        Reference = offer.Reference,
        Origin = voices.Value.Of(source, offer.Item),
        Url = offer.Item.Link,
        Title = offer.Item.Title ?? "",
        Text = offer.Item.Article ?? offer.Item.Text,
        Language = source.Language ?? feed.Language,

        // A date in the future is a mistake of the feed: the item is at most as new as this moment.
        Published = offer.Date is { } at && at <= now ? at : null,
        FetchedAt = now,
        Silent = history is not null,
        SilentReason = history?.Why,
    };

    private sealed record KnownItem(long Id, string SourceId, DateTimeOffset? Published);

    /// <param name="Why">Null for the first look at a source, the reason every reader knows.</param>
    private sealed record History(string? Why);

    private sealed record Offer(ParsedItem Item, List<string> Names, string Words)
    {
        public DateTimeOffset? Date => Item.Published ?? Item.Updated;

        /// <summary>The stored name it is known by; in an archive given again also its words.</summary>
        public string? KnownAs(Dictionary<string, KnownItem> known, bool byWords) => Names.Find(known.ContainsKey) ?? (byWords && known.ContainsKey(Words) ? Words : null);

        public bool IsKnown(Dictionary<string, KnownItem> known, bool byWords) => KnownAs(known, byWords) is not null;

        /// <summary>Its link, where no other item of the look has the same: a feed may give all its items the address of the front page.</summary>
        public string Reference => Item.Link is { Length: > 0 } link && Names.Exists(name => name.StartsWith("link:", StringComparison.Ordinal)) ? link : Item.Id ?? Names[0];
    }
}
