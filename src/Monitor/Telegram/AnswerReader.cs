using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monitor.Telegram;

/// <summary>
/// From an HTTP answer to a result or to the reason why there is none. A page instead of Telegram's JSON comes from something in
/// front of it: with a 3xx or 4xx it let nothing through, with a 5xx (nginx answers 502) nobody knows what became of the call.
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
            throw new BotApiException(method, WithoutAnswer(response, status), $"HTTP {status} with a body that is no answer of the Bot API");

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

    private static CallOutcome WithoutAnswer(HttpResponseMessage response, int status) => status switch
    {
        TooManyRequests => new CallOutcome.RetryAfter(Wait(response, null)),
        >= 300 and < 500 => new CallOutcome.NotSent(),
        >= 500 => new CallOutcome.Failed(),
        _ => new CallOutcome.InDoubt(),
    };

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
