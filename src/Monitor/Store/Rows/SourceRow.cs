using Monitor.Core.Feeds.Health;

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
