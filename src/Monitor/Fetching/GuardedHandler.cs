using System.Net;

namespace Monitor.Fetching;

/// <summary>The HTTP handler for everything that asks strangers: every connection goes through <see cref="GuardedDial"/>; no proxy, cookie or automatic redirect goes around it.</summary>
public static class GuardedHandler
{
    public static SocketsHttpHandler Create(GuardedDial dial)
    {
        ArgumentNullException.ThrowIfNull(dial);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            ConnectCallback = (context, cancel) => dial.DialAsync(context.DnsEndPoint, cancel),
        };
    }
}
