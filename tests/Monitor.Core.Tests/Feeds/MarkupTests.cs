using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Broken markup: each row is what a site really does wrong, in our own words.</summary>
public sealed class MarkupTests
{
    [Theory]
    [InlineData("<title>AT&T і &laquo;Свабода&raquo;&nbsp;&mdash; разам</title>", "AT&T і «Свабода»\u00A0— разам")]
    [InlineData("<title>a &amp; b</title>", "a & b")]
    [InlineData("<title>a &amp;amp; b</title>", "a & b")]
    [InlineData("<title>5 < 6 > 4</title>", "5 < 6 > 4")]
    [InlineData("<title>5 &lt; 6</title>", "5 < 6")]
    [InlineData("<title>List&lt;T&gt; і &lt;title&gt;</title>", "List<T> і <title>")]
    [InlineData("<title>&lt;b&gt;Суд&lt;/b&gt; ідзе</title>", "Суд ідзе")]
    [InlineData("<title><b>Суд</b> ідзе</title>", "Суд ідзе")]
    [InlineData("<title><![CDATA[Суд & <i>справа</i>]]></title>", "Суд & справа")]
    [InlineData("<title><![CDATA[Суд &quot;дня&quot;]]></title>", "Суд \"дня\"")]
    [InlineData("<title>&#8222;Суд&#8220; &#x2014; так</title>", "„Суд“ — так")]
    [InlineData("<title>сло&#769;ва</title>", "сло\u0301ва")]
    [InlineData("<title>&#150; і &#171;</title>", "– і «")]
    [InlineData("<title>&#8217 без кропкі</title>", "’ без кропкі")]
    [InlineData("<title>&unknown; &foo</title>", "&unknown; &foo")]
    [InlineData("<title>R&D; S&P 500</title>", "R&D; S&P 500")]
    [InlineData("<title>&#0;&#31;нуль&#xFFFFFFFF;</title>", "нуль\uFFFD")]
    [InlineData("<title>\u0001Кантрольны\u000B знак\u001F</title>", "Кантрольны знак")]
    [InlineData("<title>\n   Два\n   радкі  </title>", "Два радкі")]
    [InlineData("<title type='html'>x</title>", "x")]
    [InlineData("<Title>вялікая</title>", "вялікая")]
    [InlineData("<title>першая</title><title>другая</title>", "першая")]
    [InlineData("<title></title><title>другая</title>", "другая")]
    [InlineData("<media:title>м</media:title><title>т</title>", "т")]
    [InlineData("<title>Да<!-- не тое -->лей</title>", "Далей")]
    [InlineData("<title>Да<![CDATA[ле]]>й</title>", "Далей")]
    [InlineData("<title>Да<?php echo 1 ?>лей</title>", "Далей")]
    [InlineData("<title>a</b> b</title>", "a b")]
    [InlineData("<title>😀 𝕏</title>", "😀 𝕏")]
    [InlineData("<title>&#55357;x</title>", "\uFFFDx")]
    [InlineData("<title>О&#39;Генры&apos;</title>", "О'Генры'")]
    [InlineData("<title>Без канца<link>https://site.test/1</link>", "Без канца")]
    [InlineData("<title>Без канца<pubDate>Sat, 13 Dec 2025 18:30:00 GMT</pubDate>", "Без канца")]
    [InlineData("<title><![CDATA[Без канца]]><guid>1</guid>", "Без канца")]
    public void A_title_is_what_a_reader_would_see(string markup, string expected) => Assert.Equal(expected, Feed.Item(markup).Title);

    [Theory]
    [InlineData("text", "AT&amp;T &lt;b&gt;", "AT&T <b>")]
    [InlineData("text", "&amp;lt;", "&lt;")]
    [InlineData(null, "&lt;b&gt;x&lt;/b&gt;", "<b>x</b>")]
    [InlineData("html", "&lt;b&gt;x&lt;/b&gt; &amp;lt;y", "x <y")]
    [InlineData("html", "&amp;lt;title>", "<title>")]
    [InlineData("html", "<![CDATA[&lt;title>]]>", "<title>")]
    [InlineData("html", "<![CDATA[a&nbsp;b]]>", "a\u00A0b")]
    [InlineData("text", "<![CDATA[<title>]]>", "<title>")]
    [InlineData("xhtml", "<div xmlns='http://www.w3.org/1999/xhtml'>&lt;title> <b>b</b></div>", "<title> b")]
    [InlineData("xhtml", "<x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:b>b</x:b>!</x:div>", "b!")]
    [InlineData("text/html", "&lt;i>x&lt;/i>", "x")]
    public void An_atom_title_is_text_to_the_letter_or_html(string? type, string inner, string expected) =>
        Assert.Equal(expected, Feed.Entry($"<id>1</id><title{(type is null ? "" : $" type=\"{type}\"")}>{inner}</title>").Title);

