using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Monitor;

/// <summary>
/// A whole answer as bytes, in the encoding the reader accepts, answered again and again: what can be worked out once is. Each encoding
/// has a strong ETag of its own (the hash of the plain bytes and the name of the encoding), because a strong ETag promises the same bytes.
/// </summary>
public sealed class WebDocument : IResult
{
    /// <summary>Below this, compressing costs more than it saves.</summary>
    private const int WorthCompressing = 1024;

    private readonly DateTimeOffset? _changed;
    private readonly string? _lastModified;
    private readonly Form _plain;
    private readonly Lazy<Form>? _brotli;
    private readonly Lazy<Form>? _gzip;

    /// <param name="changed">When these bytes last changed; null where nobody knows: then there is no Last-Modified.</param>
    public WebDocument(byte[] plain, string contentType, DateTimeOffset? changed = null)
    {
        ArgumentNullException.ThrowIfNull(plain);
        ContentType = contentType;
        Hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16));
        _changed = changed is { } at ? DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) : null;
        _lastModified = _changed is { } known ? HeaderUtilities.FormatDate(known) : null;
        _plain = new Form(plain, Hash, null);
        if (plain.Length < WorthCompressing) return;
        _brotli = new(() => new Form(Compressed(plain, stream => new BrotliStream(stream, CompressionLevel.Optimal)), Hash, "br"));
        _gzip = new(() => new Form(Compressed(plain, stream => new GZipStream(stream, CompressionLevel.Optimal)), Hash, "gzip"));
    }

    public string Hash { get; }

    public string ContentType { get; }

    public required string CacheControl { get; init; }

    public string? Language { get; init; }

    /// <summary>What is not there has no validator: a 404 must not be answered "unchanged".</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    public static WebDocument Text(string text, int status) => new(System.Text.Encoding.UTF8.GetBytes(text), MediaTypeNames.Text.Plain + "; charset=utf-8") { CacheControl = "no-store", Status = status };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var form = FormFor(httpContext.Request.Headers.AcceptEncoding);
        var headers = httpContext.Response.Headers;
        headers.CacheControl = CacheControl;
        headers.Vary = Language is null ? HeaderNames.AcceptEncoding : "Accept-Encoding, Accept-Language";
        httpContext.Response.StatusCode = Status;
        if (Status == StatusCodes.Status200OK)
        {
            headers.ETag = form.Tag;
            if (_lastModified is not null) headers.LastModified = _lastModified;
            if (IsKnown(httpContext.Request.Headers, form))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        headers.ContentType = ContentType;
        headers.ContentLength = form.Bytes.Length;
        if (form.Encoding is not null) headers.ContentEncoding = form.Encoding;
        if (Language is not null) headers.ContentLanguage = Language;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(form.Bytes).AsTask();
    }

    /// <summary>RFC 9110 §13.2.2: a tag, where the reader sends one, decides alone; else the date does.</summary>
    private bool IsKnown(IHeaderDictionary asked, Form form)
    {
        var tags = asked.IfNoneMatch;
        if (tags.Count > 0)
        {
            // Nearly every reader sends back the one tag it was given; only the others are worth parsing.
            if (tags.Count == 1 && string.Equals(tags[0], form.Tag, StringComparison.Ordinal)) return true;
            return EntityTagHeaderValue.TryParseList(tags!, out var list) && list.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag.Equals(form.Tag, StringComparison.Ordinal));
        }

        return _changed is { } changed && HeaderUtilities.TryParseDate(asked.IfModifiedSince.ToString(), out var since) && changed <= since;
    }

    private Form FormFor(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0 || _brotli is null || _gzip is null || !StringWithQualityHeaderValue.TryParseList(acceptEncoding!, out var accepted)) return _plain;
        double Quality(string name) => accepted.Where(e => e.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(e => e.Quality ?? 1).FirstOrDefault();
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        if (brotli <= 0 && gzip <= 0) return _plain;
        return (brotli >= gzip ? _brotli : _gzip).Value;
    }

    private static byte[] Compressed(byte[] plain, Func<Stream, Stream> compress)
    {
        var bytes = new MemoryStream();
        using (var stream = compress(bytes)) stream.Write(plain);
        return bytes.ToArray();
    }

    private sealed class Form(byte[] bytes, string hash, string? encoding)
    {
        public byte[] Bytes { get; } = bytes;
        public string? Encoding { get; } = encoding;
        public string Tag { get; } = $"\"{hash}{(encoding is null ? "" : "-" + encoding)}\"";
    }
}
