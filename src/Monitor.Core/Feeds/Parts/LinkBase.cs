namespace Monitor.Core.Feeds.Parts;

/// <summary>Makes links absolute where a base is known: <c>xml:base</c>, else what the format falls back on. A link that cannot be read stays as it was written.</summary>
internal static class LinkBase
{
    public static string Resolve(string link, string? xmlBase, string? fallback)
    {
        // An address escaped twice, or in CDATA and escaped: none holds "&amp;" itself.
        link = WithoutBreaks(link.Trim()).Replace("&amp;", "&", StringComparison.Ordinal);
        if (link.Length == 0 || HasScheme(link)) return link;
        if (!Uri.TryCreate(xmlBase ?? fallback, UriKind.Absolute, out var address)) return link;
        // Joined as text where that is all there is to it, so that a Cyrillic path stays as it was written.
        if (link[0] == '/' && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains("/.", StringComparison.Ordinal)) return address.GetLeftPart(UriPartial.Authority) + link;
        return Uri.TryCreate(address, link, out var resolved) ? resolved.AbsoluteUri : link;
    }

    /// <summary>"http://…", "mailto:…"; a path with a colon further on is none.</summary>
    public static bool HasScheme(string link)
    {
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && char.IsAsciiLetter(link[0]) && link.AsSpan(0, colon).IndexOfAny("/?#. ") < 0;
    }

    public static bool IsWeb(string? link) =>
        link is not null && (link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Editors break long addresses over lines; an address holds no white space.</summary>
    private static string WithoutBreaks(string link) =>
        link.AsSpan().IndexOfAny("\r\n\t") < 0 ? link : string.Concat(link.Where(c => c is not ('\r' or '\n' or '\t')));
}
