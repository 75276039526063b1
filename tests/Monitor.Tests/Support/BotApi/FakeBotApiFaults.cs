using Microsoft.AspNetCore.Http;

namespace Monitor.Tests.Support.BotApi;

/// <summary>
/// A failure to show the client. With <see cref="AfterAccept"/> the call is carried out first: the client cannot know, the
/// message is there.
/// </summary>
public sealed record Fault(string Name, Func<HttpContext, CancellationToken, Task<bool>> Answer)
{
    public bool AfterAccept { get; init; }

    public (string Name, string Value)? Header { get; init; }

    public static Fault ServerError { get; } = Says(new(500, null, "Internal Server Error"));

    public static Fault Conflict { get; } =
        Says(new(409, null, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));

    public static Fault Blocked { get; } = Says(new(403, null, "Forbidden: bot was blocked by the user"));

    public static Fault Unauthorized { get; } = Says(new(401, null, "Unauthorized"));

    public static Fault HtmlBadGateway { get; } = Body(502, "<html><head><title>502 Bad Gateway</title></head></html>");

    /// <summary>The connection breaks instead of an answer.</summary>
    public static Fault Cut { get; } = new("cut", (context, _) =>
    {
        context.Abort();
        return Task.FromResult(true);
    });

    /// <summary>No answer until the client gives up.</summary>
    public static Fault Silence { get; } = new("silence", async (_, ending) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, ending);
        return true;
    });

    public static Fault TooManyRequests(int seconds) =>
        Says(new(429, null, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds });

    public static Fault Migrated(long newId) =>
        Says(new(400, null, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateTo = newId });

    /// <summary>Any refusal in the server's words, e.g. <c>(403, "Forbidden: user is deactivated")</c>.</summary>
    public static Fault Refusal(int code, string description) => Says(new(code, null, description));

    /// <summary>Any bytes, as from a proxy in between.</summary>
    public static Fault Body(int code, string body) => new($"{code} with a body of its own", async (context, _) =>
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(body, CancellationToken.None);
        return true;
    });

    /// <summary>The right answer, but late.</summary>
    public static Fault Slow(TimeSpan delay, TimeProvider? time = null) => new("slow", async (_, ending) =>
    {
        await Task.Delay(delay, time ?? TimeProvider.System, ending);
        return false;
    });

    private static Fault Says(FakeBotApiAnswer answer) => new($"{answer.Code} {answer.Description}", async (context, _) =>
    {
        await FakeBotApi.Write(context, answer);
        return true;
    });
}

/// <summary>Which call fails, and how: the next ones, all of a chat, or a share of all sends by a seed.</summary>
public sealed class FakeBotApiFaults
{
    private readonly Lock _lock = new();
    private readonly List<(string Method, Fault Fault)> _next = [];
    private readonly Dictionary<long, Fault> _ofChat = [];
    private Random? _dice;
    private double _share;
    private Fault[] _random = [];

    /// <summary>Each fault once, for the next calls of the method, in this order.</summary>
    public void Next(string method, params Fault[] faults)
    {
        lock (_lock) _next.AddRange(faults.Select(fault => (method, fault)));
    }

    /// <summary>Every call about the chat, until null.</summary>
    public void ForChat(long chatId, Fault? fault)
    {
        lock (_lock)
        {
            if (fault is null) _ofChat.Remove(chatId);
            else _ofChat[chatId] = fault;
        }
    }

    /// <summary>This share of sends and edits, picked by the seed: the same calls in the same order fail the same way.</summary>
    public void Randomly(int seed, double share, params Fault[] faults)
    {
        lock (_lock) (_dice, _share, _random) = (new Random(seed), share, faults);
    }

    public void None()
    {
        lock (_lock)
        {
            _next.Clear();
            _ofChat.Clear();
            _dice = null;
        }
    }

    internal Fault? Take(string method, long? chatId)
    {
        lock (_lock)
        {
            var index = _next.FindIndex(next => string.Equals(next.Method, method, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                var fault = _next[index].Fault;
                _next.RemoveAt(index);
                return fault;
            }

            if (chatId is { } id && _ofChat.TryGetValue(id, out var always)) return always;
            return IsSend(method) && _dice is { } dice && dice.NextDouble() < _share ? _random[dice.Next(_random.Length)] : null;
        }
    }

    private static bool IsSend(string method) =>
        method.Equals("sendMessage", StringComparison.OrdinalIgnoreCase) || method.Equals("editMessageText", StringComparison.OrdinalIgnoreCase);
}
