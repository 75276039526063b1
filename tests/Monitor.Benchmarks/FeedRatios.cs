using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Monitor.Core.Feeds;
using Monitor.Core.Tests.Feeds;

namespace Monitor.Benchmarks;

/// <summary>The feed parser beside a bare pass of the platform's XML reader over the same bytes, and the text of items out of their HTML, in one run.</summary>
internal static class FeedRatios
{
    private const int Items = 2000;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(4);

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    private static readonly Regex Content = new("<!\\[CDATA\\[(?<html>[^\\]]*)\\]\\]>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>The feed itself, for measuring other libraries over the same bytes.</summary>
    public static string Sample => SampleFeeds.Rss(Items, 1);

    public static void Print(TextWriter output)
    {
        var feed = Encoding.UTF8.GetBytes(Sample);
        string[] html = [.. Content.Matches(Sample).Select(match => match.Groups["html"].Value)];
        var htmlBytes = html.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var pass = Best(() => XmlReaderPass(feed));
        var parse = Best(() => FeedParser.Parse(feed, null, null).Feed!.Items.Count);
        var text = Best(() => html.Sum(one => HtmlText.Of(one).Length));
        Line(output, "XmlReader pass", feed.Length, pass, $"");
        Line(output, "parse, text of items included", feed.Length, parse, $"{pass / parse:F2} x XmlReader");
        Line(output, "HTML of items to text", htmlBytes, text, $"{htmlBytes / text / (feed.Length / parse):F2} x parse");
    }

    private static int XmlReaderPass(byte[] feed)
    {
        using var reader = XmlReader.Create(new MemoryStream(feed), Settings);
        var length = 0;
        while (reader.Read()) length += reader.Value.Length;
        return length;
    }

    /// <summary>The best of many passes: what other programs take of the machine only ever adds.</summary>
    private static double Best(Func<int> pass)
    {
        var best = double.MaxValue;
        for (var all = Stopwatch.StartNew(); all.Elapsed < Enough;)
        {
            var clock = Stopwatch.StartNew();
            pass();
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static void Line(TextWriter output, string what, long bytes, double seconds, FormattableString ratio) =>
        output.WriteLine(FormattableString.Invariant($"{what,-32} {bytes / 1e6 / seconds,8:F0} MB/s   {FormattableString.Invariant(ratio)}"));
}
