using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// A status as a person should read it: since when it has been so without a break, and on which change it rests. Arrested in 2021,
/// sentenced in 2023, moved in May 2023 is "behind bars since 2021", not "since May 2023".
/// </summary>
/// <param name="Basis">The change that gives the status; null where it rests on the list alone.</param>
public sealed record StatusRun(SubjectStatus Status, Change? Basis)
{
    public static StatusRun Of(SubjectStatus status, IEnumerable<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(status);
        var moving = changes
            .Where(c => c.Standing != Standing.Retracted && StatusTimeline.ValueOf(c.Kind) is not null)
            .OrderBy(c => c.Date.First).ThenBy(c => ChangeFamily.IsCaptivity(c.Kind) ? 0 : 1).ThenBy(c => c.Kind).ToList();
        if (moving.Count == 0 || StatusTimeline.ValueOf(moving[^1].Kind) != status.Now) return new StatusRun(status, null);

        var run = Enumerable.Reverse(moving).TakeWhile(c => StatusTimeline.ValueOf(c.Kind) == status.Now).ToList();
        if (!IsLasting(status.Now)) return new StatusRun(status, run[0]);

        // Every change of the run says the same of today, so the best founded of them founds it, unless the newest is contested.
        var standing = run[0].Standing == Standing.Disputed || !run.Exists(c => c.Standing == Standing.Confirmed) ? run[0].Standing : Standing.Confirmed;
        var basis = run.Find(c => c.Standing == standing) ?? run[0];
        return new StatusRun(status with { Since = run[^1].Date, Standing = standing }, basis);
    }

    /// <summary>States in which later changes are steps of the same state; each release is its own beginning.</summary>
    private static bool IsLasting(StatusValue value) => value is StatusValue.Held or StatusValue.InForce;
}
