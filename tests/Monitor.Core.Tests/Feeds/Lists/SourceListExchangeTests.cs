using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;

namespace Monitor.Core.Tests.Feeds.Lists;

public sealed class SourceListExchangeTests
{
    private static readonly Source[] Sources =
    [
        new() { Id = "zerkalo", Name = "Зеркало: 'новости' & \"дело\"", Kind = SourceKind.Feed, Url = new Uri("https://news.zerkalo.test/rss?x=1&y=2"), Language = "ru", Origin = "zerkalo", Role = SourceRole.Media, Every = TimeSpan.FromMinutes(15) },
        new() { Id = "pul", Name = "Пул", Kind = SourceKind.Telegram, Url = new Uri("https://t.me/s/pul_1"), Origin = "president", Role = SourceRole.Official },
        new() { Id = "belsat", Name = "Belsat", Kind = SourceKind.Page, Url = new Uri("https://belsat.test/"), Language = "be", Origin = "belsat", Select = new PageSelect("article[data-x='1']", "h2 > a", "a", "time", null) },
    ];

    [Fact]
    public void What_is_written_as_YAML_or_OPML_reads_back_the_same()
    {
        Assert.Equal(Sources, SourceList.Read(SourceListWriter.Write(Sources), "x").Sources);
        Assert.Equal(Sources, Opml.Read(Opml.Write(Sources), "x").Sources);
        Assert.Empty(SourceList.Read(SourceListWriter.Write([]), "x").Errors);
    }

    [Fact]
    public void Another_reader_s_OPML_gives_sources_whose_origin_is_the_host()
    {
        var reading = Opml.Read(
            """
            <?xml version="1.0" encoding="utf-8"?><opml version="1.1"><head><title>Feeds</title></head><body>
            <outline text="Беларусь"><outline type="rss" text="Зеркало &amp; Ко" title="x" xmlUrl="https://www.zerkalo.test/rss/latest.xml?a=1&b=2" htmlUrl="https://zerkalo.test/"/>
            <outline text="Second" xmlUrl="https://zerkalo.test/rss/latest.xml"></outline></outline>
            <outline title='Channel' xmlurl='https://t.me/statkevichm'/><outline text="no feed" htmlUrl="https://x.test/"/></body>
            """, "feeds.opml");
        Assert.Empty(reading.Errors);
        Assert.Equal(["zerkalo-test-rss-latest-xml", "zerkalo-test-rss-latest-xml-2", "t-me-statkevichm-statkevichm"], reading.Sources.Select(s => s.Id));
        Assert.Equal(["zerkalo.test", "zerkalo.test", "t.me/statkevichm"], reading.Sources.Select(s => s.Origin));
        Assert.Equal((SourceKind.Telegram, "https://t.me/s/statkevichm"), (reading.Sources[2].Kind, reading.Sources[2].Url.AbsoluteUri));
        Assert.Equal("https://www.zerkalo.test/rss/latest.xml?a=1&b=2", reading.Sources[0].Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("<html><body>404</body></html>")]
    [InlineData("<opml><body><outline text='ftp' xmlUrl='ftp://x.test/'/></body></opml>")]
    [InlineData("<opml><body><outline text='secret' xmlUrl='https://user:pass@x.test/rss'/></body></opml>")]
    public void What_is_no_list_of_sources_is_refused(string opml) => Assert.NotEmpty(Opml.Read(opml, "x").Errors);
}