    [Theory]
    [InlineData("<item><title>1</title></item><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1<item><title>2</item>", "1 2")]
    [InlineData("<item><title>1</title></item></item></foo><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title><description><p>a<br>b<img src=x></description></item><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title><enclosure url=\"x></item><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title><link href=x rel=y/></item><item><title>2</title></item>", "1 2")]
    [InlineData("<item/><item><title>2</title></item>", "2")]
    [InlineData("<item></item><item>  </item><item><title>2</title></item>", "2")]
    [InlineData("<items><item><title>1</title></item></items><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title></ITEM><item><title>2</title></item>", "1 2")]
    [InlineData("<item><title>1</title><x:y z:w='1'>дзіва</x:y></item>", "1")]
    [InlineData("<item><title>1</title><description><![CDATA[<item><title>унутры</title></item>]]></description></item>", "1")]
    [InlineData("<item><title>1</title><!-- <item><title>каментар</title></item> --></item>", "1")]
    [InlineData("<image><title>Знак</title><link>https://site.test/logo</link></image><item><title>1</title></item>", "1")]
    [InlineData("<textInput><title>Пошук</title></textInput><item><title>1</title></item>", "1")]
    public void Items_are_told_apart_in_broken_markup(string markup, string titles) =>
        Assert.Equal(titles, string.Join(' ', Feed.Of(Feed.Rss(markup)).Items.Select(item => item.Title)));

    [Theory]
    [InlineData("</channel></rss>", 2)]
    [InlineData("</channel>", 2)]
    [InlineData("", 2)]
    [InlineData("<item><title>3</title><description>абарва", 2)]
    [InlineData("<item><title>3</title><link>https://site.te", 2)]
    [InlineData("<ite", 2)]
    [InlineData("<item><title>3</title></item", 3)]
    [InlineData("<item><title>3</title></ite", 2)]
    [InlineData("<item><title><![CDATA[3", 2)]
    [InlineData("<!-- без канца <item><title>3</title></item></channel></rss>", 2)]
    [InlineData("<item><title>3</title></item></channel></rss>\n<!-- generated in 0.2 s -->\n<script>x()</script>", 3)]
    [InlineData("<item><title>3</title></item></channel></rss><br />\n<b>Warning</b>: memory", 3)]
    public void Of_a_file_cut_off_what_came_whole_is_kept(string end, int count) =>
        Assert.Equal(count, Feed.Of("<rss version='2.0'><channel><title>T</title><item><title>1</title></item><item><title>2</title></item>" + end).Items.Count);

    [Theory]
    [InlineData("\n\n  ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\uFEFF\n")]
    [InlineData("<br />\n<b>Notice</b>: Undefined index: x in <b>/a.php</b> on line <b>2</b><br />\n")]
    [InlineData("Warning: something\n")]
    [InlineData("<!-- cached --><!-- <rss> -->")]
    [InlineData("<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?>")]
    [InlineData("<?xml version='1.1' encoding='utf-8' standalone='yes'?>")]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://site.test/rss.dtd'>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y '&x;&x;'>]>")]
    [InlineData("<script>var a = 1 < 2;</script>")]
    public void What_stands_before_the_feed_is_passed_over(string before) =>
        Assert.Equal("1", Assert.Single(Feed.Of(before + "<rss version='2.0'><channel><title>T</title><item><title>1</title></item></channel></rss>").Items).Title);

    [Fact]
    public void No_entity_of_a_dtd_is_expanded()
    {
        var feed = Feed.Of("<!DOCTYPE rss [<!ENTITY lol 'lol'><!ENTITY a '&lol;&lol;&lol;&lol;'><!ENTITY b SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&a;&b;</title></channel></rss>");
        Assert.Equal("&a;&b;", feed.Title);
    }

    [Fact]
    public void Markup_too_deep_is_not_followed()
    {
        var feed = Feed.Of(Feed.Rss("<item><title>1</title></item>" + string.Concat(Enumerable.Repeat("<a>", 100_000))));
        Assert.Equal("1", Assert.Single(feed.Items).Title);
        Assert.Contains(feed.Warnings, warning => warning.Contains("deeper", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_more_than_five_thousand_items_the_first_are_read()
    {
        var feed = Feed.Of(Feed.Rss(string.Concat(Enumerable.Range(0, 6000).Select(i => $"<item><title>{i}</title></item>"))));
        Assert.Equal((5000, "4999"), (feed.Items.Count, feed.Items[^1].Title));
        Assert.Contains(feed.Warnings, warning => warning.Contains("5000", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<title>")]
    [InlineData("<item><title>")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='1' ")]
    [InlineData("&#")]
    [InlineData("&amp")]
    [InlineData("</a>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<title><![CDATA[x</title>")]
    [InlineData("&lt;b ")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<")]
    [InlineData("<a><title>")]
    [InlineData("<item><description><p><link>")]
    [InlineData("<a xmlns:b='c'>")]
    public async Task Fifty_thousand_of_one_thing_take_no_longer_than_they_should(string thing)
    {
        var text = "<rss version='2.0'><channel>" + string.Concat(Enumerable.Repeat(thing, 50_000)) + "</channel></rss>";
        var reading = Task.Run(() => FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(text), null, null));
        Assert.NotNull((await reading.WaitAsync(TimeSpan.FromSeconds(10))).Feed);
    }
}
