using System.Text.Json.Serialization;
using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

/// <summary>A message: 1 to 4096 characters after markup. There is no idempotency key: sent twice is delivered twice.</summary>
public sealed record SendMessageRequest : Wire, IRequest<Message>
{
    string IRequest<Message>.MethodName => "sendMessage";

    public required ChatId ChatId { get; init; }

    public required string Text { get; init; }

    public ParseMode? ParseMode { get; init; }

    public int? MessageThreadId { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public bool? DisableNotification { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>A new text for a message already sent. Nobody is notified.</summary>
public sealed record EditMessageTextRequest : Wire, IRequest<Message>
{
    string IRequest<Message>.MethodName => "editMessageText";

    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public required string Text { get; init; }

    public ParseMode? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    /// <summary>Left out, the buttons of the message disappear.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ParseMode>))]
public enum ParseMode
{
    [JsonStringEnumMemberName("HTML")]
    Html,
}

/// <summary>The message this answers. A correction goes out even where the reader deleted the first alert.</summary>
public sealed record ReplyParameters : Wire
{
    public required int MessageId { get; init; }

    public bool? AllowSendingWithoutReply { get; init; }
}

public sealed record LinkPreviewOptions : Wire
{
    public bool? IsDisabled { get; init; }

    public string? Url { get; init; }
}
