using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Feeds.Pages;
using Monitor.Core.Items;
using Monitor.Fetching;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>
/// Asks one source, and stores in one transaction what it brought, how it fares and when it is asked next. Everything of the first successful
/// look is stored silently, as history.
/// </summary>
public sealed class SourceReader(IDbContextFactory<MonitorDb> store, FeedFetcher fetcher, SourcesInUse inUse, ArticleTexts articles, ItemVersions versions, Settings settings, TimeProvider time, ILogger<SourceReader> log)
{
    /// <summary>Characters kept of a failure's reason.</summary>
    private const int LongestFailure = 300;

    private readonly LargeBodies _large = new();

    /// <summary>Returns how many items were stored that are to be read.</summary>
    public async Task<int> ReadAsync(string sourceId, CancellationToken cancellation)
    {
        var (row, sources) = await FindAsync(sourceId, cancellation);
        if (row is null || sources.FirstOrDefault(s => s.Id == sourceId) is not { } source) return 0;
        using var trace = Measures.Traces.StartActivity("look at source")?.SetTag("source", sourceId);
        using var place = _large.ForOne();
        var outcome = await fetcher.FetchAsync(new FetchRequest(row.MovedTo is { } moved ? new Uri(moved) : source.Url, row.ETag, row.LastModified) { Place = place }, cancellation);
        ParsedFeed? feed = null;
        if (outcome is FetchOutcome.Body body) (outcome, feed) = Judge(Parse(source, body), body, row);
        var intake = new ItemIntake(source, new Lazy<Voices>(() => new Voices(sources)), versions, time.GetUtcNow());
        if (feed is not null && row.FirstReadAt is not null) feed = await WithArticlesAsync(source, feed, intake, cancellation);
        return await StoreAsync(new Asked(source, row.LastFetchAt), outcome, feed, intake, cancellation);
    }

    /// <summary>What came, as its kind of source is read.</summary>
    internal static FeedReading Parse(Source source, FetchOutcome.Body body) => source.Kind switch
    {
        SourceKind.Telegram => TelegramPage.Read(body.Bytes, body.ContentType),
        SourceKind.Page => NewsPage.Read(body.Bytes, body.ContentType, body.FinalUri, source.Select!),
        _ => FeedParser.Parse(body.Bytes, body.ContentType, body.FinalUri),
    };

    /// <summary>A good answer may still be a failure: no feed, or an empty one where there was a full one.</summary>
    private static (FetchOutcome Outcome, ParsedFeed? Feed) Judge(FeedReading reading, FetchOutcome.Body body, SourceRow row)
    {
        if (reading.Feed is not { } feed) return (new FetchOutcome.Failed(reading.NotAFeed!), null);
        return feed.Items.Count == 0 && row.LastNewItemAt is not null ? (new FetchOutcome.Failed("the feed is empty, though it had items before"), null) : (body, feed);
    }

    /// <summary>The source as we stand with it, and all sources in use: whose voice an item speaks with depends on the others.</summary>
    private async Task<(SourceRow? Row, IReadOnlyList<Source> Sources)> FindAsync(string sourceId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Sources.AsNoTracking().Where(s => s.Active).ToListAsync(cancellation);
        var now = time.GetUtcNow();
        return (rows.Find(row => row.Id == sourceId && row.NextFetchAt <= now), inUse.Of(rows)); // another process may have asked it just now
    }

    private async Task<ParsedFeed> WithArticlesAsync(Source source, ParsedFeed feed, ItemIntake intake, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var unknown = await intake.UnknownAsync(db, feed, cancellation);
        return unknown.Count == 0 ? feed : await articles.CompleteAsync(source, feed, unknown, cancellation);
    }

    private async Task<int> StoreAsync(Asked asked, FetchOutcome outcome, ParsedFeed? feed, ItemIntake intake, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (source, row) = (asked.Source, await db.Sources.SingleAsync(s => s.Id == asked.Source.Id, cancellation));
        if (row.LastFetchAt != asked.LastFetchAt) return 0; // it slept meanwhile, and lost the source to another process
        var now = time.GetUtcNow();
        var hadItems = row.LastNewItemAt is not null;
        var look = feed is null ? Look.Nothing : await intake.TakeAsync(db, feed, row, cancellation);

        var wasDown = row.FailingSince is not null;
        if (outcome is FetchOutcome.Failed failed) Fail(row, failed.Reason, now);
        else Succeed(row, outcome, look.Fresh, now);
        if (feed is not null) row.WindowSeconds = (long?)FeedWindow.Lasts(feed.Items, now)?.TotalSeconds;
        if (row.Failure is null) await new SourceNotices(db, now).AfterSuccessAsync(row, look, hadItems, cancellation);
        Plan(row, source, outcome, feed?.Ttl, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        Measures.Items.Add(look.Window.New, Measures.Tag("source", source.Id));
        if (row.Failure is not null) Measures.SourceFailures.Add(1, Measures.Tag("source", source.Id));

        // Once when it goes down, once when it is back: the rest stands on the page of sources.
        if (!wasDown && row.Failure is not null) log.LogWarning("Source {Source} is down: {Reason}", source.Id, row.Failure);
        if (wasDown && row.Failure is null) log.LogInformation("Source {Source} is back", source.Id);
        return look.Window.New + look.Edited;
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

    private void Plan(SourceRow row, Source source, FetchOutcome outcome, TimeSpan? ttl, DateTimeOffset now)
    {
        var plan = new PollPlan(source.Every is { } every && every > settings.Every ? every : settings.Every);
        var window = row.WindowSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var next = plan.After(outcome, row.Failures, Random.Shared.NextDouble(), new FeedPace(ttl, window));
        (row.NextFetchAt, row.Failures, row.LastFetchAt) = (now + next.Wait, next.Steps, now);
    }

    /// <param name="LastFetchAt">As it was when this look began.</param>
    private sealed record Asked(Source Source, DateTimeOffset? LastFetchAt);
}
