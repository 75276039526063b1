using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Alerts;

/// <summary>What is known of a change before an item was read: null stands for "not known at all".</summary>
public sealed record KnownChange(Standing Standing, ClaimKind Kind, int? Count, bool Alerted);

/// <summary>
/// Whether a change, as it stands now, is worth telling, and why (or why not). One report per change, for ever; agreement is a
/// silent edit; dispute and retraction are a correction; history is never told.
/// </summary>
public sealed record AlertDecision(AlertType? Type, string Why)
{
    public static AlertDecision For(Change now, KnownChange? known, IEnumerable<Change> others)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (known is { Alerted: true }) return Again(now, known);
        if (!now.IsNews) return new(null, "history: no live item asserts it as having happened now");
        if (known is not null) return new(null, "already known: the list or an earlier item has it as history");
        if (now.Standing == Standing.Retracted) return new(null, "overruled before it was told to anyone");
        if (others.FirstOrDefault(o => IsLaterStep(o, now)) is { } later) return new(null, $"history: a later change is known already ({Keyword.Of(later.Kind)} {later.Date})");
        return new(AlertType.Report, $"first report: {string.Join(", ", now.Origins)} assert{(now.Origins.Count == 1 ? "s" : "")} it");
    }

    private static AlertDecision Again(Change now, KnownChange known)
    {
        if (now.Standing != known.Standing && now.Standing is Standing.Disputed or Standing.Retracted && known.Standing != Standing.Retracted)
            return new(AlertType.Correction, $"now {Keyword.Of(now.Standing)}: {string.Join(", ", now.Against)} say{(now.Against.Count == 1 ? "s" : "")} the contrary");
        if (now.Standing != known.Standing) return new(AlertType.Edit, $"{Keyword.Of(known.Standing)} → {Keyword.Of(now.Standing)} by {string.Join(", ", now.Origins)}");
        if (now.Kind != known.Kind) return new(AlertType.Edit, $"better founded as {Keyword.Of(now.Kind)}");
        if (now.Count != known.Count) return new(AlertType.Edit, $"the count is now {now.Count}");
        return new(null, "already told: nothing of its standing, stage or count changed");
    }

    private static bool IsLaterStep(Change other, Change now) =>
        other.Standing != Standing.Retracted && StatusTimeline.ValueOf(other.Kind) is not null && other.Date.First > now.Date.Last;
}
