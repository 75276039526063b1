using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Monitor;

/// <summary>
/// How much work one address may cause in a while: what is kept ready costs nothing, a page that must be made costs one, a search ten.
/// Addresses are counted in memory only, for seconds, and never written anywhere.
/// </summary>
public sealed class WorkLimit : IDisposable
{
    public const int Page = 1;
    public const int Search = 10;

    private const int AtOnce = 600;
    private const int EachSecond = 30;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(http =>
        RateLimitPartition.GetTokenBucketLimiter(WhoOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = EachSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    public void Take(HttpContext http, int cost)
    {
        using var lease = _limiter.AttemptAcquire(http, cost);
        if (!lease.IsAcquired) throw new TooMuchWorkException();
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>One household has a whole /64 of IPv6 addresses to itself.</summary>
    private static IPAddress WhoOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }) return address ?? IPAddress.None;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

/// <summary>One address asked for more than its share: answered 429 by <see cref="ReaderRules"/>.</summary>
public sealed class TooMuchWorkException() : Exception("one address asks for more than its share");
