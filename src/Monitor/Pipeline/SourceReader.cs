using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Pages;
using Monitor.Core.Items;
using Monitor.Fetching;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// Asks one source, and stores in one transaction what it brought and when it is asked next. An item is known by its canonical link and
/// its guid; everything of the first successful look is stored silently, as history.
/// </summary>
public sealed class SourceReader(IDbContextFactory<MonitorDb> store, FeedFetcher fetcher, SourcesInUse sources, Settings settings, TimeProvider time, ILogger<SourceReader> log)
{
    /// <summary>Characters kept of a failure's reason.</summary>
    private const int LongestFailure = 300;

    private const int KeysPerQuery = 500;

    /// <summary>Returns how many new items were stored.</summary>
    public async Task<int> ReadAsync(string sourceId, CancellationToken cancellation)
    {
        if (sources.Find(sourceId) is not { } source) return 0;
        var request = await RequestAsync(source, cancellation);
        var outcome = await fetcher.FetchAsync(request, cancellation);
        ParsedFeed? feed = null;
        if (outcome is FetchOutcome.Body body)
        {
            var reading = Parse(source, body);
            feed = reading.Feed;
            if (feed is null) outcome = new FetchOutcome.Failed(reading.NotAFeed!);
        }

        return await StoreAsync(source, outcome, feed, cancellation);
    }

    /// <summary>What came, as its kind of source is read.</summary>
    internal static FeedReading Parse(Source source, FetchOutcome.Body body) => source.Kind switch
    {
        SourceKind.Telegram => TelegramPage.Read(body.Bytes, body.ContentType),
        SourceKind.Page => NewsPage.Read(body.Bytes, body.ContentType, body.FinalUri, source.Select!),
        _ => FeedParser.Parse(body.Bytes, body.ContentType, body.FinalUri),
    };

    private async Task<FetchRequest> RequestAsync(Source source, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var row = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == source.Id, cancellation);
        return new FetchRequest(row.MovedTo is { } moved ? new Uri(moved) : source.Url, row.ETag, row.LastModified);
    }

    private async Task<int> StoreAsync(Source source, FetchOutcome outcome, ParsedFeed? feed, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await db.Sources.SingleAsync(s => s.Id == source.Id, cancellation);
        var now = time.GetUtcNow();
        var added = feed is null ? 0 : await AddItemsAsync(db, source, feed, silent: row.FirstReadAt is null, cancellation);

        var wasDown = row.FailingSince is not null;
        if (outcome is FetchOutcome.Failed failed) Fail(row, failed.Reason, now);
        else Succeed(row, outcome, added, now);
        var plan = new PollPlan(source.Every is { } every && every > settings.Every ? every : settings.Every);
        var next = plan.After(outcome, row.Failures, Random.Shared.NextDouble(), feed?.Ttl);
        (row.NextFetchAt, row.Failures, row.LastFetchAt) = (now + next.Wait, next.Steps, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        // Once when it goes down, once when it is back: the rest stands on the page of sources.
        if (!wasDown && row.Failure is not null) log.LogWarning("Source {Source} is down: {Reason}", source.Id, row.Failure);
        if (wasDown && row.Failure is null) log.LogInformation("Source {Source} is back", source.Id);
        return added;
    }

    private static void Fail(SourceRow row, string reason, DateTimeOffset now)
    {
        row.Failure = reason.Length > LongestFailure ? reason[..LongestFailure] : reason;
        row.FailingSince ??= now;
    }

    private static void Succeed(SourceRow row, FetchOutcome outcome, int added, DateTimeOffset now)
    {
        (row.Failure, row.FailingSince, row.LastSuccessAt) = (null, null, now);
        row.FirstReadAt ??= now;
        if (added > 0) row.LastNewItemAt = now;
        if (outcome is not FetchOutcome.Body body) return;
        (row.ETag, row.LastModified) = (body.ETag, body.LastModified);
        if (body.MovedTo is not null) row.MovedTo = body.MovedTo.AbsoluteUri;
    }

    private async Task<int> AddItemsAsync(MonitorDb db, Source source, ParsedFeed feed, bool silent, CancellationToken cancellation)
    {
        var items = feed.Items.Where(i => !string.IsNullOrWhiteSpace(i.Title) || i.Text.Length > 0).ToList();
        var keyed = items.Zip(ItemIdentity.Keys(items), (item, keys) => (Item: item, Keys: keys.Select(k => KeyOf(source, k)).ToList())).ToList();
        var known = await KnownAsync(db, keyed.SelectMany(k => k.Keys), cancellation);
        var added = new Dictionary<string, ItemRow>(StringComparer.Ordinal);
        var learned = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (item, keys) in keyed)
        {
            // Known under one of its names: the others are learned, so that a later change of that one name does not make it new.
            if (keys.Find(known.ContainsKey) is { } key)
            {
                foreach (var name in keys.Where(k => !known.ContainsKey(k))) learned[name] = known[key];
                continue;
            }

            var row = keys.Select(added.GetValueOrDefault).FirstOrDefault(r => r is not null);
            if (row is null) db.Items.Add(row = RowOf(source, feed, item, keys[0], silent));
            foreach (var name in keys) added[name] = row;
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (name, row) in added) learned[name] = row.Id;
        db.ItemKeys.AddRange(learned.Select(l => new ItemKeyRow { Key = l.Key, ItemId = l.Value }));
        await db.SaveChangesAsync(cancellation);
        return added.Values.Distinct().Count();
    }

    private static async Task<Dictionary<string, long>> KnownAsync(MonitorDb db, IEnumerable<string> keys, CancellationToken cancellation)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(KeysPerQuery))
            foreach (var row in await db.ItemKeys.AsNoTracking().Where(k => chunk.Contains(k.Key)).ToListAsync(cancellation)) known[row.Key] = row.ItemId;
        return known;
    }

    /// <summary>A link is the same article in every feed of a house; a guid means something within its own feed only.</summary>
    private static string KeyOf(Source source, string key) => key.StartsWith("link:", StringComparison.Ordinal) ? key : $"{source.Id}/{key}";

    private ItemRow RowOf(Source source, ParsedFeed feed, ParsedItem item, string key, bool silent) => new()
    {
        SourceId = source.Id,
        Reference = item.Link is { Length: > 0 } link ? link : item.Id ?? key,
        Origin = source.Origin,
        Url = item.Link,
        Title = item.Title ?? "",
        Text = item.Text,
        Language = source.Language ?? feed.Language,

        // A date in the future is a mistake of the feed: the item is at most as new as this moment.
        Published = (item.Published ?? item.Updated) is { } at && at <= time.GetUtcNow() ? at : null,
        FetchedAt = time.GetUtcNow(),
        Silent = silent,
    };
}
