using Monitor.Core.Feeds;
using Monitor.Fetching;
using Monitor.Operating.Sources;
using Monitor.Pipeline.Sources;

namespace Monitor.Operating.Verbs;

/// <summary>Doctor's look at the sources: each is asked now, and beside the answer stands how it has fared so far by its own record.</summary>
internal static class DoctorSources
{
    private const int AtOnce = 8;

    /// <param name="print">Takes whether it is good, which source, and the words.</param>
    public static async Task<bool> AllGoodAsync(Settings settings, SourceBook book, Action<bool, string, string> print, CancellationToken cancellation)
    {
        using var fetcher = new FeedFetcher(new FetchSettings(settings.AllowPrivateNetworks, settings.Contact), new HostQueue(TimeProvider.System), TimeProvider.System);
        var health = (await book.HealthAsync(cancellation)).ToDictionary(line => line.Row.Id, StringComparer.Ordinal);
        var bad = 0;
        await Parallel.ForEachAsync(book.InUse, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (source, stop) =>
        {
            var record = health[source.Id];
            var (good, words) = record.Row.PausedAt is null ? Words(source, await fetcher.FetchAsync(new FetchRequest(Address(source, record)), stop)) : (true, "not asked");
            lock (health) print(good, $"source {source.Id}", $"{words} | on record: {record.InWords()}");
            if (!good) Interlocked.Increment(ref bad);
        });
        return bad == 0;
    }

    private static Uri Address(Source source, SourceHealthLine record) => record.Row.MovedTo is { } moved ? new Uri(moved) : source.Url;

    private static (bool Good, string Words) Words(Source source, FetchOutcome outcome)
    {
        if (outcome is FetchOutcome.Failed failed) return (false, $"{failed.Reason}. Open its address in a browser; if it has moved, mend url in the sources file");
        if (outcome is not FetchOutcome.Body body) return (true, "not modified");
        var reading = SourceReader.Parse(source, body);
        return reading.Feed is { } feed ? (true, $"{feed.Items.Count} items, {feed.Format.Word()}") : (false, $"it answers, but not with a feed: {reading.NotAFeed}");
    }
}
