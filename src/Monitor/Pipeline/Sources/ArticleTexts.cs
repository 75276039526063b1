using System.Collections.Concurrent;
using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Items.Articles;
using Monitor.Core.Mentions;
using Monitor.Fetching;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>An article as its page gives it, with what it wants to be asked by again.</summary>
public sealed record ArticlePage(string Text, string? ETag, string? LastModified);

/// <summary>
/// Where a feed gives only the beginning of an item that may concern a subject, fetches the article once and puts its text in place of the teaser. It happens before the item is
/// stored and never for long: whatever goes wrong, the item goes on with what the feed gave.
/// </summary>
public sealed class ArticleTexts(FeedFetcher fetcher, WatchlistInUse watchlist, TimeProvider time, ILogger<ArticleTexts> log)
{
    private const int MostPerLook = 10;

    /// <summary>For all articles of one look: news must not wait for a slow page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>A host that did not give an article is not asked for the next one at once.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(30);

    /// <summary>Apart from those of the feeds: a look may hold a place among them while it waits for one here.</summary>
    private readonly LargeBodies _large = new();

    private readonly ConcurrentDictionary<string, DateTimeOffset> _resting = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The feed with the articles' texts in those of <paramref name="news"/> that need and have one.</summary>
    public async Task<ParsedFeed> CompleteAsync(Source source, ParsedFeed feed, IReadOnlyList<ParsedItem> news, CancellationToken cancellation)
    {
        var wanted = news.Where(Teaser.Is).Where(item => MayConcern(source, item)).Select(item => (Item: item, Address: AddressOf(item))).Where(pair => pair.Address is not null).Take(MostPerLook).ToList();
        if (wanted.Count == 0) return feed;
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var texts = new Dictionary<ParsedItem, string>(ReferenceEqualityComparer.Instance);
        foreach (var (item, address) in wanted)
        {
            if (limit.IsCancellationRequested) break;
            if (await PageAsync(new FetchRequest(address!) { MayChangeHost = true }, both.Token, cancellation) is { } page) texts[item] = Teaser.Continue(item.Text, page.Text);
        }

        return texts.Count == 0 ? feed : feed with { Items = [.. feed.Items.Select(item => texts.TryGetValue(item, out var text) ? item with { Article = text } : item)] };
    }

    /// <summary>The page of an article that was read before, where it came and may have changed since.</summary>
    public async Task<ArticlePage?> AgainAsync(Uri address, string? etag, string? lastModified, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return await PageAsync(new FetchRequest(address, etag, lastModified) { MayChangeHost = true }, both.Token, cancellation);
    }

    /// <summary>Where an article's page is; none for a post on t.me, which stands whole in its preview.</summary>
    public static Uri? PageOf(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && !IsTelegram(address.AbsoluteUri) ? address : null;

    private async Task<ArticlePage?> PageAsync(FetchRequest request, CancellationToken patience, CancellationToken cancellation)
    {
        if (_resting.TryGetValue(request.Address.Host, out var until) && until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero && rest <= Rest) return null;
        using var place = _large.ForOne();
        var outcome = await AskAsync(request with { Place = place }, patience, cancellation);
        if (outcome is FetchOutcome.NotModified) return null;
        var body = outcome as FetchOutcome.Body;
        var reading = body is not null ? ArticleText.Read(body.Bytes, body.ContentType) : new ArticleReading(null, ((FetchOutcome.Failed)outcome).Reason);
        if (reading.Text is { } text) return new ArticlePage(text, body!.ETag, body.LastModified);
        _resting[request.Address.Host] = time.GetUtcNow() + Rest;
        log.LogInformation("The article {Address} has no text to read: {Reason}", request.Address, reading.None);
        return null;
    }

    private async Task<FetchOutcome> AskAsync(FetchRequest request, CancellationToken patience, CancellationToken cancellation)
    {
        try
        {
            return await fetcher.FetchAsync(request, patience);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new FetchOutcome.Failed($"it did not come within {Patience.TotalSeconds:0} s");
        }
    }

    private bool MayConcern(Source source, ParsedItem item)
    {
        var asItem = new Item { Id = "", Source = source.Id, Origin = source.Origin, Language = source.Language, Title = item.Title ?? "", Text = item.Text, Published = item.Published };
        if (Concern.SpeaksOf(asItem.Whole)) return true;
        var reading = watchlist.Reader.Read(asItem);
        return reading.Mentions.Count > 0 || reading.Groups.Count > 0 || reading.NearMisses.Count > 0;
    }

    /// <summary>Where a post on t.me leads, its article is.</summary>
    private static Uri? AddressOf(ParsedItem item) => PageOf(item.Links.Count > 0 ? item.Links.FirstOrDefault(l => !IsTelegram(l)) : item.Link);

    private static bool IsTelegram(string link) => CanonicalLink.Of(link)?.StartsWith("https://t.me/", StringComparison.Ordinal) ?? false;
}
