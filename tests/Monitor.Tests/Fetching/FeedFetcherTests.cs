using System.Diagnostics;
using System.IO.Compression;
using System.Net;
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

    [Fact]
    public async Task A_refusal_says_what_it_is_and_how_long_to_wait()
    {
        await using var server = new FeedServer(request => request.Path == "/busy" ? FeedServer.Status("429 Too Many Requests", "Retry-After: 120\r\n") : FeedServer.Status("403 Forbidden"));
        using var fetcher = server.Fetcher();
        var busy = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/busy"), CancellationToken.None));
        Assert.Equal(TimeSpan.FromMinutes(2), busy.RetryAfter);
        Assert.Contains("403", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/no"), CancellationToken.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_of_a_gigabyte_is_not_unpacked()
    {
        await using var server = new FeedServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"u8.ToArray(), cancel);
            await using var gzip = new GZipStream(stream, CompressionLevel.Fastest);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 1024; i++) await gzip.WriteAsync(zeros, cancel);
        });
        using var fetcher = server.Fetcher();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failed = Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/bomb"), CancellationToken.None));
        Assert.Contains("10 MiB", failed.Reason, StringComparison.Ordinal);
        // Held in memory, the gigabyte would take two; other tests that run beside this one take their share too.
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 1L << 30);
    }

    [Theory]
    [InlineData("Content-Length: 1073741824\r\n")]
    [InlineData("")]
    public async Task A_body_of_a_gigabyte_is_not_read(string length)
    {
        var written = 0L;
        await using var server = new FeedServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n{length}\r\n"), cancel);
            var block = new byte[64 * 1024];
            for (; written < 1L << 30; written += block.Length) await stream.WriteAsync(block, cancel);
        });
        using var fetcher = server.Fetcher();
        Assert.Contains("10 MiB", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/huge"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.True(written < 100L * 1024 * 1024, $"{written} bytes went over the wire");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_drip_ends_at_the_time_limit(bool withHead)
    {
        await using var server = new FeedServer(async (_, stream, cancel) =>
        {
            if (withHead) await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), cancel);
            var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (await tick.WaitForNextTickAsync(cancel)) await stream.WriteAsync("x"u8.ToArray(), cancel);
        });
        using var fetcher = server.Fetcher(new FetchSettings { TimeLimit = TimeSpan.FromSeconds(1) });
        var watch = Stopwatch.StartNew();
        Assert.Contains("within 1 s", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/drip"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        // The whole of it would drip for well over an hour.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_five()
    {
        await using var server = new FeedServer(_ => FeedServer.Status("302 Found", "Location: /again\r\n"));
        using var fetcher = server.Fetcher();
        Assert.Contains("redirects", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_permanent_redirect_within_the_host_is_learned_and_a_passing_one_is_not()
    {
        await using var server = new FeedServer(request => request.Path switch
        {
            "/old" => FeedServer.Status("301 Moved Permanently", "Location: http://www.feeds.test/new\r\n"),
            "/passing" => FeedServer.Status("302 Found", "Location: /old\r\n"),
            _ => FeedServer.Ok(Feed),
        });
        using var fetcher = server.Fetcher();
        var learned = Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/old"), CancellationToken.None));
        Assert.Equal(("http://www.feeds.test/new", "http://www.feeds.test/new"), (learned.MovedTo!.AbsoluteUri, learned.FinalUri.AbsoluteUri));
        Assert.Null(Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/passing"), CancellationToken.None)).MovedTo);
    }

    [Fact]
    public async Task A_permanent_redirect_to_another_host_stops_and_is_reported()
    {
        await using var server = new FeedServer(request => request.Host == "feeds.test" ? FeedServer.Status("301 Moved Permanently", "Location: http://other.test/rss\r\n") : FeedServer.Ok(Feed));
        using var fetcher = server.Fetcher();
        Assert.Contains("http://other.test/rss", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_version_is_not_told_to_another_host()
    {
        await using var server = new FeedServer(request => request.Host == "feeds.test" ? FeedServer.Status("302 Found", "Location: http://cdn.test/rss\r\n") : FeedServer.Ok(Feed));
        using var fetcher = server.Fetcher();
        Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/rss") with { ETag = "\"v1\"" }, CancellationToken.None));
        Assert.True(server.Requests[0].Headers.ContainsKey("If-None-Match"));
        Assert.False(server.Requests[1].Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task From_https_no_redirect_leads_to_http()
    {
        await using var server = new FeedServer(request => request.Path == "/rss" ? FeedServer.Status("301 Moved Permanently", "Location: http://feeds.test/plain\r\n") : FeedServer.Ok(Feed));
        using var fetcher = server.Fetcher();
        Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("https://feeds.test/other"), CancellationToken.None));
        Assert.Contains("from https to http", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("https://feeds.test/rss"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.Equal(["/other", "/rss"], server.Requests.Select(r => r.Path));
        Assert.All(server.Dialled, dialled => Assert.Equal(443, dialled.Port));
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_is_never_dialled_inside()
    {
        var answers = 0;
        await using var server = new FeedServer(_ => FeedServer.Ok(Feed));
        server.Names = _ => [answers++ == 0 ? FeedServer.PublicAddress : IPAddress.Loopback];
        using var fetcher = server.Fetcher();
        Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None));
        Assert.Contains("not public", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None)).Reason, StringComparison.Ordinal);
        Assert.Equal(2, answers);
        Assert.Equal(FeedServer.PublicAddress, Assert.Single(server.Dialled).Address);
    }

    [Fact]
    public async Task Of_a_name_with_inner_and_public_addresses_only_the_public_is_dialled()
    {
        await using var server = new FeedServer(_ => FeedServer.Ok(Feed)) { Names = _ => [IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), FeedServer.PublicAddress] };
        using var fetcher = server.Fetcher();
        Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None));
        Assert.Equal(FeedServer.PublicAddress, Assert.Single(server.Dialled).Address);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\nthis is no gzip")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: http://[\r\n\r\n")]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")]
    [InlineData("")]
    public async Task A_broken_answer_is_a_failure_and_nothing_worse(string answer)
    {
        await using var server = new FeedServer(_ => answer);
        using var fetcher = server.Fetcher(new FetchSettings { TimeLimit = TimeSpan.FromSeconds(5) });
        Assert.NotEmpty(Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None)).Reason);
    }

    [Theory]
    [InlineData("Expires: Thu, 01 Jan 1970 00:00:00 GMT\r\n", null)]
    [InlineData("Cache-Control: no-cache\r\n", null)]
    [InlineData("Cache-Control: max-age=0\r\n", null)]
    [InlineData("Cache-Control: max-age=900\r\nAge: 300\r\n", 600)]
    [InlineData("Date: Sat, 13 Dec 2025 18:00:00 GMT\r\nExpires: Sat, 13 Dec 2025 18:20:00 GMT\r\n", 1200)]
    [InlineData("Cache-Control: max-age=дзіва\r\n", null)]
    public async Task How_long_an_answer_stays_good_is_read_from_its_headers(string headers, int? seconds)
    {
        await using var server = new FeedServer(_ => FeedServer.Ok(Feed, headers));
        using var fetcher = server.Fetcher();
        var body = Assert.IsType<FetchOutcome.Body>(await fetcher.FetchAsync(Ask("http://feeds.test/rss"), CancellationToken.None));
        Assert.Equal(seconds, (int?)body.Wait.Wait?.TotalSeconds);
    }

    [Fact]
    public async Task One_host_is_asked_one_at_a_time_and_hosts_do_not_wait_for_each_other()
    {
        int now = 0, most = 0;
        var bothHosts = new TaskCompletionSource();
        await using var server = new FeedServer(async (request, stream, cancel) =>
        {
            if (request.Host == "slow.test")
            {
                await bothHosts.Task.WaitAsync(TimeSpan.FromMinutes(1), cancel);
            }
            else
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Yield();
                Interlocked.Decrement(ref now);
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(FeedServer.Ok(Feed)), cancel);
        });
        using var fetcher = server.Fetcher();
        var slow = fetcher.FetchAsync(Ask("http://slow.test/rss"), CancellationToken.None);
        var watch = Stopwatch.StartNew();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => fetcher.FetchAsync(Ask($"http://feeds.test/{i}"), CancellationToken.None)));
        Assert.All(outcomes, outcome => Assert.IsType<FetchOutcome.Body>(outcome));
        Assert.False(slow.IsCompleted);
        bothHosts.SetResult();
        Assert.IsType<FetchOutcome.Body>(await slow);
        Assert.Equal(1, most);
        Assert.True(watch.Elapsed >= HostQueue.Spacing * 2, "there is a pause between two requests");
    }

    [Fact]
    public async Task Only_the_caller_s_own_cancellation_gets_out()
    {
        await using var server = new FeedServer(async (_, _, cancel) => await Task.Delay(Timeout.Infinite, cancel));
        using var fetcher = server.Fetcher();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Ask("http://feeds.test/rss"), stop.Token));
    }

    private static FetchRequest Ask(string address) => new(new Uri(address));
}
