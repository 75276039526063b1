using Monitor.Core.Feeds;

namespace Monitor.Fetching;

/// <summary>What the headers say of waiting: Cache-Control before Expires; "no-cache" and a date gone by are no wish at all.</summary>
internal static class WaitHints
{
    public static FreshFor FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        var cache = response.Headers.CacheControl;
        if (cache is { NoCache: true } or { NoStore: true }) return Core.Feeds.FreshFor.Unsaid;
        if (cache?.MaxAge is { } age) return new FreshFor(Positive(age - (response.Headers.Age ?? TimeSpan.Zero)));
        if (response.Content.Headers.Expires is not { } expires) return Core.Feeds.FreshFor.Unsaid;
        return new FreshFor(Positive(expires - (response.Headers.Date ?? now)));
    }

    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter is not { } asked ? null : Positive(asked.Delta ?? (asked.Date - now) ?? TimeSpan.Zero);

    private static TimeSpan? Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : null;
}
