using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Monitor.Fetching;

namespace Monitor.Tests.Fetching;

/// <summary>A real server on a loopback port that plays every host of the "internet" in a test, and the fetcher that thinks it dials public addresses.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public static readonly IPAddress PublicAddress = IPAddress.Parse("93.184.216.34");

    /// <summary>The first byte of a TLS handshake; no HTTP request begins with it.</summary>
    private const byte Handshake = 0x16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FeedServerRequest, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;
    private readonly Lazy<X509Certificate2> _certificate = new(OwnCertificate);

    public FeedServer(Func<FeedServerRequest, string> answer)
        : this((request, stream, cancel) => stream.WriteAsync(Encoding.UTF8.GetBytes(answer(request)), cancel).AsTask())
    {
    }

    public FeedServer(Func<FeedServerRequest, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public List<FeedServerRequest> Requests { get; } = [];

    public List<IPEndPoint> Dialled { get; } = [];

    /// <summary>What names resolve to, asked anew for each connection.</summary>
    public Func<string, IPAddress[]> Names { get; set; } = _ => [PublicAddress];

    public FeedFetcher Fetcher(FetchSettings? settings = null)
    {
        settings ??= new FetchSettings();
        var dial = new GuardedDial(new OutboundRules(settings.AllowPrivateNetworks)) { Resolve = (name, _) => Task.FromResult(Names(name)), Connect = ConnectAsync };
        var handler = GuardedHandler.Create(dial);
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.Value.GetCertHashString();
        return new FeedFetcher(settings, new HostQueue(TimeProvider.System), TimeProvider.System, handler);
    }

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    public static string Status(string status, string headers = "") => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n{headers}\r\n";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // The listener is stopped only once nobody waits on it, else the loop may ask a stopped one.
        await _loop;
        _listener.Stop();
        _stop.Dispose();
        if (_certificate.IsValueCreated) _certificate.Value.Dispose();
    }

    private async ValueTask<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancel)
    {
        lock (Dialled) Dialled.Add(endPoint);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(_listener.LocalEndpoint, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=feeds.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        var first = new byte[1];
        if (await client.Client.ReceiveAsync(first, SocketFlags.Peek, _stop.Token) == 0 || first[0] != Handshake) return client.GetStream();
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate.Value }, _stop.Token);
        return tls;
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            await using var stream = await OpenAsync(client);
            var request = await FeedServerRequest.ReadAsync(stream, _stop.Token);
            lock (Requests) Requests.Add(request);
            await _answer(request, stream, _stop.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client gave up, which is what some of these tests are about.
        }
    }
}
