namespace Monitor.Store.Curators;

/// <summary>Why something waits for a curator.</summary>
public enum DoubtKind
{
    /// <summary>A name that several tracked persons bear, and nothing tells which is meant.</summary>
    AmbiguousPerson,

    /// <summary>A death or grave news of health that nobody answers for.</summary>
    Unattributed,

    /// <summary>Somebody who is not on the list is reported taken, sentenced, freed or dead.</summary>
    Proposal,

    /// <summary>More than three releases from one origin within an hour: told already, to be looked at now.</summary>
    Burst,
}

/// <summary>One thing a curator is asked. It is asked once: <see cref="Key"/> says what it is about.</summary>
public sealed class QueueEntryRow
{
    public long Id { get; set; }
    public required string Key { get; set; }
    public DoubtKind Kind { get; set; }

    /// <summary>What it is about, in one line: a name, a change, an origin.</summary>
    public required string Title { get; set; }

    /// <summary>The subjects it may concern, by id, with commas between.</summary>
    public string Candidates { get; set; } = "";

    /// <summary>The change that waits; null where there is none yet.</summary>
    public long? ChangeId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the curators were told of it in their chat; null: not yet.</summary>
    public DateTimeOffset? PagedAt { get; set; }

    /// <summary>A curator put it off: it is told again then.</summary>
    public DateTimeOffset? PutOffUntil { get; set; }

    /// <summary>The judgement that settled it; null while it is open.</summary>
    public long? SettledBy { get; set; }
}

/// <summary>An item an entry rests on, with the words that matter and why they were doubted.</summary>
public sealed class QueueEvidenceRow
{
    public long Id { get; set; }
    public long EntryId { get; set; }
    public long ItemId { get; set; }
    public required string Surface { get; set; }
    public required string Why { get; set; }
}

public enum JudgementKind
{
    Approve,
    Reject,
    SamePerson,
    NotThisPerson,
    Retract,
}

/// <summary>A judgement is written by whoever judges and carried out by JudgementRound; taking it back goes the same way.</summary>
public enum JudgementState
{
    Made,
    Applied,
    TakenBack,
    Undone,
}

/// <summary>What a curator decided. It stands above the list files, holds for whatever is read again, and can be undone.</summary>
public sealed class JudgementRow
{
    public long Id { get; set; }
    public JudgementKind Kind { get; set; }
    public JudgementState State { get; set; }

    /// <summary>The entry it answers; null where a curator acted unasked.</summary>
    public long? EntryId { get; set; }

    /// <summary>The item a name was judged in; null where the name is judged wherever it stands, or in all items of its entry.</summary>
    public long? ItemId { get; set; }

    public string? Surface { get; set; }
    public string? SubjectId { get; set; }
    public long? ChangeId { get; set; }

    /// <summary>The curator's reason, shown as evidence where a change is withdrawn.</summary>
    public string? Note { get; set; }

    public DateTimeOffset At { get; set; }
}
