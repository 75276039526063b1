using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Monitor.Tests.Support;

namespace Monitor.Tests.Web;

/// <summary>What a page must never do: run or load what is not ours, remember its reader, take a foreign title for markup.</summary>
public sealed class SafetyTests(HostileSite site) : IClassFixture<HostileSite>
{
    private const string Secret = "whomIsearchfor";

    public static TheoryData<string> Pages => new("/", "/people/stefanovich", "/sanctions/us-potash", "/changes/" + HostileSite.Slug, "/sources", "/about", "/nowhere", $"/?q={Uri.EscapeDataString(HostileSite.Title)}");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_lets_nothing_foreign_in(string path)
    {
        using var answer = await site.App.SendAsync(HttpMethod.Get, path);
        var html = await answer.Content.ReadAsStringAsync();
        var page = new HtmlParser().ParseDocument(html);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, img, b, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], form"), e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("action"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a[href]").Where(a => !a.GetAttribute("href")!.StartsWith('/') && !a.GetAttribute("href")!.StartsWith('#')), a =>
        {
            Assert.StartsWith("https://", a.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal("noopener noreferrer nofollow", a.GetAttribute("rel"));
        });
        Assert.DoesNotContain(html, c => c is '\u202E' or '\u2066' or '\u200F' or '\u0007');
    }

    [Theory]
    [InlineData("/people/stefanovich")]
    [InlineData("/changes/" + HostileSite.Slug)]
    [InlineData("/sources")]
    public async Task A_hostile_title_is_shown_as_the_text_it_is(string path)
    {
        var page = new HtmlParser().ParseDocument(await site.App.GetAsync(path));
        Assert.Contains(HostileSite.TitleShown.TrimEnd(), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 300), page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_with_the_way_home()
    {
        foreach (var path in new[] { "/people/nobody", "/people/us-potash", "/sanctions/kalesnikava", "/changes/none", "/wp-login.php", "/a/b/c" })
        {
            using var answer = await site.App.SendAsync(HttpMethod.Get, path + "?lang=be");
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Null(answer.Headers.ETag);
            Assert.Contains("Такой старонкі няма", html, StringComparison.Ordinal);
            Assert.Contains("href=\"/?lang=be\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/people/kalesnikava")]
    [InlineData("DELETE", "/feed.rss")]
    [InlineData("OPTIONS", "/about")]
    public async Task Nothing_but_GET_and_HEAD_is_answered(string method, string path)
    {
        using var answer = await site.App.SendAsync(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task The_style_sheet_may_be_kept_for_ever_and_a_page_may_not()
    {
        var page = new HtmlParser().ParseDocument(await site.App.GetAsync("/"));
        using var sheet = await site.App.SendAsync(HttpMethod.Get, page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        using var home = await site.App.SendAsync(HttpMethod.Get, "/");
        using var again = await site.App.SendAsync(HttpMethod.Get, "/", ("If-None-Match", home.Headers.ETag!.ToString()));

        Assert.Equal("text/css; charset=utf-8", sheet.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", sheet.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", home.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_told_what_a_reader_looked_for()
    {
        using var store = new TempStore();
        using var log = new KeptLog();
        await using var app = await PagesApp.StartAsync(store.File, log: log);
        await app.GetAsync($"/?q={Secret}");
        await app.GetAsync($"/people/bialiatski/feed.rss?{Secret}");
        using var missing = await app.SendAsync(HttpMethod.Get, "/" + Secret);
        await app.WriteAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Changes\" RENAME TO \"Elsewhere\""));
        using var broken = await app.SendAsync(HttpMethod.Get, $"/people/bialiatski?q={Secret}");

        Assert.Contains(log.Lines, line => line.Contains("The store does not answer", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase) || line.Contains("bialiatski", StringComparison.Ordinal));
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
