namespace Monitor.Core.Feeds.Markup;

/// <summary>The namespaces a feed reader knows. <see cref="Core"/> is "no namespace, or one of RSS's own".</summary>
internal enum Vocabulary
{
    Core,
    Other,
    Atom,
    Atom03,
    Rdf,
    Content,
    Dc,
    DcTerms,
    Media,
    Itunes,
    Xhtml,
    Cdf,
    FeedBurner,
}

internal static class Vocabularies
{
    /// <summary>By address, written liberally: case, trailing slash or hash and http/https make no difference.</summary>
    public static Vocabulary OfAddress(ReadOnlySpan<char> address)
    {
        address = address.Trim().TrimEnd("/#");
        if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) address = address[8..];
        else if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) address = address[7..];
        Span<char> lower = stackalloc char[64];
        if (address.Length > lower.Length) return Vocabulary.Other;
        var written = address.ToLowerInvariant(lower);
        return lower[..written] switch
        {
            "" => Vocabulary.Core,
            "purl.org/rss/1.0" or "my.netscape.com/rdf/simple/0.9" or "channel.netscape.com/rdf/simple/0.9" or "backend.userland.com/rss2"
                or "backend.userland.com/rss" or "backend.userland.com/rss2.0" or "blogs.law.harvard.edu/tech/rss" or "my.netscape.com/publish/formats/rss-0.91.dtd"
                or "purl.org/net/rss1.1" or "cyber.law.harvard.edu/rss/rss.html" or "www.rssboard.org/rss-specification" or "purl.org/rss/2.0" => Vocabulary.Core,
            "www.w3.org/2005/atom" => Vocabulary.Atom,
            "purl.org/atom/ns" or "example.com/newformat" or "example.com/necho" or "purl.org/echo" or "uri/of/echo/namespace" => Vocabulary.Atom03,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => Vocabulary.Rdf,
            "purl.org/rss/1.0/modules/content" => Vocabulary.Content,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" or "purl.org/metadata/dublin_core" => Vocabulary.Dc,
            "purl.org/dc/terms" or "purl.org/rss/1.0/modules/dcterms" => Vocabulary.DcTerms,
            "search.yahoo.com/mrss" or "tools.search.yahoo.com/mrss" or "video.search.yahoo.com/mrss" => Vocabulary.Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" or "example.com/dtds/podcast-1.0.dtd" or "www.google.com/schemas/play-podcasts/1.0" => Vocabulary.Itunes,
            "www.w3.org/1999/xhtml" => Vocabulary.Xhtml,
            "www.w3.org/tr/notecdfsubmit.html" or "www.microsoft.com/standards/channels.dtd" => Vocabulary.Cdf,
            "rssnamespace.org/feedburner/ext/1.0" => Vocabulary.FeedBurner,
            _ => Vocabulary.Other,
        };
    }

    /// <summary>What everybody means by a prefix that nobody declared.</summary>
    public static Vocabulary OfUndeclared(ReadOnlySpan<char> prefix) => prefix switch
    {
        "" or "rss" => Vocabulary.Core,
        "atom" or "a10" => Vocabulary.Atom,
        "rdf" => Vocabulary.Rdf,
        "content" => Vocabulary.Content,
        "dc" => Vocabulary.Dc,
        "dcterms" or "dct" => Vocabulary.DcTerms,
        "media" => Vocabulary.Media,
        "itunes" or "googleplay" => Vocabulary.Itunes,
        "xhtml" => Vocabulary.Xhtml,
        "feedburner" => Vocabulary.FeedBurner,
        _ => Vocabulary.Other,
    };
}
