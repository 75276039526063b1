using System.Data.Common;

namespace Monitor;

/// <summary>
/// What holds for every answer to a reader, page or feed or "no such thing": headers that let a browser load nothing but our own style
/// sheet and icon; a store that fails is said as 503 "come back", never as an empty list; and who asks for too much waits.
/// </summary>
public sealed class ReaderRules(RequestDelegate next, ILogger<ReaderRules> log)
{
    /// <summary>All that a reader may do.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Seconds; a store that is busy or being moved is back within a minute.</summary>
    private const string StoreIsBack = "60";

    private const string ShareIsBack = "5";

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
            await ComeBackAsync(http, StatusCodes.Status503ServiceUnavailable, StoreIsBack, "The store does not answer. Please try again in a minute.\n");
        }
        catch (TooMuchWorkException) when (!http.Response.HasStarted)
        {
            await ComeBackAsync(http, StatusCodes.Status429TooManyRequests, ShareIsBack, "Too many requests at once. Please try again in a few seconds.\n");
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static Task ComeBackAsync(HttpContext http, int status, string seconds, string words)
    {
        http.Response.Clear();
        Protect(http.Response.Headers);
        http.Response.Headers.RetryAfter = seconds;
        return WebDocument.Text(words, status).ExecuteAsync(http);
    }
}
