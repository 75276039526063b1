using System.Text.Json.Serialization;

namespace Monitor.Telegram.Types;

/// <summary>
/// One thing that happened, at most one part set. Updates come at least once, and after a quiet week their ids go on from a
/// random number: keep a set of ids seen, never a highest one.
/// </summary>
public sealed record Update : Wire
{
    [JsonPropertyName("update_id")]
    public required long Id { get; init; }

    public Message? Message { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    public InlineQuery? InlineQuery { get; init; }

    public ChatMemberUpdated? MyChatMember { get; init; }

    [JsonIgnore]
    public UpdateType Type =>
        Message is not null ? UpdateType.Message
        : CallbackQuery is not null ? UpdateType.CallbackQuery
        : InlineQuery is not null ? UpdateType.InlineQuery
        : MyChatMember is not null ? UpdateType.MyChatMember
        : UpdateType.Unknown;
}

public enum UpdateType
{
    /// <summary>A kind we do not use, or one that could not be read: to be confirmed and passed over.</summary>
    Unknown,
    Message,
    CallbackQuery,
    InlineQuery,
    MyChatMember,
}
