using System.Diagnostics.CodeAnalysis;
using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

/// <summary>Ends the clock on a pressed button; a text (up to 200 characters) is shown for a moment.</summary>
public sealed record AnswerCallbackQueryRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "answerCallbackQuery";

    public required string CallbackQueryId { get; init; }

    public string? Text { get; init; }

    public bool? ShowAlert { get; init; }
}

/// <summary>At most 50 results; more by <see cref="NextOffset"/>.</summary>
public sealed record AnswerInlineQueryRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "answerInlineQuery";

    public required string InlineQueryId { get; init; }

    public required IReadOnlyList<InlineQueryResultArticle> Results { get; init; }

    /// <summary>Seconds Telegram may give the same answer to others; the default is 300.</summary>
    public int? CacheTime { get; init; }

    public bool? IsPersonal { get; init; }

    public string? NextOffset { get; init; }
}

public sealed record InlineQueryResultArticle : Wire
{
    [SuppressMessage("Performance", "CA1822", Justification = "A constant field of the wire format has to be a property to be serialized.")]
    public string Type => "article";

    /// <summary>1-64 bytes, unique within the answer.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required InputTextMessageContent InputMessageContent { get; init; }

    public string? Description { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

public sealed record InputTextMessageContent : Wire
{
    public required string MessageText { get; init; }

    public ParseMode? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}
