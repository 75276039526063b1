using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Monitor.Core.Feeds;
using Monitor.Core.Tests.Feeds;

namespace Monitor.Benchmarks;

/// <summary>The feed parser, text of the items included, against a bare pass of the platform's XML reader over the same bytes.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class FeedBenchmarks
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    private byte[] feed = [];

    [GlobalSetup]
    public void Prepare() => feed = Encoding.UTF8.GetBytes(SampleFeeds.Rss(1000, 1));

    [Benchmark(Baseline = true)]
    public int XmlReaderPass()
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), Settings);
        var length = 0;
        while (reader.Read()) length += reader.Value.Length;
        return length;
    }

    [Benchmark]
    public int Parse() => FeedParser.Parse(feed, null, null).Feed!.Items.Count;
}
