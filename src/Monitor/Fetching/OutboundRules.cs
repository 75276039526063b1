using System.Net;
using System.Net.Sockets;

namespace Monitor.Fetching;

/// <summary>
/// Where the program may connect: http(s), usual ports, public addresses. Sources come from lists that people share, and a redirect can name any machine; the operator's own
/// network must not be reachable through them.
/// </summary>
public sealed class OutboundRules(bool allowPrivateNetworks)
{
    /// <summary>IANA's special-purpose registries (RFC 6890 and what was added since), as network/length and the reason.</summary>
    private static readonly (IPNetwork Network, string Why)[] Denied =
    [
        .. Networks("this network", "0.0.0.0/8"),
        .. Networks("a private network", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
        .. Networks("a carrier's inner network", "100.64.0.0/10"),
        .. Networks("this machine", "127.0.0.0/8", "::1/128"),
        .. Networks("link-local", "169.254.0.0/16", "fe80::/10"),
        .. Networks("reserved for protocols", "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.175.48.0/24", "2001::/23", "5f00::/16"),
        .. Networks("for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
        .. Networks("a relay into another network", "192.88.99.0/24", "2002::/16", "64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96"),
        .. Networks("for measurements", "198.18.0.0/15"),
        .. Networks("multicast", "224.0.0.0/4", "ff00::/8"),
        .. Networks("reserved", "240.0.0.0/4", "100::/64", "100:0:0:1::/64"),
    ];

    /// <summary>Every public IPv6 address lies in here so far (RFC 4291); the rest is not assigned.</summary>
    private static readonly IPNetwork PublicSix = IPNetwork.Parse("2000::/3");

    /// <summary>Why this address must not be dialled, or null. The one place that decides it; <c>::ffff:10.0.0.1</c> is judged as 10.0.0.1.</summary>
    public static string? Deny(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        foreach (var (network, why) in Denied)
        {
            if (network.Contains(address)) return why;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork) return null;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && PublicSix.Contains(address) ? null : "not an assigned address";
    }

    /// <summary>Why this address on the web must not be asked at all, or null. What its name resolves to is judged when it is dialled.</summary>
    public string? DenyUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https")) return "only http and https are asked";
        if (uri.UserInfo.Length > 0) return "an address with a name or password in it is not asked";
        if (uri.IdnHost.Length == 0) return "it names no host";
        return allowPrivateNetworks || uri.Port is 80 or 443 ? null : $"port {uri.Port} is neither 80 nor 443";
    }

    public string? DenyDial(IPAddress address) => allowPrivateNetworks ? null : Deny(address);

    private static IEnumerable<(IPNetwork Network, string Why)> Networks(string why, params string[] networks) => networks.Select(network => (IPNetwork.Parse(network), why));
}
