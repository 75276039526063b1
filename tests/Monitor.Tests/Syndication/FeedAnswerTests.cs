using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Syndication;

/// <summary>How feeds answer: unchanged, compressed, moved, gone, broken; and that ids outlive the program.</summary>
public sealed class FeedAnswerTests : IAsyncLifetime, IDisposable
{
    private readonly TempStore _store = new();
    private PagesApp _app = null!;

    public async Task InitializeAsync() => _app = await PagesApp.StartAsync(_store.File);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("/feed.rss", "application/rss+xml; charset=utf-8")]
    [InlineData("/people/kalesnikava/feed.atom", "application/atom+xml; charset=utf-8")]
    [InlineData("/sanctions/us-potash/feed.json", "application/feed+json; charset=utf-8")]
    [InlineData("/feeds.opml", "text/x-opml; charset=utf-8")]
    public async Task An_unchanged_feed_is_not_sent_again(string path, string mediaType)
    {
        using var first = await _app.SendAsync(HttpMethod.Get, path);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.Equal(mediaType, first.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());

        using var same = await _app.SendAsync(HttpMethod.Get, path, ("If-None-Match", $"\"other\", {tag}"));
        using var weak = await _app.SendAsync(HttpMethod.Get, path, ("If-None-Match", $"W/{tag}"));
        using var other = await _app.SendAsync(HttpMethod.Get, path, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag);
        Assert.Equal("public, max-age=60", same.Headers.CacheControl!.ToString());
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, weak.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Last_modified_answers_who_has_no_ETag()
    {
        using var first = await _app.SendAsync(HttpMethod.Get, "/feed.rss");
        var modified = first.Content.Headers.LastModified!.Value;

        using var same = await _app.SendAsync(HttpMethod.Get, "/feed.rss", ("If-Modified-Since", modified.ToString("r")));
        using var older = await _app.SendAsync(HttpMethod.Get, "/feed.rss", ("If-Modified-Since", modified.AddSeconds(-1).ToString("r")));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
    }

    [Fact]
    public async Task HEAD_says_what_GET_says_without_the_body()
    {
        using var get = await _app.SendAsync(HttpMethod.Get, "/feed.atom");
        using var head = await _app.SendAsync(HttpMethod.Head, "/feed.atom");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.LastModified, head.Content.Headers.LastModified);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Each_encoding_has_an_ETag_of_its_own_and_the_same_content(string encoding)
    {
        using var plain = await _app.SendAsync(HttpMethod.Get, "/feed.rss");
        using var packed = await _app.SendAsync(HttpMethod.Get, "/feed.rss", ("Accept-Encoding", encoding));
        var stream = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacking = encoding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacking);

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 3);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/people/nobody/feed.rss")]
    [InlineData("/people/us-potash/feed.rss")]
    [InlineData("/sanctions/kalesnikava/feed.json")]
    public async Task Who_is_not_on_the_list_has_no_feed(string path)
    {
        using var answer = await _app.SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/")]
    [InlineData("/changes/kalesnikava-released-2025-12-13")]
    public async Task A_store_that_fails_is_said_as_come_back_later(string path)
    {
        await _app.WriteAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Changes\" RENAME TO \"Elsewhere\""));
        using var broken = await _app.SendAsync(HttpMethod.Get, path);
        await _app.WriteAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"Changes\""));
        using var mended = await _app.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), broken.Headers.RetryAfter!.Delta);
        Assert.Equal("no-store", broken.Headers.CacheControl!.ToString());
        Assert.Null(broken.Headers.ETag);
        Assert.DoesNotContain("<item>", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }

    [Fact]
    public async Task A_source_that_joins_a_change_is_shown_at_once_but_moves_no_date()
    {
        var before = await FeedReader.EntriesAsync(_app, "/people/kalesnikava/feed.atom");
        using var first = await _app.SendAsync(HttpMethod.Get, "/people/kalesnikava/feed.atom");
        await _app.WriteAsync(async db =>
        {
            var change = await db.Changes.SingleAsync(c => c.Slug == "kalesnikava-released-2025-12-13");
            var at = DateTimeOffset.UtcNow.AddMinutes(5);
            var item = new ItemRow { SourceId = "x", Reference = "new", Origin = "zerkalo", Title = "One more says so", Text = "", Published = at, FetchedAt = at, ReadAt = at };
            db.Items.Add(item);
            await db.SaveChangesAsync();
            db.Claims.Add(new ClaimRow { ItemId = item.Id, SubjectId = "kalesnikava", Kind = ClaimKind.Released, Stance = Stance.Asserted, Date = change.Date, Origin = "zerkalo", Published = change.CreatedAt.AddDays(-1), Surface = "", Why = "", ChangeId = change.Id });
        });
        var after = await FeedReader.EntriesAsync(_app, "/people/kalesnikava/feed.atom");
        using var second = await _app.SendAsync(HttpMethod.Get, "/people/kalesnikava/feed.atom");

        Assert.Contains("One more says so", after[0].Html, StringComparison.Ordinal);
        Assert.Equal((before[0].Id, before[0].Updated), (after[0].Id, after[0].Updated));
        Assert.Equal(before.Skip(1), after.Skip(1));
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.True(second.Content.Headers.LastModified > first.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Ids_and_bytes_outlive_a_restart_and_a_new_setting()
    {
        var path = "/feed.rss";
        var before = await FeedReader.EntriesAsync(_app, path);
        await using var restarted = await PagesApp.StartAsync(_store.File, ["--Site:FeedAuthority=other.example,2026", "--Site:PublicBaseUrl=https://monitor.example/site"]);
        var after = await FeedReader.EntriesAsync(restarted, path);

        Assert.Equal(before.Select(e => (e.Id, e.Title, e.Published, e.Updated)), after.Select(e => (e.Id, e.Title, e.Published, e.Updated)));
        Assert.All(after, e => Assert.StartsWith("https://monitor.example/site/changes/", e.Link, StringComparison.Ordinal));
        Assert.All(after, e => Assert.StartsWith("tag:monitor.example,2025:change/", e.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_lists_the_latest_hundred_by_date_of_the_change()
    {
        await _app.WriteAsync(db =>
        {
            for (var n = 0; n < 130; n++)
            {
                var date = PartialDate.OfDay(new DateOnly(2026, 1, 1).AddDays(n));
                var at = new DateTimeOffset(date.First, TimeOnly.MinValue, TimeSpan.Zero);
                db.Changes.Add(new ChangeRow { Slug = $"znak-health-{date}", SubjectId = "znak", Kind = ClaimKind.Health, Date = date, Day = date.ToString(), Standing = Standing.Reported, CreatedAt = at, UpdatedAt = at });
            }

            return Task.CompletedTask;
        });
        var entries = await FeedReader.EntriesAsync(_app, "/feed.json");

        Assert.Equal(100, entries.Count);
        Assert.EndsWith("znak-health-2026-05-10", entries[0].Id, StringComparison.Ordinal);
        Assert.EndsWith("znak-health-2026-01-31", entries[^1].Id, StringComparison.Ordinal);
    }
}
