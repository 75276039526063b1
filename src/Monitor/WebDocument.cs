using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Monitor;

/// <summary>
/// A whole answer as bytes, in the encoding the reader accepts. Each encoding has a strong ETag of its own (the hash of the plain bytes
/// and the name of the encoding), because a strong ETag promises the same bytes; the framework answers 304 and HEAD from it.
/// </summary>
public sealed class WebDocument
{
    /// <summary>Below this, compressing costs more than it saves.</summary>
    private const int WorthCompressing = 1024;

    private readonly byte[] _plain;
    private readonly string _contentType;
    private readonly DateTimeOffset? _changed;
    private readonly string _hash;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    /// <param name="changed">When these bytes last changed; null where nobody knows: then there is no Last-Modified.</param>
    public WebDocument(byte[] plain, string contentType, DateTimeOffset? changed = null)
    {
        (_plain, _contentType, _changed) = (plain, contentType, changed);
        _hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16));
        _brotli = new(() => Compressed(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
        _gzip = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.Optimal)));
    }

    public string Hash => _hash;

    public IResult For(HttpContext http, string cacheControl, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.CacheControl = cacheControl;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var encoding = _plain.Length < WorthCompressing ? null : Accepted(http.Request);
        var bytes = encoding switch { "br" => _brotli.Value, "gzip" => _gzip.Value, _ => _plain };
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
        http.Response.StatusCode = status;

        // What is not there has no validator: a 404 must not be answered "unchanged".
        if (status != StatusCodes.Status200OK) return TypedResults.Bytes(bytes, _contentType);
        var tag = new EntityTagHeaderValue($"\"{_hash}{(encoding is null ? "" : "-" + encoding)}\"");
        return TypedResults.Bytes(bytes, _contentType, lastModified: _changed, entityTag: tag);
    }

    private static string? Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        double Quality(string name) => accepted.Where(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(e => e.Quality ?? 1).FirstOrDefault();
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        if (brotli <= 0 && gzip <= 0) return null;
        return brotli >= gzip ? "br" : "gzip";
    }

    private byte[] Compressed(Func<Stream, Stream> compress)
    {
        var bytes = new MemoryStream();
        using (var stream = compress(bytes)) stream.Write(_plain);
        return bytes.ToArray();
    }
}
