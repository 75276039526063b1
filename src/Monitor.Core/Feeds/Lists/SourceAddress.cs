namespace Monitor.Core.Feeds.Lists;

/// <summary>What an address itself tells: one on t.me is a channel, and is asked at its preview page.</summary>
public static class SourceAddress
{
    public static SourceKind KindOf(Uri url) => IsTelegram(url) ? SourceKind.Telegram : SourceKind.Feed;

    /// <summary><c>https://t.me/name</c> is read at <c>https://t.me/s/name</c>.</summary>
    public static Uri Of(Uri url)
    {
        if (!IsTelegram(url)) return url;
        var path = url.AbsolutePath.Trim('/');
        return new Uri("https://t.me/s/" + (path.StartsWith("s/", StringComparison.Ordinal) ? path[2..] : path).Split('/')[0]);
    }

    private static bool IsTelegram(Uri url) => url.Host is "t.me" or "www.t.me" or "telegram.me";
}
