using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public sealed class FeedFormatTests
{
    private const string Item = "<item><title>1</title><link>https://site.test/1</link></item>";

    [Theory]
    [InlineData("<rss version='2.0'><channel>" + Item + "</channel></rss>", "rss2")]
    [InlineData("<rss version='2.1'><channel>" + Item + "</channel></rss>", "rss2")]
    [InlineData("<rss><channel>" + Item + "</channel></rss>", "rss2")]
    [InlineData("<RSS VERSION='2.0'><CHANNEL>" + Item + "</CHANNEL></RSS>", "rss2")]
    [InlineData("<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>" + Item + "</channel></rss>", "rss2")]
    [InlineData("<rss version='2.0' xmlns='http://purl.org/rss/1.0/'><channel>" + Item + "</channel></rss>", "rss2")]
    [InlineData("<rss version='2.0'><channel></channel>" + Item + "</rss>", "rss2")]
    [InlineData("<rss version='2.0'>" + Item + "</rss>", "rss2")]
    [InlineData("<rss version='0.91'><channel>" + Item + "</channel></rss>", "rss0.9x")]
    [InlineData("<rss version='0.92'><channel>" + Item + "</channel></rss>", "rss0.9x")]
    [InlineData("<rss version='0.94'><channel>" + Item + "</channel></rss>", "rss0.9x")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>T</title></channel>" + Item + "</rdf:RDF>", "rss0.9x")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title></channel>" + Item + "</rdf:RDF>", "rss1")]
    [InlineData("<rdf:RDF><channel><title>T</title></channel>" + Item + "</rdf:RDF>", "rss1")]
    [InlineData("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/'><r:item><r:title>1</r:title><r:link>https://site.test/1</r:link></r:item></RDF>", "rss1")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>1</title><link href='https://site.test/1'/></entry></feed>", "atom")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>1</a:title><a:link href='https://site.test/1'/></a:entry></a:feed>", "atom")]
    [InlineData("<atom:feed><atom:entry><atom:title>1</atom:title><atom:link href='https://site.test/1'/></atom:entry></atom:feed>", "atom")]
    [InlineData("<feed><entry><title>1</title><link href='https://site.test/1'/></entry></feed>", "atom")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/atom/'><entry><title>1</title><link href='https://site.test/1'/></entry></feed>", "atom")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>1</title><link rel='alternate' href='https://site.test/1'/></entry></feed>", "atom0.3")]
    [InlineData("<feed version='0.3'><entry><title>1</title><link rel='alternate' href='https://site.test/1'/></entry></feed>", "atom0.3")]
    [InlineData("<CHANNEL HREF='https://site.test/'><ITEM HREF='https://site.test/1'><TITLE>1</TITLE></ITEM></CHANNEL>", "cdf")]
    [InlineData("<channel href='https://site.test/' base='https://site.test/'><item href='1'><title>1</title></item></channel>", "cdf")]
    [InlineData("<channel><title>T</title>" + Item + "</channel>", "unknown")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"title\":\"1\",\"url\":\"https://site.test/1\"}]}", "json")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1,\"title\":\"1\",\"url\":\"https://site.test/1\",},],}", "json")]
    [InlineData("\uFEFF {\"items\":[{\"id\":\"1\",\"title\":\"1\",\"external_url\":\"https://site.test/1\"}],\"version\":\"http://jsonfeed.org/version/1\"}", "json")]
    public void Each_format_is_told_and_read(string text, string format)
    {
        var feed = Feed.Of(text);
        var item = Assert.Single(feed.Items);
        Assert.Equal((format, "1", "https://site.test/1"), (feed.Format.Word(), item.Title, item.Link));
    }

    [Theory]
    [InlineData("<content:encoded>&lt;p>Поўны&lt;/p></content:encoded><description>Кароткі</description>", "Поўны")]
    [InlineData("<description>Кароткі</description><content:encoded>&lt;p>Поўны&lt;/p></content:encoded>", "Поўны")]
    [InlineData("<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>Поўны</c:encoded><description>Кароткі</description>", "Поўны")]
    [InlineData("<yandex:full-text>Поўны</yandex:full-text><description>Кароткі</description>", "Поўны")]
    [InlineData("<content:encoded></content:encoded><description>Кароткі</description>", "Кароткі")]
    [InlineData("<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>Поўны</xhtml:p></xhtml:body><description>Кароткі</description>", "Поўны")]
    [InlineData("<dc:description>Кароткі</dc:description>", "Кароткі")]
    [InlineData("<itunes:summary>Кароткі</itunes:summary>", "Кароткі")]
    [InlineData("<media:group><media:title>t</media:title><media:description>Кароткі</media:description></media:group>", "Кароткі")]
    [InlineData("<atom:summary>Кароткі</atom:summary>", "Кароткі")]
    [InlineData("<description>&lt;p>a&lt;/p>&lt;script>x()&lt;/script>&lt;style>p{}&lt;/style>&lt;p>b&lt;/p></description>", "a\nb")]
    [InlineData("<description><p>a</p><p>b &amp; c</p></description>", "a\nb & c")]
    [InlineData("<description><![CDATA[a<br/>b<br>c<!-- d -->e]]></description>", "a\nb\nce")]
    [InlineData("<description><![CDATA[<a href='x>y'>спасылка</a> <img alt='>' src=x>далей]]></description>", "спасылка далей")]
    [InlineData("<description>&amp;lt;b&amp;gt; застаецца</description>", "<b> застаецца")]
    [InlineData("<description>1 &lt; 2</description>", "1 < 2")]
    [InlineData("<description>&lt;ul>&lt;li>a&lt;/li>&lt;li>b&lt;/li>&lt;/ul></description>", "a\nb")]
    [InlineData("<description>&lt;table>&lt;tr>&lt;td>a&lt;/td>&lt;td>b&lt;/td>&lt;/tr>&lt;/table></description>", "a b")]
    [InlineData("<description></description>", "")]
    public void The_text_is_the_fullest_there_is(string inner, string text) => Assert.Equal(text, Feed.Item("<title>t</title>" + inner).Text);

    [Theory]
    [InlineData("<summary>Кароткі</summary><content>Поўны</content>", "Поўны")]
    [InlineData("<content type='html'>&lt;p>a&lt;/p>&lt;p>b&lt;/p></content>", "a\nb")]
    [InlineData("<content type='text'>&lt;p>a&lt;/p></content>", "<p>a</p>")]
    [InlineData("<content>&lt;p>a&lt;/p></content>", "a")]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a &lt; b</p></div></content>", "a < b")]
    [InlineData("<content type='application/xhtml+xml'><div><p>a</p></div></content>", "a")]
    [InlineData("<content type='image/png'>iVBORw0KGgo=</content><summary>Кароткі</summary>", "Кароткі")]
    [InlineData("<content src='https://site.test/v.mp4' type='video/mp4'/><summary>Кароткі</summary>", "Кароткі")]
    [InlineData("<content type='text/html' mode='base64'>PHA+0YLRjdC60YHRgjwvcD4=</content>", "тэкст")]
    [InlineData("<content type='text/html' mode='escaped'>&lt;p>a&lt;/p></content>", "a")]
    public void The_text_of_an_entry_follows_its_type(string inner, string text) => Assert.Equal(text, Feed.Entry("<id>1</id>" + inner).Text);

    [Theory]
    [InlineData("<link>https://other.test/1</link>", "https://other.test/1")]
    [InlineData("<link>/1</link>", "https://site.test/1")]
    [InlineData("<link>a/1</link>", "https://site.test/a/1")]
    [InlineData("<link>//cdn.test/1</link>", "https://cdn.test/1")]
    [InlineData("<link>/навіны/суд</link>", "https://site.test/навіны/суд")]
    [InlineData("<link>?id=1&amp;x=2</link>", "https://site.test/?id=1&x=2")]
    [InlineData("<link>https://site.test/?a=1&b=2</link>", "https://site.test/?a=1&b=2")]
    [InlineData("<link><![CDATA[ https://site.test/1 ]]></link>", "https://site.test/1")]
    [InlineData("<link>https://site.test/\n1</link>", "https://site.test/1")]
    [InlineData("<link xml:base='https://base.test/x/'>1</link>", "https://base.test/x/1")]
    [InlineData("<link href='https://site.test/1'/>", "https://site.test/1")]
    [InlineData("<link/><guid>https://site.test/1</guid>", "https://site.test/1")]
    [InlineData("<guid>https://site.test/1</guid>", "https://site.test/1")]
    [InlineData("<guid isPermaLink='true'>https://site.test/1</guid>", "https://site.test/1")]
    [InlineData("<guid isPermaLink='false'>https://site.test/1</guid>", null)]
    [InlineData("<guid>17</guid>", null)]
    [InlineData("<guid>https://site.test/2</guid><link>https://site.test/1</link>", "https://site.test/1")]
    [InlineData("<atom:link href='https://site.test/1'/>", "https://site.test/1")]
    [InlineData("<atom:link rel='self' href='https://site.test/self'/><link>https://site.test/1</link>", "https://site.test/1")]
    [InlineData("<atom:link rel='replies' href='https://site.test/c'/>", null)]
    [InlineData("<source url='https://wire.test/rss'>Wire</source><link>https://site.test/1</link>", "https://site.test/1")]
    [InlineData("<comments>https://site.test/1#c</comments>", null)]
    public void A_link_is_absolute_and_the_item_s_own(string inner, string? link) => Assert.Equal(link, Feed.Item("<title>t</title>" + inner).Link);

    [Theory]
    [InlineData("<pubDate>Sat, 13 Dec 2025 18:30:00 GMT</pubDate>", 18, null)]
    [InlineData("<dc:date>2025-12-13T18:30:00Z</dc:date>", 18, null)]
    [InlineData("<dcterms:created>2025-12-13T18:30:00Z</dcterms:created><dcterms:modified>2025-12-13T19:30:00Z</dcterms:modified>", 18, 19)]
    [InlineData("<dc:date>2025-12-13T17:30:00Z</dc:date><pubDate>Sat, 13 Dec 2025 18:30:00 GMT</pubDate>", 18, null)]
    [InlineData("<pubDate>няма</pubDate><dc:date>2025-12-13T18:30:00Z</dc:date>", 18, null)]
    [InlineData("<atom:published>2025-12-13T18:30:00Z</atom:published><atom:updated>2025-12-13T19:30:00Z</atom:updated>", 18, 19)]
    [InlineData("<pubDate>заўтра</pubDate>", null, null)]
    public void Dates_come_from_wherever_they_stand(string inner, int? published, int? updated)
    {
        var item = Feed.Item("<title>t</title>" + inner);
        Assert.Equal((published, updated), (item.Published?.Hour, item.Updated?.Hour));
    }

    [Theory]
    [InlineData("<author>Алена Кот</author>", "Алена Кот")]
    [InlineData("<author>kot@site.test (Алена Кот)</author>", "Алена Кот")]
    [InlineData("<author>Алена Кот &lt;kot@site.test&gt;</author>", "Алена Кот")]
    [InlineData("<author>kot@site.test</author>", "kot@site.test")]
    [InlineData("<author><name>Алена Кот</name></author>", "Алена Кот")]
    [InlineData("<dc:creator><![CDATA[Алена Кот]]></dc:creator>", "Алена Кот")]
    [InlineData("<itunes:author>Студыя</itunes:author><author>Алена Кот</author>", "Алена Кот")]
    public void The_author_is_a_name(string inner, string author) => Assert.Equal(author, Feed.Item("<title>t</title>" + inner).Author);

    [Fact]
    public void A_json_feed_gives_all_it_says()
    {
        var feed = Feed.Of("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Навіны","home_page_url":"https://site.test/","language":"be","authors":[{"name":"Рэдакцыя"}],
             "items":[{"id":"1","url":"/a/1","title":"Суд <i> ідзе","content_html":"<p>a</p><p>b</p>","summary":"s","date_published":"2025-12-13T18:30:00+03:00","date_modified":"2025-12-13T19:00:00+03:00","tags":["Суды","Мінск"]},
                      {"id":2,"content_text":"адзін\nдва","authors":[{"name":"Алена Кот"}]}]}
            """);
        Assert.Equal(("Навіны", "https://site.test/", "be"), (feed.Title, feed.Link, feed.Language));
        Assert.Equal(("1", "https://site.test/a/1", "Суд <i> ідзе", "a\nb", "Рэдакцыя"), (feed.Items[0].Id, feed.Items[0].Link, feed.Items[0].Title, feed.Items[0].Text, feed.Items[0].Author));
        Assert.Equal(("2", null, "Алена Кот"), (feed.Items[1].Id, feed.Items[1].Title, feed.Items[1].Author));
        Assert.Equal((15, 16), (feed.Items[0].Published!.Value.Hour, feed.Items[0].Updated!.Value.Hour));
    }

    [Fact]
    public void Of_a_json_feed_cut_off_the_whole_items_are_kept()
    {
        var feed = Feed.Of("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\",\"title\":\"аба");
        Assert.Equal(["1", "2"], feed.Items.Select(item => item.Id!));
        Assert.NotEmpty(feed.Warnings);
    }

    [Fact]
    public void A_cdf_channel_gives_all_it_says()
    {
        var feed = Feed.Of("""
            <?xml version="1.0"?><CHANNEL HREF="https://site.test/" BASE="https://site.test/"><TITLE>Навіны</TITLE><ABSTRACT>Пра ўсё</ABSTRACT>
            <ITEM HREF="a/1.html" LASTMOD="2025-12-13T18:30"><TITLE>Суд</TITLE><ABSTRACT>Кароткі</ABSTRACT></ITEM><CHANNEL><TITLE>Іншае</TITLE><ITEM HREF="https://site.test/2"><TITLE>Два</TITLE></ITEM></CHANNEL></CHANNEL>
            """);
        Assert.Equal(("Навіны", "https://site.test/", 2), (feed.Title, feed.Link, feed.Items.Count));
        Assert.Equal(("Суд", "https://site.test/a/1.html", "Кароткі", 18), (feed.Items[0].Title, feed.Items[0].Link, feed.Items[0].Text, feed.Items[0].Updated!.Value.Hour));
    }

    [Fact]
    public void An_rdf_item_is_named_by_its_about()
    {
        var feed = Feed.Of("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://site.test/rss"><title>Навіны</title><link>https://site.test/</link><dc:language>be</dc:language><items><rdf:Seq><rdf:li rdf:resource="https://site.test/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://site.test/1"><title>Суд</title><link>https://site.test/1?x</link><dc:date>2025-12-13T18:30:00+03:00</dc:date><dc:subject>Суды</dc:subject></item></rdf:RDF>
            """);
        var item = Assert.Single(feed.Items);
        Assert.Equal(("be", "https://site.test/1", "https://site.test/1?x", "Суды"), (feed.Language, item.Id, item.Link, item.Categories[0]));
    }

    [Fact]
    public void Relative_links_of_an_entry_follow_every_base()
    {
        var feed = Feed.Of("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.test/x/'><entry xml:base='y/'><id>1</id><title>t</title><link href='1.html' xml:base='z/'/></entry><entry><id>2</id><link href='2.html'/></entry></feed>", "https://feeds.test/atom");
        Assert.Equal(["https://a.test/x/y/z/1.html", "https://a.test/x/2.html"], feed.Items.Select(item => item.Link!));
    }

    [Fact]
    public void Without_a_base_the_address_of_the_feed_is_one()
    {
        Assert.Equal("https://feeds.test/n/1", Assert.Single(Feed.Of("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='1'/></entry></feed>", "https://feeds.test/n/atom").Items).Link);
        Assert.Equal("https://feeds.test/n/1", Assert.Single(Feed.Of("<rss><channel><item><link>1</link></item></channel></rss>", "https://feeds.test/n/rss").Items).Link);
        Assert.Equal("1", Assert.Single(Feed.Of("<rss><channel><item><link>1</link></item></channel></rss>").Items).Link);
    }

    [Fact]
    public void An_id_the_feed_does_not_give_is_not_made_up() => Assert.Null(Feed.Item("<title>t</title><link>https://site.test/1</link>").Id);

    [Fact]
    public void Bytes_that_are_no_text_are_no_feed() => Assert.NotNull(FeedParser.Parse(Enumerable.Range(0, 4096).Select(i => (byte)(i * 7)).ToArray(), null, null).NotAFeed);

    [Fact]
    public void A_picture_of_the_site_is_no_title_of_it() =>
        Assert.Equal("Навіны", Feed.Of("<rss><channel><image><title>Знак</title></image><title>Навіны</title><item><title>1</title></item></channel></rss>").Title);

    [Fact]
    public void Bytes_are_read_the_same_whatever_their_line_ends() =>
        Assert.Equal("a b", Feed.Of(Encoding.UTF8.GetBytes(Feed.Rss("<item><title>a\r\nb</title></item>"))).Items[0].Title);
}
