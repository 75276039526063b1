namespace Monitor.Core.Items;

/// <summary>
/// One spelling for all addresses of one article, to compare by, never to show: <c>http://www.m.example.by/a/?utm_source=tg#top</c> and <c>https://example.by/a</c> are the same.
/// Cautious where sites differ: a parameter goes only when it is known to track, a path keeps its case.
/// </summary>
public static class CanonicalLink
{
    /// <summary>Parameters that say how a reader came, by name or by beginning.</summary>
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "mibextid", "mc_cid", "mc_eid", "mkt_tok", "_openstat", "_ga", "_gl",
        "from", "ref", "ref_src", "ref_url", "referrer", "rss", "ncid", "ocid", "cmpid", "cmp", "xtor", "ns_campaign", "ns_mchannel", "ns_source", "wt_mc", "at_medium", "at_campaign", "maca",
        "amp", "outputtype", "fb_action_ids",
    };

    private static readonly string[] TrackingPrefixes = ["utm_", "pk_", "mtm_", "matomo_", "hsa_", "oly_", "_hs", "vero_", "at_custom"];

    /// <summary>Hosts' first labels for the same page on a telephone.</summary>
    private static readonly string[] MobilePrefixes = ["www.", "m.", "amp.", "mobile."];

    /// <summary>Null where the text is no address on the web.</summary>
    public static string? Of(string? link)
    {
        if (!Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return null;
        var host = Host(uri);
        var path = Path(uri, host);
        var query = Query(uri);
        var port = uri.IsDefaultPort || uri.Port is 80 or 443 ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return "https://" + host + port + path + query;
    }

    private static string Host(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        for (var again = true; again;)
        {
            again = false;
            foreach (var prefix in MobilePrefixes)
            {
                // "m.by" is a site, "m.nn.by" is nn.by on a telephone.
                if (!host.StartsWith(prefix, StringComparison.Ordinal) || !host[prefix.Length..].Contains('.', StringComparison.Ordinal)) continue;
                host = host[prefix.Length..];
                again = true;
            }
        }

        return host is "telegram.me" or "telegram.dog" ? "t.me" : host;
    }

    private static string Path(Uri uri, string host)
    {
        var path = uri.AbsolutePath;
        while (path.Contains("//", StringComparison.Ordinal)) path = path.Replace("//", "/", StringComparison.Ordinal);
        if (host == "t.me") return TelegramPath(path);
        path = Without(path, "/index.html") ?? Without(path, "/index.php") ?? path;
        path = path.TrimEnd('/');
        if (path.EndsWith("/amp", StringComparison.OrdinalIgnoreCase)) path = path[..^4];
        else if (path.StartsWith("/amp/", StringComparison.OrdinalIgnoreCase)) path = path[4..];
        return path.TrimEnd('/');
    }

    /// <summary><c>t.me/s/channel/12</c> is the preview of <c>t.me/channel/12</c>; a channel's name has no case.</summary>
    private static string TelegramPath(string path)
    {
        path = path.TrimEnd('/').ToLowerInvariant();
        return path.StartsWith("/s/", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static string? Without(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? path[..^ending.Length] : null;

    private static string Query(Uri uri)
    {
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracking(pair)).Order(StringComparer.Ordinal);
        var query = string.Join('&', kept);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool IsTracking(string pair)
    {
        var name = pair.Split('=', 2)[0];
        return Tracking.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
