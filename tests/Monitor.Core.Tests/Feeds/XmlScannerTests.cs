using System.Diagnostics;
using System.Text;
using System.Xml;
using Monitor.Core.Feeds;
using Xunit.Abstractions;

namespace Monitor.Core.Tests.Feeds;

/// <summary>On well-formed feeds our own scanner must see what the platform's XML reader sees, and not take longer.</summary>
public sealed class XmlScannerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_well_formed_feed_reads_as_an_xml_reader_reads_it(int seed)
    {
        foreach (var text in new[] { SampleFeeds.Rss(50, seed), SampleFeeds.Atom(50, seed) })
        {
            var document = new XmlDocument { XmlResolver = null };
            document.LoadXml(text);
            var items = document.GetElementsByTagName("*").Cast<XmlElement>().Where(e => e.LocalName is "item" or "entry").ToList();
            var feed = Feed.Of(text);
            Assert.Equal(items.Count, feed.Items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                var id = items[i].ChildNodes.Cast<XmlNode>().First(n => n.LocalName is "guid" or "id").InnerText;
                var title = items[i].ChildNodes.Cast<XmlNode>().First(n => n.LocalName is "title").InnerText;
                Assert.Equal(id, feed.Items[i].Id);
                Assert.Equal(System.Net.WebUtility.HtmlDecode(title), feed.Items[i].Title);
            }

            Assert.Empty(feed.Warnings);
        }
    }

    /// <summary>Measured only when asked (MONITOR_MEASURE=1, Release, nothing else running): beside other tests a time says nothing.</summary>
    [SkippableFact]
    public void Parsing_keeps_pace_with_a_raw_xml_reader()
    {
        Skip.IfNot(Environment.GetEnvironmentVariable("MONITOR_MEASURE") == "1", "a measurement: set MONITOR_MEASURE=1");
        var bytes = Encoding.UTF8.GetBytes(SampleFeeds.Rss(1000, 1));
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        void Raw()
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            while (reader.Read())
            {
                _ = reader.Value;
            }
        }

        var raw = Best(Raw);
        var parse = Best(() => FeedParser.Parse(bytes, null, null));
        output.WriteLine($"{bytes.Length / 1e6:0.0} MB: XmlReader {bytes.Length / raw.TotalSeconds / 1e6:0} MB/s, feed {bytes.Length / parse.TotalSeconds / 1e6:0} MB/s, ratio {raw / parse:0.00}");
        Assert.True(raw / parse >= 0.6, $"ratio {raw / parse:0.00}");
    }

    private static TimeSpan Best(Action action)
    {
        for (var i = 0; i < 5; i++) action();
        return Enumerable.Range(0, 15).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            action();
            return watch.Elapsed;
        });
    }
}
