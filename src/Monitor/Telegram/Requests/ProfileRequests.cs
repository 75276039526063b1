using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

/// <summary>The menu of commands, per scope and two-letter language; without a language, for all that have none of their own.</summary>
public sealed record SetMyCommandsRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "setMyCommands";

    public required IReadOnlyList<BotCommand> Commands { get; init; }

    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}

public sealed record BotCommand(string Command, string Description) : Wire;

/// <summary>"default", "all_private_chats", "all_group_chats", "all_chat_administrators".</summary>
public sealed record BotCommandScope(string Type) : Wire;

/// <summary>What an empty chat with the bot says: up to 512 characters.</summary>
public sealed record SetMyDescriptionRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "setMyDescription";

    public required string Description { get; init; }

    public string? LanguageCode { get; init; }
}

/// <summary>The line on the bot's profile and in links to it: up to 120 characters.</summary>
public sealed record SetMyShortDescriptionRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "setMyShortDescription";

    public required string ShortDescription { get; init; }

    public string? LanguageCode { get; init; }
}
