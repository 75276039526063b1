namespace Monitor.Web;

/// <summary>A foreign address as a link, or null where it is none that a reader may follow: javascript:, data: and their kin stay text.</summary>
public static class WebLink
{
    public const string Relation = "noopener noreferrer nofollow";

    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
