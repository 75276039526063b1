using System.Text;
using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

/// <summary>Short ways to parse a text in tests.</summary>
internal static class Feed
{
    public static ParsedFeed Of(string text, string? address = null, string? contentType = null) => Of(Encoding.UTF8.GetBytes(text), address, contentType);

    public static ParsedFeed Of(byte[] bytes, string? address = null, string? contentType = null)
    {
        var reading = FeedParser.Parse(bytes, contentType, address is null ? null : new Uri(address));
        return reading.Feed ?? throw new Xunit.Sdk.XunitException("no feed: " + reading.NotAFeed);
    }

    public static ParsedItem Item(string inner) => Assert.Single(Of(Rss($"<item>{inner}</item>")).Items);

    public static ParsedItem Entry(string inner) => Assert.Single(Of($"<feed xmlns=\"http://www.w3.org/2005/Atom\">{"<title>F</title>"}<entry>{inner}</entry></feed>").Items);

    public static string Rss(string items) => $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Навіны</title><link>https://site.test/</link>{items}</channel></rss>";
}
