using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Monitor.Benchmarks;

/// <summary>Kestrel with nothing but one document and its ETag, to measure the program's feeds beside: <c>--bare feed.rss http://localhost:8095</c>.</summary>
internal static class BareServer
{
    public static void Run(string file, string address)
    {
        var bytes = File.ReadAllBytes(file);
        var tag = new EntityTagHeaderValue("\"bare\"");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/feed.rss", () => TypedResults.Bytes(bytes, "application/rss+xml", entityTag: tag));
        app.Run(address);
    }
}
