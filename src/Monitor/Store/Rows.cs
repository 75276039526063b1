using Monitor.Core.Alerts;
using Monitor.Core.Claims;
using Monitor.Core.Deliveries;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>One source and where we stand with it. What the operator configures is in <see cref="Document"/>, and copied into columns for the pages.</summary>
public sealed class SourceRow
{
    public required string Id { get; set; }

    /// <summary>The source as the YAML of one entry of a sources file.</summary>
    public string Document { get; set; } = "";

    public required string Name { get; set; }
    public required string Kind { get; set; }
    public required string Url { get; set; }
    public required string Origin { get; set; }
    public required string Role { get; set; }
    public string? Language { get; set; }

    /// <summary>False once the source was removed or left the sources file; its items stay.</summary>
    public bool Active { get; set; }

    /// <summary>Added by hand (<c>sources add</c>, <c>sources import</c>): stays although the sources file does not name it.</summary>
    public bool ByHand { get; set; }

    /// <summary>Taken out by hand (<c>sources remove</c>): stays out although the sources file may name it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Not asked until it is resumed.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Where a permanent redirect within the host leads; asked there from then on.</summary>
    public string? MovedTo { get; set; }

    public string? ETag { get; set; }
    public string? LastModified { get; set; }
    public DateTimeOffset NextFetchAt { get; set; }
    public DateTimeOffset? LastFetchAt { get; set; }
    public DateTimeOffset? LastSuccessAt { get; set; }
    public DateTimeOffset? LastNewItemAt { get; set; }

    /// <summary>The first successful read, which was silent; null: the next one is.</summary>
    public DateTimeOffset? FirstReadAt { get; set; }

    /// <summary>Steps of back-off; 0 = healthy.</summary>
    public int Failures { get; set; }

    public string? Failure { get; set; }
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Seconds an item stays in the source's window, by the last look.</summary>
    public long? WindowSeconds { get; set; }

    /// <summary>The last look that knew nothing of what it was shown.</summary>
    public DateTimeOffset? GapAt { get; set; }
}

/// <summary>Something about a source that curators are told once. <see cref="ToldAt"/> is set by whoever has told them.</summary>
public sealed class SourceNoticeRow
{
    public long Id { get; set; }
    public required string SourceId { get; set; }
    public NoticeKind Kind { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>In words, in English: what was seen.</summary>
    public required string Words { get; set; }

    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>When it was over; at once for what has no end.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One article or post. <see cref="Reference"/> is its name for the outside: the id it came with, or its link.</summary>
public sealed class ItemRow
{
    /// <summary>The source of the articles that facts of the list cite.</summary>
    public const string ArticleSource = "articles";

    /// <summary>The source, and the origin, of what curators judge.</summary>
    public const string CuratorSource = "curator";

    public long Id { get; set; }
    public required string SourceId { get; set; }
    public required string Reference { get; set; }
    public required string Origin { get; set; }
    public string? Url { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string? Language { get; set; }
    public DateTimeOffset? Published { get; set; }
    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>Its words, to tell a reprint (Core's TextPrint); null where it claims nothing.</summary>
    public string? Print { get; set; }

    /// <summary>History, whatever it says: it came with the first look at its source, or for <see cref="SilentReason"/>.</summary>
    public bool Silent { get; set; }

    public string? SilentReason { get; set; }

    /// <summary>Null until ItemReading has committed everything that follows from it.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Why it made the alerts it made, or made none.</summary>
    public string? Verdict { get; set; }
}

/// <summary>The names one item is known by (canonical link, guid of its source): any of them seen again is the same item.</summary>
public sealed class ItemKeyRow
{
    public required string Key { get; set; }
    public long ItemId { get; set; }
}

/// <summary>A subject of the watchlist; the database is the truth once a list is imported.</summary>
public sealed class SubjectRow
{
    public required string Id { get; set; }

    /// <summary>person or sanction.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The whole subject as the YAML of one list entry.</summary>
    public required string Document { get; set; }

    /// <summary>False once no list names it any more; its history stays.</summary>
    public bool Active { get; set; }
}

public sealed class MentionRow
{
    public long Id { get; set; }
    public long ItemId { get; set; }
    public required string SubjectId { get; set; }
    public required string Surface { get; set; }
    public int Start { get; set; }
    public int End { get; set; }
    public double Score { get; set; }
    public required string Why { get; set; }
}

/// <summary>One claim of one item (or one voice of a fact on the list) about a subject or a group.</summary>
public sealed class ClaimRow
{
    public long Id { get; set; }
    public long ItemId { get; set; }
    public required string SubjectId { get; set; }
    public ClaimKind Kind { get; set; }
    public Stance Stance { get; set; }
    public PartialDate? Date { get; set; }
    public required string Origin { get; set; }

    /// <summary><see cref="Origin"/> is a voice that the item quotes.</summary>
    public bool Quoted { get; set; }

    /// <summary>Somebody answers for it by name: a voice that is quoted, a rights group or an authority.</summary>
    public bool Attributed { get; set; }

    public DateTimeOffset Published { get; set; }
    public bool Live { get; set; }
    public bool FromList { get; set; }

    /// <summary>The curator's own word, written by a judgement.</summary>
    public bool ByCurator { get; set; }

    public string? To { get; set; }
    public int? Count { get; set; }
    public required string Surface { get; set; }
    public required string Why { get; set; }

    /// <summary>The change it speaks of; null where it speaks of none.</summary>
    public long? ChangeId { get; set; }
}

/// <summary>One real-world change. Its slug is permanent: it stands in addresses and feeds.</summary>
public sealed class ChangeRow
{
    public long Id { get; set; }

    /// <summary>Given once and never altered: kalesnikava-released-2025-12-13.</summary>
    public required string Slug { get; set; }

    public required string SubjectId { get; set; }
    public ClaimKind Kind { get; set; }
    public required PartialDate Date { get; set; }

    /// <summary>First day of <see cref="Date"/> (yyyy-MM-dd), for order.</summary>
    public required string Day { get; set; }

    public Standing Standing { get; set; }
    public string? To { get; set; }
    public int? Count { get; set; }

    /// <summary>A report about it was given; only then are there edits and corrections.</summary>
    public bool Alerted { get; set; }

    /// <summary>Set when later evidence showed that this and another were one; its address leads there.</summary>
    public long? MergedInto { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Moves only when kind, standing, count or destination do.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>One message about a change, told to everyone it concerns by fan-out from a cursor.</summary>
public sealed class AlertRow
{
    public long Id { get; set; }
    public long ChangeId { get; set; }
    public AlertType Type { get; set; }
    public long ItemId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What the message says, as facts (JSON of Core's Alert); the words are found when it is sent, in the reader's language.</summary>
    public required string Facts { get; set; }

    /// <summary>The newest subscription at the moment of commit: who comes later gets later alerts.</summary>
    public long UpToSubscriptionId { get; set; }

    /// <summary>Subscribers up to this id have their delivery.</summary>
    public long FanOutCursor { get; set; }

    public bool FannedOut { get; set; }
}

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

/// <summary>Small facts about this database itself: the feed authority, the leader's term, …</summary>
public sealed class SettingRow
{
    public required string Key { get; set; }
    public required string Value { get; set; }
}
