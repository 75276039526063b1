namespace Monitor;

/// <summary>
/// Where this site is for its readers: what the operator set in Site:PublicBaseUrl, else what the request itself was sent to. Links in
/// feeds are made from the whole address, links in pages from its path alone.
/// </summary>
public sealed class SiteAddress(Settings settings)
{
    /// <summary>Absolute, ending in a slash: https://example.org/monitor/.</summary>
    public Uri Of(HttpRequest request)
    {
        if (settings.PublicBaseUrl is { } set) return WithSlash(set.GetLeftPart(UriPartial.Path));
        var host = request.Host.HasValue ? request.Host.ToUriComponent() : "localhost";
        return WithSlash($"{request.Scheme}://{host}{request.PathBase.ToUriComponent()}");
    }

    /// <summary>What stands before every path of this site: empty, or /monitor.</summary>
    public string Prefix(HttpRequest request) => Of(request).AbsolutePath.TrimEnd('/');

    private static Uri WithSlash(string address) => new(address.TrimEnd('/') + "/", UriKind.Absolute);
}
