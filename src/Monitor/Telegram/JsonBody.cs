using System.Net;
using System.Net.Http.Headers;

namespace Monitor.Telegram;

/// <summary>
/// A JSON body that remembers whether it began to leave. Until then the server cannot have acted; afterwards it may have,
/// whatever the exception says. HttpClient itself repeats a request only while this is false.
/// </summary>
internal sealed class JsonBody : HttpContent
{
    private readonly byte[] _json;

    public JsonBody(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
