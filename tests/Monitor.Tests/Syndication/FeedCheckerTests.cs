namespace Monitor.Tests.Syndication;

/// <summary>The checkers themselves: a small valid feed passes, and each single fault planted into it is found.</summary>
public sealed class FeedCheckerTests
{
    private const string Rss = """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://a.example/</link><description>D</description><language>be</language>
        <lastBuildDate>Sat, 13 Dec 2025 10:00:00 GMT</lastBuildDate><ttl>10</ttl><atom:link rel="self" href="https://a.example/f"/>
        <item><title>I</title><link>https://a.example/1</link><description>&lt;a href="https://b.example/"&gt;x&lt;/a&gt;</description><guid isPermaLink="false">tag:a.example,2025:1</guid><pubDate>Sat, 13 Dec 2025 10:00:00 GMT</pubDate></item>
        <item><title>J</title><guid isPermaLink="false">tag:a.example,2025:2</guid></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="be"><id>tag:a.example,2025:f</id><title>T</title><updated>2025-12-13T10:00:00Z</updated><link rel="self" href="https://a.example/f"/><link rel="alternate" type="text/html" href="https://a.example/"/><author><name>A</name></author>
        <entry><id>tag:a.example,2025:1</id><title>I</title><updated>2025-12-13T10:00:00Z</updated><published>2025-12-13T10:00:00Z</published><link href="https://a.example/1"/><category term="c"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry>
        <entry><id>tag:a.example,2025:2</id><title>J</title><updated>2025-12-12T10:00:00Z</updated><content>y</content></entry></feed>
        """;

    private const string Json = """
        {"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://a.example/","feed_url":"https://a.example/f","language":"be","authors":[{"name":"A"}],
        "items":[{"id":"1","url":"https://a.example/1","content_html":"<p>x</p>","date_published":"2025-12-13T10:00:00Z","tags":["c"]},{"id":"2","content_text":"y","_own":1}]}
        """;

    private static readonly Uri Asked = new("https://a.example/f");

    [Fact]
    public void A_valid_feed_of_each_format_passes()
    {
        Assert.Empty(RssChecker.Check(Rss, Asked));
        Assert.Empty(AtomChecker.Check(Atom, Asked));
        Assert.Empty(JsonFeedChecker.Check(Json, Asked));
    }

    [Theory]
    [InlineData("version=\"2.0\"", "version=\"0.9\"")]
    [InlineData("<title>T</title>", "")]
    [InlineData("<title>T</title>", "<title>T</title><title>T</title>")]
    [InlineData("<link>https://a.example/</link>", "<link>/</link>")]
    [InlineData("<description>D</description>", "<description> </description>")]
    [InlineData("<language>be</language>", "<language>беларуская</language>")]
    [InlineData("<lastBuildDate>Sat,", "<lastBuildDate>Mon,")]
    [InlineData("13 Dec 2025 10:00:00 GMT</pubDate>", "13 Dec 25</pubDate>")]
    [InlineData("<ttl>10", "<ttl>soon")]
    [InlineData("rel=\"self\" href=\"https://a.example/f\"", "rel=\"self\" href=\"https://a.example/g\"")]
    [InlineData("<link>https://a.example/1</link>", "<link>javascript:x</link>")]
    [InlineData("&lt;a href=\"https://b.example/\"&gt;x", "&lt;a href=\"b\"&gt;x")]
    [InlineData("x&lt;/a&gt;", "&lt;script&gt;x&lt;/script&gt;")]
    [InlineData("&lt;a href", "&lt;a onclick=\"x\" href")]
    [InlineData("<guid isPermaLink=\"false\">tag:a.example,2025:1", "<guid>tag:a.example,2025:1")]
    [InlineData("2025:2</guid>", "2025:1</guid>")]
    [InlineData("<title>J</title>", "")]
    [InlineData("<title>J</title>", "<title>J</title><updated>x</updated>")]
    [InlineData("<title>J</title>", "<title>&#7;</title>")]
    public void A_fault_in_RSS_is_found(string sound, string faulty) => Assert.NotEmpty(RssChecker.Check(Planted(Rss, sound, faulty), Asked));

    [Theory]
    [InlineData("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")]
    [InlineData("<id>tag:a.example,2025:f</id>", "")]
    [InlineData("<id>tag:a.example,2025:f</id>", "<id>f</id>")]
    [InlineData("<title>I</title>", "")]
    [InlineData("<title>I</title>", "<title>I</title><title>I</title>")]
    [InlineData("<updated>2025-12-13T10:00:00Z</updated><link rel", "<updated>2025-12-13</updated><link rel")]
    [InlineData("<updated>2025-12-13T10:00:00Z</updated><link rel", "<updated>2025-12-11T10:00:00Z</updated><link rel")]
    [InlineData("<author><name>A</name></author>", "")]
    [InlineData("<author><name>A</name></author>", "<author/>")]
    [InlineData("2025:2</id>", "2025:1</id>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"/1\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\"/><link href=\"https://a.example/2\"/>")]
    [InlineData("term=\"c\"", "")]
    [InlineData("<content>y</content>", "")]
    [InlineData("<content>y</content>", "<content><p>y</p></content>")]
    [InlineData("&lt;p&gt;x", "&lt;iframe&gt;x")]
    [InlineData("rel=\"self\"", "rel=\"via\"")]
    [InlineData("<published>2025-12-13T10:00:00Z", "<published>yesterday")]
    [InlineData("xml:lang=\"be\"", "xml:lang=\"\"")]
    [InlineData("<content>y</content>", "<content>y</content><pubDate/>")]
    public void A_fault_in_Atom_is_found(string sound, string faulty) => Assert.NotEmpty(AtomChecker.Check(Planted(Atom, sound, faulty), Asked));

    [Theory]
    [InlineData("version/1.1", "version/1")]
    [InlineData("\"title\":\"T\",", "")]
    [InlineData("\"https://a.example/f\"", "\"https://a.example/g\"")]
    [InlineData("\"home_page_url\":\"https://a.example/\"", "\"home_page_url\":\"/\"")]
    [InlineData("\"language\":\"be\"", "\"language\":\"?\"")]
    [InlineData("[{\"name\":\"A\"}]", "[{}]")]
    [InlineData("\"id\":\"2\"", "\"id\":2")]
    [InlineData("\"id\":\"2\"", "\"id\":\"1\"")]
    [InlineData("\"content_text\":\"y\",", "")]
    [InlineData("2025-12-13T10:00:00Z", "2025-12-13 10:00")]
    [InlineData("[\"c\"]", "[1]")]
    [InlineData("\"url\":\"https", "\"url\":\"ftp")]
    [InlineData("<p>x</p>", "<img src='/x'>")]
    [InlineData("\"_own\"", "\"own\"")]
    [InlineData("\"items\":[", "\"items\":null,\"_items\":[")]
    public void A_fault_in_JSON_Feed_is_found(string sound, string faulty) => Assert.NotEmpty(JsonFeedChecker.Check(Planted(Json, sound, faulty), Asked));

    private static string Planted(string feed, string sound, string faulty)
    {
        Assert.Contains(sound, feed, StringComparison.Ordinal);
        return feed.Replace(sound, faulty, StringComparison.Ordinal);
    }
}
