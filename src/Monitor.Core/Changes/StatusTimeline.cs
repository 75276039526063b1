using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// What a subject is now: the latest change that moves a status and was not retracted. The status on the list stands until
/// something later is known; a status can go back (freed, then held again), and a vague old report never overwrites a precise new one.
/// </summary>
public static class StatusTimeline
{
    public static SubjectStatus Of(Subject subject, IEnumerable<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var latest = changes
            .Where(c => c.Standing != Standing.Retracted && ValueOf(c.Kind) is not null)
            .OrderBy(c => c.Date.First).ThenBy(c => ChangeFamily.IsCaptivity(c.Kind) ? 0 : 1).ThenBy(c => c.Kind)
            .LastOrDefault();
        var listed = subject.Status;
        if (latest is null) return listed ?? Initial(subject);

        var value = ValueOf(latest.Kind)!.Value;
        if (listed is { Since: { } since } && since.First > latest.Date.First && !latest.Date.Agrees(since)) return listed;
        return new SubjectStatus(value, latest.Date, latest.To ?? (listed is not null && listed.Now == value ? listed.To : null), latest.Standing);
    }

    /// <summary>The status a change of this kind leaves behind; null where it moves none (health, a charge against someone on trial at liberty, …).</summary>
    public static StatusValue? ValueOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Released or ClaimKind.Pardoned => StatusValue.Released,
        ClaimKind.Detained or ClaimKind.Sentenced or ClaimKind.Transferred => StatusValue.Held,
        ClaimKind.Died => StatusValue.Dead,
        ClaimKind.Imposed or ClaimKind.Extended or ClaimKind.Tightened => StatusValue.InForce,
        ClaimKind.Eased or ClaimKind.LicenceIssued => StatusValue.Eased,
        ClaimKind.Lifted => StatusValue.Lifted,
        ClaimKind.LiftAnnounced => StatusValue.LiftAnnounced,
        _ => null,
    };

    /// <summary>A tracked prisoner of whom nothing else is known is held; a tracked sanction is in force.</summary>
    private static SubjectStatus Initial(Subject subject) => subject switch
    {
        Person { Role: "prisoner" } => new SubjectStatus(StatusValue.Held),
        Person => new SubjectStatus(StatusValue.Unknown),
        _ => new SubjectStatus(StatusValue.InForce),
    };
}
