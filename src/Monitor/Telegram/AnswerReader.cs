using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monitor.Telegram;

/// <summary>
/// From an HTTP answer to a result or to the reason why there is none. An answer that is not Telegram's JSON (nginx answers
/// 502 with a page) says nothing about what became of the call.
/// </summary>
internal static class AnswerReader
{
    private const int TooManyRequests = 429;
    private const int MaxReasonLength = 200;

    /// <summary>For a 429 that says nothing: longer than the few seconds usually asked for.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(30);

    /// <summary>Telegram quotes the text it could not read, and that may be a reader's.</summary>
    private static readonly Regex Quoted = new("\"[^\"]*\"", RegexOptions.NonBacktracking);

    public static JsonElement Read(string method, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (Parse(body) is not { } answer)
        {
            CallOutcome unread = status == TooManyRequests ? new CallOutcome.RetryAfter(Wait(response, null)) : new CallOutcome.InDoubt();
            throw new BotApiException(method, unread, $"HTTP {status} with a body that is no answer of the Bot API");
        }

        if (answer.Ok) return answer.Result;
        var code = answer.ErrorCode ?? status;
        var outcome = code == TooManyRequests
            ? new CallOutcome.RetryAfter(Wait(response, answer.Parameters))
            : FailureTable.Find(code, answer.Description ?? "", answer.Parameters);
        throw new BotApiException(method, outcome, $"{code} {Reason(answer.Description)}");
    }

    private static Answer? Parse(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, BotJson.Default.Answer);
            return answer is { Ok: true, Result.ValueKind: JsonValueKind.Undefined } ? null : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Wait(HttpResponseMessage response, ResponseParameters? parameters) =>
        parameters?.RetryAfter is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds)
        : response.Headers.RetryAfter?.Delta is { } delta ? delta
        : UnsaidWait;

    private static string Reason(string? description)
    {
        var reason = Quoted.Replace(description ?? "without a reason", "\"…\"");
        return reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength];
    }
}
