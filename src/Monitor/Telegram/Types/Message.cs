namespace Monitor.Telegram.Types;

/// <summary>
/// A message that came in or went out. Ids count per chat (keys need chat and message id). A group that became a supergroup says
/// so by two service messages: <see cref="MigrateToChatId"/> in the old chat and <see cref="MigrateFromChatId"/> in the new one.
/// </summary>
public sealed record Message : Wire
{
    public required int MessageId { get; init; }

    public required Chat Chat { get; init; }

    /// <summary>Absent in channels, and for old messages behind a button.</summary>
    public User? From { get; init; }

    /// <summary>The chat that speaks instead of a person: an administrator who posts anonymously has the group itself here.</summary>
    public Chat? SenderChat { get; init; }

    /// <summary>The topic; it also counts answers in ordinary groups, so send it back only with <see cref="IsTopicMessage"/>.</summary>
    public int? MessageThreadId { get; init; }

    public bool? IsTopicMessage { get; init; }

    /// <summary>Unix seconds; 0 behind a button that is too old for the bot to see.</summary>
    public long Date { get; init; }

    public string? Text { get; init; }

    /// <summary>The bot whose inline result this is; our own come back to us in private chats and are no questions.</summary>
    public User? ViaBot { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }
}
