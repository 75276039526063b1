using System.Net;
using System.Net.Sockets;

namespace Monitor.Fetching;

/// <summary>
/// Opens the connections of an HTTP client. The name is resolved here, each address is judged, and exactly the judged address is dialled: a name that answers "public" to a check and
/// "127.0.0.1" to the connection has no second question to answer.
/// </summary>
public sealed class GuardedDial(OutboundRules rules)
{
    /// <summary>More addresses of one name are not tried; each try may cost seconds.</summary>
    private const int MostTries = 4;

    /// <summary>How a name becomes addresses; a test puts its own here.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>How an address that passed is connected to; a test sends "public" addresses to its own server.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Connect { get; init; } = ConnectSocketAsync;

    public async ValueTask<Stream> DialAsync(DnsEndPoint target, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(target);
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Resolve(target.Host, cancel);
        string? denied = null;
        Exception? failure = null;
        foreach (var address in addresses.Take(MostTries))
        {
            if (rules.DenyDial(address) is { } why)
            {
                denied = $"{target.Host} leads to an address that is not public ({why})";
                continue;
            }

            try
            {
                return await Connect(new IPEndPoint(address, target.Port), cancel);
            }
            catch (SocketException error)
            {
                failure = error;
            }
        }

        throw failure ?? new OutboundDeniedException(denied ?? $"{target.Host} has no address");
    }

    private static async ValueTask<Stream> ConnectSocketAsync(IPEndPoint endPoint, CancellationToken cancel)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
