using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monitor.Tests.Support;

/// <summary>News sites for tests, over real HTTP: what a path answers is given by a function, with a strong ETag and 304.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);

    private FeedServer(WebApplication server) => _server = server;

    public Uri BaseUrl => new(_server.Urls.First());

    /// <summary>Requests by path and status.</summary>
    public ConcurrentQueue<(string Path, int Status)> Requests { get; } = [];

    /// <param name="anyAddress">Also at 127.0.1.1 and so on: the program asks one address no faster than twice a second.</param>
    public static async Task<FeedServer> StartAsync(bool anyAddress = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(anyAddress ? IPAddress.Any : IPAddress.Loopback, 0));
        var server = builder.Build();
        var feeds = new FeedServer(server);
        server.Run(feeds.AnswerAsync);
        await server.StartAsync();
        return feeds;
    }

    public void Feed(string path, Func<string?> feed) => _answers[path] = http => BodyAsync(http, feed());

    public void Feed(string path, string feed) => Feed(path, () => feed);

    public void Answer(string path, Func<HttpContext, Task> answer) => _answers[path] = answer;

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (_answers.TryGetValue(http.Request.Path.Value!, out var answer)) await answer(http);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
        Requests.Enqueue((http.Request.Path.Value!, http.Response.StatusCode));
    }

    private static async Task BodyAsync(HttpContext http, string? body)
    {
        var etag = $"\"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")))}\"";
        http.Response.Headers.ETag = etag;
        if (body is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (http.Request.Headers.IfNoneMatch == etag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        }
        else
        {
            http.Response.ContentType = "application/xml";
            await http.Response.WriteAsync(body);
        }
    }
}
