using System.Xml;
using Monitor.Core.Wording;

namespace Monitor.Syndication;

/// <summary>One way of writing a feed: its extension here and its media type.</summary>
public sealed record FeedFormat(string Extension, string MediaType, Func<Feed, byte[]> Write)
{
    public static readonly FeedFormat Rss = new("rss", "application/rss+xml", RssFormat.Write);
    public static readonly FeedFormat Atom = new("atom", "application/atom+xml", AtomFormat.Write);
    public static readonly FeedFormat Json = new("json", "application/feed+json", JsonFeedFormat.Write);
    public static readonly IReadOnlyList<FeedFormat> All = [Rss, Atom, Json];

    internal const string AtomNamespace = "http://www.w3.org/2005/Atom";
    internal const string Generator = "Monitor";

    internal static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true })) write(xml);
        return bytes.ToArray();
    }

    /// <summary>An element whose text holds nothing that XML 1.0 forbids, wherever it came from.</summary>
    internal static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, CleanText.Of(text));
}
