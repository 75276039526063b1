namespace Monitor.Core.Watchlist;

/// <summary>
/// A subject as it stood on a day: facts that began after it are left out, and so is a status that began after it. A prisoner with no
/// other status is held, a sanction with none is in force: as of 2025-12-12 whoever was released on the next day is held.
/// </summary>
public static class WatchlistAsOf
{
    public static Subject AsOf(Subject subject, DateOnly day) => subject with
    {
        Facts = [.. subject.Facts.Where(fact => HasBegun(fact.Date, day))],
        Status = subject.Status is { } status && HasBegun(status.Since, day) ? status : StatusWithout(subject),
    };

    /// <summary>What is dated to a whole year or month counts from its first day; what has no date was always so.</summary>
    private static bool HasBegun(PartialDate? date, DateOnly day) => date is not { } known || known.First <= day;

    private static SubjectStatus? StatusWithout(Subject subject) => subject switch
    {
        Person { Role: "prisoner" } => new SubjectStatus(StatusValue.Held),
        Sanction => new SubjectStatus(StatusValue.InForce),
        _ => null,
    };
}
