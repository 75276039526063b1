using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public sealed class FeedParserTests
{
    [Fact]
    public void An_rss_item_gives_all_it_says()
    {
        var feed = Feed.Of("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel><title>Навіны дня</title><link>https://site.test/</link><language>be</language><ttl>15</ttl>
                <item><title><![CDATA[Суд & справа]]></title><link>https://site.test/a/1</link><guid isPermaLink="false">id-1</guid>
                  <pubDate>Sat, 13 Dec 2025 18:30:00 +0300</pubDate><dc:creator>Алена Кот</dc:creator><category>Суды</category>
                  <description>Кароткі змест</description><content:encoded><![CDATA[<p>Першы абзац.</p><p>Другі&nbsp;абзац.</p>]]></content:encoded></item>
              </channel></rss>
            """);
        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Rss2, "Навіны дня", "https://site.test/", "be", TimeSpan.FromMinutes(15)), (feed.Format, feed.Title, feed.Link, feed.Language, feed.Ttl!.Value));
        Assert.Equal(("id-1", "Суд & справа", "https://site.test/a/1", "Алена Кот"), (item.Id, item.Title, item.Link, item.Author));
        Assert.Equal(new DateTimeOffset(2025, 12, 13, 15, 30, 0, TimeSpan.Zero), item.Published);
        Assert.Equal("Першы абзац.\nДругі\u00A0абзац.", item.Text);
        Assert.Equal(["Суды"], item.Categories);
        Assert.Empty(feed.Warnings);
    }

    [Fact]
    public void An_atom_entry_gives_all_it_says()
    {
        var feed = Feed.Of("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru" xml:base="https://site.test/news/"><title type="text">Лента</title><link href="https://site.test/"/>
              <entry><id>tag:site.test,2025:1</id><title type="html">&lt;b&gt;Суд&lt;/b&gt; идёт</title><link rel="self" href="/self"/><link rel="alternate" href="1.html"/>
                <published>2025-12-13T18:30:00+03:00</published><updated>2025-12-13T16:00:00Z</updated><author><name>Редакция</name><email>r@site.test</email></author>
                <category term="court" label="Суды"/><summary>Кратко</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Текст &lt;1&gt;</p></div></content></entry></feed>
            """);
        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Atom, "Лента", "ru"), (feed.Format, feed.Title, feed.Language));
        Assert.Equal(("tag:site.test,2025:1", "Суд идёт", "https://site.test/news/1.html", "Редакция", "Текст <1>"), (item.Id, item.Title, item.Link, item.Author, item.Text));
        Assert.Equal((15, 16), (item.Published!.Value.Hour, item.Updated!.Value.Hour));
        Assert.Equal(["Суды"], item.Categories);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("it is broken", "text, no feed")]
    [InlineData("<!DOCTYPE html><html><head><title>News</title></head><body><p>Hello</p></body></html>", "HTML page")]
    [InlineData("<html><body>Checking your browser… <script src='/cdn-cgi/challenge-platform/x.js'></script></body></html>", "prove they are human")]
    [InlineData("<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>", "root is <urlset>")]
    [InlineData("{\"error\":\"not found\",\"items\":[]}", "no JSON Feed")]
    [InlineData("[]", "no JSON Feed")]
    [InlineData("<html><body><pre><rss><channel><item><title>x</title></item></channel></rss></pre></body></html>", "HTML page")]
    public void What_is_no_feed_is_said_to_be_none(string text, string reason) =>
        Assert.Contains(reason, FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(text), null, null).NotAFeed, StringComparison.Ordinal);
}
