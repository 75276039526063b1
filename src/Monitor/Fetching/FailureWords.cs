using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Monitor.Fetching;

/// <summary>What went wrong, in words a curator can act on; the innermost cause that has a name wins.</summary>
internal static class FailureWords
{
    public static string Of(HttpStatusCode status) => $"answered {(int)status} {status switch
    {
        HttpStatusCode.Forbidden => "Forbidden: it refuses programs",
        HttpStatusCode.NotFound => "Not Found",
        HttpStatusCode.Gone => "Gone: the feed was taken down",
        HttpStatusCode.TooManyRequests => "Too Many Requests",
        HttpStatusCode.ServiceUnavailable => "Service Unavailable",
        _ => status.ToString(),
    }}";

    public static string Of(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case OutboundDeniedException: return cause.Message;
                case SocketException socket: return Of(socket);
                case AuthenticationException: return "its certificate is not accepted";
                case InvalidDataException: return "its compressed body is broken";
                case HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }: return "it broke the answer off";
                case HttpIOException: return "it broke the answer off";
            }
        }

        return error is OperationCanceledException or TimeoutException ? "no connection in time" : $"failed: {error.Message}";
    }

    private static string Of(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name has no address",
        SocketError.ConnectionRefused => "it refuses connections",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "it cannot be reached",
        SocketError.ConnectionReset => "it broke the connection off",
        SocketError.TimedOut => "no connection in time",
        _ => $"no connection: {error.SocketErrorCode}",
    };
}
