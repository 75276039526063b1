using System.Text;
using Monitor.Core.Feeds;
using Monitor.Fetching;

namespace Monitor.Tests.Fetching;

public sealed class FeedFetcherTests
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>T</title></channel></rss>";

    [Fact]
    public async Task A_feed_comes_with_what_is_needed_to_ask_politely_again()
    {
        await using var server = new FeedServer(_ => FeedServer.Ok(Feed, "ETag: \"v1\"\r\nLast-Modified: Sat, 13 Dec 2025 15:30:00 GMT\r\nCache-Control: max-age=600\r\n"));
        using var fetcher = server.Fetcher(new FetchSettings(Contact: "https://monitor.example/about"));
        var body = Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://feeds.test/rss")), CancellationToken.None));
        Assert.Equal(Feed, Encoding.UTF8.GetString(body.Bytes.Span));
        Assert.Equal(("\"v1\"", "Sat, 13 Dec 2025 15:30:00 GMT", "application/rss+xml; charset=utf-8", TimeSpan.FromMinutes(10)), (body.ETag, body.LastModified, body.ContentType, body.Wait.Wait!.Value));
        Assert.Contains("https://monitor.example/about", server.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Contains("br", server.Requests[0].Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unchanged_is_not_sent_again()
    {
        await using var server = new FeedServer(request => request.Headers.GetValueOrDefault("If-None-Match") == "\"v1\"" && request.Headers.ContainsKey("If-Modified-Since")
            ? FeedServer.Status("304 Not Modified")
            : FeedServer.Ok(Feed));
        using var fetcher = server.Fetcher();
        Assert.IsType<FetchOutcome.NotModified>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://feeds.test/rss"), "\"v1\"", "Sat, 13 Dec 2025 15:30:00 GMT"), CancellationToken.None));
    }
}
