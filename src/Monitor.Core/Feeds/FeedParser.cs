using Monitor.Core.Feeds.Charsets;
using Monitor.Core.Feeds.Formats;

namespace Monitor.Core.Feeds;

/// <summary>
/// Bytes of an answer to a feed, or to the reason why they are none. Broken feeds are mended and the mending is named; an error page, a challenge page and an 11-byte
/// "broken" are no feed, since an error must never become news.
/// </summary>
public static class FeedParser
{
    /// <summary>A feed with more is an archive; the newest come first.</summary>
    public const int MostItems = 5000;

    /// <summary>Far above what the fetcher lets through (10 MiB); for files given by hand.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private static readonly IFeedFormat[] Formats = [new JsonFormat(), new RdfFormat(), new CdfFormat(), new RssFormat(), new AtomFormat()];

    /// <param name="contentType">The HTTP header as it came, for its charset.</param>
    /// <param name="baseAddress">Where the bytes came from, for relative links; null for a file.</param>
    public static FeedReading Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? baseAddress)
    {
        if (body.Length > MostBytes) return FeedReading.No($"it is larger than {MostBytes / 1024 / 1024} MiB");
        using var decoded = FeedText.Decode(body.Span, contentType);
        if (decoded.Text.Span.IsWhiteSpace()) return FeedReading.No("the answer is empty");
        var document = new FeedDocument(decoded.Text, baseAddress);
        foreach (var format in Formats)
        {
            if (format.Read(document) is { } feed) return FeedReading.Of(decoded.Warning is { } warning ? feed with { Warnings = [warning, .. feed.Warnings] } : feed);
        }

        return FeedReading.No(NoFeedReason.Of(decoded.Text.Span));
    }
}
