namespace Monitor.Telegram.Types;

/// <summary>A button was pressed. Answer within seconds, else the app shows a clock and the query dies.</summary>
public sealed record CallbackQuery : Wire
{
    public required string Id { get; init; }

    public required User From { get; init; }

    /// <summary>The message with the button; absent under an inline result.</summary>
    public Message? Message { get; init; }

    public string? Data { get; init; }
}

/// <summary>Somebody types "@bot name" in any chat. Answer within about ten seconds.</summary>
public sealed record InlineQuery : Wire
{
    public required string Id { get; init; }

    public required User From { get; init; }

    public string Query { get; init; } = "";

    public string Offset { get; init; } = "";
}
