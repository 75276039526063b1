using System.Buffers;
using Monitor.Core.Feeds.Markup;

namespace Monitor.Core.Feeds.Formats;

/// <summary>The decoded text of one answer, where it came from, and the element it begins with.</summary>
internal sealed class FeedDocument
{
    /// <summary>How far in a root element is looked for: warnings of a broken site stand before it, but not a book.</summary>
    private const int FarthestRoot = 64 * 1024;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n>/<");

    private static readonly string[] Roots = ["rss", "rdf:RDF", "RDF", "feed", "channel", "atom:feed"];

    public FeedDocument(ReadOnlyMemory<char> text, Uri? address)
    {
        Text = text;
        Address = address;
        RootAt = FindRoot(text.Span);
    }

    public ReadOnlyMemory<char> Text { get; }

    public Uri? Address { get; }

    /// <summary>Where the root element of a feed begins; −1 where there is none.</summary>
    public int RootAt { get; }

    /// <summary>A scanner that has read the root's start tag, or null where the text has no root of a feed.</summary>
    public XmlScanner? OpenRoot()
    {
        if (RootAt < 0) return null;
        var xml = new XmlScanner(Text);
        xml.StartAt(RootAt);
        if (xml.Read() != XmlNode.Start) return null;
        if (HasJunkBefore()) xml.Warn("text before the feed was left out");
        return xml;
    }

    private bool HasJunkBefore() => RootAt > 0 && Text.Span[..RootAt].TrimStart() is { IsEmpty: false } before && before[0] != '<';

    /// <summary>
    /// The first tag with the name of a feed's root, unless a page begins before it: a feed shown inside an HTML page is a text about a feed.
    /// </summary>
    private static int FindRoot(ReadOnlySpan<char> text)
    {
        var limit = Math.Min(text.Length, FarthestRoot);
        var commentsEnd = true;
        for (var at = 0; at < limit; at++)
        {
            var step = text[at..limit].IndexOf('<');
            if (step < 0) return -1;
            at += step;
            var rest = text[(at + 1)..];
            if (rest.StartsWith("!--") && commentsEnd)
            {
                var length = rest[3..].IndexOf("-->");
                commentsEnd = length >= 0;
                if (commentsEnd) at += 4 + length;
            }
            else if (IsTag(rest, "html") || IsTag(rest, "body")) return -1;
            else if (IsRoot(rest)) return at;
            else if (IsPrefixedRoot(rest)) return at;
        }

        return -1;
    }

    private static bool IsRoot(ReadOnlySpan<char> rest)
    {
        foreach (var root in Roots)
        {
            if (IsTag(rest, root)) return true;
        }

        return false;
    }

    private static bool IsTag(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length && (rest[name.Length] is '>' or '/' || char.IsWhiteSpace(rest[name.Length]));

    /// <summary><c>&lt;a:feed xmlns:a="…Atom"&gt;</c>: any prefix will do for the names that only feeds use.</summary>
    private static bool IsPrefixedRoot(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(EndOfName);
        if (end <= 0) return false;
        var colon = rest[..end].IndexOf(':');
        return colon > 0 && (rest[(colon + 1)..end] is "feed" or "RDF" or "rss");
    }
}
