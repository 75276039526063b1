namespace Monitor;

/// <summary>
/// Where this site is for its readers: what the operator set in Site:PublicBaseUrl, else what the request itself was sent to. Links in
/// feeds are made from the whole address, links in pages from its path alone.
/// </summary>
public sealed class SiteAddress(Settings settings)
{
    private readonly string? _set = settings.PublicBaseUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Absolute, ending in a slash: https://example.org/monitor/.</summary>
    public Uri Of(HttpRequest request) => new(Text(request) + "/", UriKind.Absolute);

    /// <summary>The same as text, without the slash.</summary>
    public string Text(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_set is not null) return _set;
        var host = request.Host.HasValue ? request.Host.ToUriComponent() : "localhost";
        return $"{request.Scheme}://{host}{request.PathBase.ToUriComponent()}".TrimEnd('/');
    }

    /// <summary>What stands before every path of this site: empty, or /monitor.</summary>
    public string Prefix(HttpRequest request) => Of(request).AbsolutePath.TrimEnd('/');
}
