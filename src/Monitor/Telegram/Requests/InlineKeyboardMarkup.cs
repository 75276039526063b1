using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

/// <summary>Buttons under a message, in rows.</summary>
public sealed record InlineKeyboardMarkup : Wire
{
    public required IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get; init; }
}

/// <summary>A button with exactly one of its actions.</summary>
public sealed record InlineKeyboardButton : Wire
{
    /// <summary>Bytes of UTF-8, not letters: 32 Cyrillic ones. Keep ids in it, not names. (Bot API, InlineKeyboardButton)</summary>
    public const int MaxCallbackBytes = 64;

    public required string Text { get; init; }

    public string? CallbackData { get; init; }

    public string? Url { get; init; }

    /// <summary>Opens the choice of a chat and puts "@bot text" into it; the empty text is allowed.</summary>
    public string? SwitchInlineQuery { get; init; }

    public string? SwitchInlineQueryCurrentChat { get; init; }
}
