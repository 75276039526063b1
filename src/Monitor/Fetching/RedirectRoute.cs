using System.Net;

namespace Monitor.Fetching;

/// <summary>
/// Where redirects have led so far. A permanent one within the host is learned; a permanent one to another host stops, because an address that now belongs to
/// somebody else must be confirmed by a person; one from https to http never happens.
/// </summary>
internal sealed class RedirectRoute(Uri start, OutboundRules rules, bool mayChangeHost = false)
{
    private readonly Uri _start = start;
    private bool _onlyPermanent = true;

    public Uri Now { get; private set; } = start;

    public Uri? MovedTo { get; private set; }

    public bool IsSameHost => SameHost(_start, Now);

    /// <summary>Goes where the answer points, or says why not.</summary>
    public string? Follow(HttpResponseMessage response)
    {
        if (Target(response) is not { } target) return $"{(int)response.StatusCode} without an address to go to";
        if (Now.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps) return $"a redirect from https to {target.Scheme} ({target.Host}) is not followed";
        if (rules.DenyUri(target) is { } denied) return $"a redirect to {target.Host}: {denied}";
        var isPermanent = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
        if (isPermanent && !mayChangeHost && !SameHost(Now, target)) return $"moved for good to another host: {target}";
        _onlyPermanent &= isPermanent;
        if (_onlyPermanent) MovedTo = target;
        Now = target;
        return null;
    }

    private Uri? Target(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Location", out var values) || values.FirstOrDefault() is not { Length: > 0 } location) return null;
        return Uri.TryCreate(Now, location.Trim(), out var target) ? target : null;
    }

    /// <summary>www.example.org is example.org.</summary>
    private static bool SameHost(Uri a, Uri b) => Bare(a).Equals(Bare(b), StringComparison.OrdinalIgnoreCase);

    private static string Bare(Uri uri) => uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost;
}
