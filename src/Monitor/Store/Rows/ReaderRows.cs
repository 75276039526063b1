using Monitor.Core.Deliveries;

namespace Monitor.Store;

/// <summary>One chat that follows something. All that is stored about a reader stands here and in the three tables that name it.</summary>
public sealed class SubscriberRow
{
    /// <summary>In place of hash and cipher for the channel of the settings, which is no secret.</summary>
    public const string Channel = "channel";

    public long Id { get; set; }

    public bool IsChannel => ChatHash == Channel;

    /// <summary>Keyed hash of the chat id, to find it.</summary>
    public required string ChatHash { get; set; }

    /// <summary>The chat id enciphered, to write to it.</summary>
    public required string ChatCipher { get; set; }

    public required string Language { get; set; }
    public bool LanguageChosen { get; set; }
    public int? ThreadId { get; set; }

    public Rhythm Rhythm { get; set; }

    /// <summary>As "22:00-08:00"; null: none.</summary>
    public string? QuietHours { get; set; }

    /// <summary>IANA name, for quiet hours and digests; null: that of Minsk.</summary>
    public string? TimeZone { get; set; }

    public bool OnlyConfirmed { get; set; }

    /// <summary>Messages come without sound.</summary>
    public bool Silent { get; set; }

    /// <summary>Not one address in any message.</summary>
    public bool NoLinks { get; set; }

    public bool Previews { get; set; }

    /// <summary>A day, not an instant (yyyy-MM-dd).</summary>
    public required string LastContactDay { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Nothing is sent there earlier: Telegram asked to wait, or the last message was a moment ago.</summary>
    public DateTimeOffset? NotBefore { get; set; }
}

/// <summary>What a chat follows: a subject id, or one of the words of Core's Follow.</summary>
public sealed class SubscriptionRow
{
    public long Id { get; set; }
    public long SubscriberId { get; set; }
    public required string Follow { get; set; }
}

/// <summary>One alert to one chat: pending → sending → sent | parked; held before that, where it waits for a digest.</summary>
public sealed class DeliveryRow
{
    public long Id { get; set; }
    public long AlertId { get; set; }
    public long SubscriberId { get; set; }
    public DeliveryState State { get; set; }
    public Priority Priority { get; set; }

    /// <summary>It stands in the message of this other delivery and shares its fate; null: it has a message of its own.</summary>
    public long? CarriedBy { get; set; }

    /// <summary>Of an edit or correction: the delivery whose message it mends or answers. Null: it is the chat's first message about its change.</summary>
    public long? FirstId { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>The leader term in which it was taken for sending; a later term means the sender died with it in flight.</summary>
    public long Term { get; set; }

    public int Attempts { get; set; }

    /// <summary>The message in the chat, once sent: edits and replies need it.</summary>
    public int? MessageId { get; set; }

    /// <summary>Why it was parked or put off; never the text, never the chat.</summary>
    public string? Reason { get; set; }
}

public enum DeliveryState
{
    Pending,
    Held,
    Sending,
    Sent,
    Parked,
}

/// <summary>An update of the Bot API already handled. Its ids may jump, so it is a set, not a high-water mark.</summary>
public sealed class BotUpdateRow
{
    public long UpdateId { get; set; }
    public DateTimeOffset HandledAt { get; set; }
}
