using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Alerts;

/// <summary>What is known of a change before an item was read: null stands for "not known at all".</summary>
public sealed record KnownChange(Standing Standing, ClaimKind Kind, int? Count, bool Alerted)
{
    /// <summary>The list, a silent first look or an old item had it: history, whatever comes later.</summary>
    public bool IsHistory { get; init; } = true;

    /// <summary>The other counts that the last alert gave.</summary>
    public IReadOnlyList<int> OtherCounts { get; init; } = [];

    /// <summary>A curator let it go out.</summary>
    public bool Approved { get; init; }
}

/// <summary>
/// Whether a change, as it stands now, is worth telling, and why (or why not). One report per change, for ever; agreement is a
/// silent edit; dispute and retraction are a correction; history is never told; a death that nobody answers for waits for a curator.
/// </summary>
public sealed record AlertDecision(AlertType? Type, string Why)
{
    /// <summary>It is told once a curator approves, or once somebody answers for it.</summary>
    public bool Waits { get; private init; }

    public static AlertDecision For(Change now, KnownChange? known, IEnumerable<Change> others)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (known is { Alerted: true }) return Again(now, known);
        if (!now.IsNews) return new(null, "history: no live item asserts it as having happened now");
        if (known is { IsHistory: true }) return new(null, "already known: the list or an earlier item has it as history");
        if (now.Standing == Standing.Retracted) return new(null, "overruled before it was told to anyone");
        if (others.FirstOrDefault(o => IsLaterStep(o, now)) is { } later) return new(null, $"history: a later change is known already ({Keyword.Of(later.Kind)} {later.Date})");
        if (IsGrave(now.Kind) && known is not { Approved: true } && !IsAttributed(now)) return new(null, "waits for a curator: grave news, and nobody is named as saying so") { Waits = true };
        return new(AlertType.Report, $"first report: {string.Join(", ", now.Origins)} assert{(now.Origins.Count == 1 ? "s" : "")} it");
    }

    private static AlertDecision Again(Change now, KnownChange known)
    {
        if (now.Standing != known.Standing && now.Standing is Standing.Disputed or Standing.Retracted && known.Standing != Standing.Retracted)
            return new(AlertType.Correction, $"now {Keyword.Of(now.Standing)}: {string.Join(", ", now.Against)} say{(now.Against.Count == 1 ? "s" : "")} the contrary");

        // Whoever was told that a report was withdrawn must hear that it stands after all.
        if (known.Standing == Standing.Retracted && now.Standing != Standing.Retracted) return new(AlertType.Correction, $"withdrawn before, now {Keyword.Of(now.Standing)}: {string.Join(", ", now.Origins)}");
        if (now.Standing != known.Standing) return new(AlertType.Edit, $"{Keyword.Of(known.Standing)} → {Keyword.Of(now.Standing)} by {string.Join(", ", now.Origins)}");
        if (now.Kind != known.Kind) return new(AlertType.Edit, $"better founded as {Keyword.Of(now.Kind)}");
        if (now.Count != known.Count) return new(AlertType.Edit, $"the count is now {now.Count}");
        if (!now.OtherCounts.SequenceEqual(known.OtherCounts)) return new(AlertType.Edit, $"other counts are given: {string.Join(", ", now.OtherCounts)}");
        return new(null, "already told: nothing of its standing, stage or count changed");
    }

    /// <summary>Death and grave health news go out only when attributed (DESIGN §4.5); no item says how grave, so all news of health are taken so.</summary>
    private static bool IsGrave(ClaimKind kind) => kind is ClaimKind.Died or ClaimKind.Health;

    private static bool IsAttributed(Change now) => now.Evidence.Any(e => e is { Stance: Stance.Asserted, Attributed: true });

    private static bool IsLaterStep(Change other, Change now) =>
        other.Standing != Standing.Retracted && StatusTimeline.ValueOf(other.Kind) is not null && other.Date.First > now.Date.Last;
}
