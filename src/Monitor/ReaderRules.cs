using System.Data.Common;

namespace Monitor;

/// <summary>
/// What holds for every answer to a reader, page or feed or "no such thing": headers that let a browser load nothing but our own style
/// sheet and icon; and a store that fails is said as 503 "come back", never as an empty list.
/// </summary>
public sealed class ReaderRules(RequestDelegate next, ILogger<ReaderRules> log)
{
    /// <summary>All that a reader may do.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Seconds; a store that is busy or being moved is back within a minute.</summary>
    private const string RetryAfter = "60";

    private const string ContentSecurity = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext http)
    {
        Protect(http.Response.Headers);
        try
        {
            await next(http);
        }
        catch (DbException e) when (!http.Response.HasStarted)
        {
            log.LogError(e, "The store does not answer; readers are told to come back");
            await ComeBackAsync(http);
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static Task ComeBackAsync(HttpContext http)
    {
        http.Response.Clear();
        Protect(http.Response.Headers);
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = RetryAfter;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.WriteAsync("The store does not answer. Please try again in a minute.\n");
    }
}
