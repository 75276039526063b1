using Monitor.Core.Changes;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web.Charts;

/// <summary>A stretch of years in which a sanction stood in one state. <paramref name="Until"/>: when the next state began; null: still so.</summary>
public sealed record SanctionSpan(StatusValue State, PartialDate From, PartialDate? Until, Standing Standing)
{
    /// <summary>From the changes that moved its status; from the list's status alone where there is none. Empty where no date is known.</summary>
    /// <param name="steps">The changes of this sanction, oldest first.</param>
    public static IReadOnlyList<SanctionSpan> Of(SubjectStatus listed, IEnumerable<ChangeRow> steps)
    {
        var spans = new List<SanctionSpan>();
        foreach (var step in steps.Where(s => s.Standing != Standing.Retracted))
        {
            if (StatusTimeline.ValueOf(step.Kind) is not { } state || (spans.Count > 0 && spans[^1].State == state)) continue;
            if (spans.Count > 0) spans[^1] = spans[^1] with { Until = step.Date };
            spans.Add(new SanctionSpan(state, step.Date, null, step.Standing));
        }

        return spans.Count > 0 || listed.Since is not { } since ? spans : [new SanctionSpan(listed.Now, since, null, listed.Standing)];
    }
}
