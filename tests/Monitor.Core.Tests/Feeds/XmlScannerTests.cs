using System.Xml;

namespace Monitor.Core.Tests.Feeds;

/// <summary>On well-formed feeds our own scanner must see what the platform's XML reader sees.</summary>
public sealed class XmlScannerTests
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
}
