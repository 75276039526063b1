using System.Data.Common;

namespace Monitor;

/// <summary>
/// What holds for every answer to a reader, page or feed: headers that let a browser load nothing but our own style sheet and icon, and
/// a store that fails is said as 503 "come back", never as an empty list.
/// </summary>
public static class ReaderRules
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Seconds; a store that is busy or being moved is back within a minute.</summary>
    private const string RetryAfter = "60";

    private const string ContentSecurity = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static RouteGroupBuilder MapReaders(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("").AddEndpointFilter(AnswerAsync);

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        Protect(http.Response.Headers);
        try
        {
            return await next(context);
        }
        catch (DbException e)
        {
            Log(http).LogError(e, "The store does not answer; readers are told to come back");
            http.Response.Headers.RetryAfter = RetryAfter;
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Text("The store does not answer. Please try again in a minute.\n", "text/plain", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ReaderRules));
}
