using System.Text.Json.Nodes;

namespace Monitor.Tests.Support.BotApi;

/// <summary>One call as it came in.</summary>
public sealed class FakeBotApiCall(string method, JsonObject parameters, string verb, DateTimeOffset at)
{
    public string Method { get; } = method;

    public JsonObject Parameters { get; } = parameters;

    /// <summary>POST, if the client is careful.</summary>
    public string Verb { get; } = verb;

    public DateTimeOffset At { get; } = at;

    /// <summary>200 where the call was carried out, the code of the refusal where not, null where a fault came first.</summary>
    public int? Code { get; internal set; }

    /// <summary>The fault the client was shown instead of the answer.</summary>
    public string? Fault { get; internal set; }

    public long? ChatId => Parameters["chat_id"] is JsonValue value && value.TryGetValue<long>(out var id) ? id : null;

    public string Text => (string?)Parameters["text"] ?? "";

    public override string ToString() => $"{Method} {Parameters.ToJsonString()} -> {Code} {Fault}";
}

/// <summary>What is written back.</summary>
internal sealed record FakeBotApiAnswer(int Code, JsonNode? Result, string? Description = null)
{
    public long? MigrateTo { get; init; }

    public int? RetryAfter { get; init; }

    public JsonObject ToJson()
    {
        if (Code == 200) return new JsonObject { ["ok"] = true, ["result"] = Result };
        var json = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Description };
        if (MigrateTo is { } id) json["parameters"] = new JsonObject { ["migrate_to_chat_id"] = id };
        if (RetryAfter is { } seconds) json["parameters"] = new JsonObject { ["retry_after"] = seconds };
        return json;
    }
}

/// <summary>The fake says no, in the server's words.</summary>
#pragma warning disable CA1064 // internal to the fake, never leaves it
internal sealed class FakeBotApiRefusal(int code, string description) : Exception(description)
{
    public FakeBotApiAnswer Answer { get; init; } = new(code, null, description);

    public static FakeBotApiRefusal Bad(string description) => new(400, "Bad Request: " + description);

    public static FakeBotApiRefusal Forbidden(string description) => new(403, "Forbidden: " + description);
}
