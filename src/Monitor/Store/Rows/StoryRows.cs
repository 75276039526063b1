using Monitor.Core.Alerts;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

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

    /// <summary>The item as it was first stored, of which this is a later version: its site edited it. Null for the first.</summary>
    public long? EditOf { get; set; }

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
