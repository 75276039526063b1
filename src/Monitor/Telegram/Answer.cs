using System.Text.Json;
using Monitor.Telegram.Types;

namespace Monitor.Telegram;

/// <summary>The envelope of every answer: a result, or a code and a sentence that says why not.</summary>
internal sealed record Answer : Wire
{
    public required bool Ok { get; init; }

    public JsonElement Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

internal sealed record ResponseParameters : Wire
{
    public long? MigrateToChatId { get; init; }

    public int? RetryAfter { get; init; }
}
