using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// From all evidence about one subject to its changes. Claims of one family that lie within three days of each other are one
/// change; a vague date ("in 2021") joins the change it contains; a retelling joins what it retells or becomes history.
/// The order in which the evidence is given does not matter.
/// </summary>
public static class ChangeDetector
{
    public static IReadOnlyList<Change> Detect(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var ordered = evidence
            .OrderBy(e => e.When).ThenBy(e => e.Published).ThenBy(e => e.Item, StringComparer.Ordinal)
            .ThenBy(e => e.Origin, StringComparer.Ordinal).ThenBy(e => e.Kind).ThenBy(e => e.Count).ToList();
        var captivity = ordered.Where(e => e.Stance == Stance.Asserted && ChangeFamily.IsCaptivity(e.Kind)).ToList();

        return ordered.GroupBy(e => (e.Subject, Family: ChangeFamily.Of(e.Kind)))
            .SelectMany(family => Clusters([.. family], captivity))
            .OrderBy(c => c.Date).ThenBy(c => c.Kind).ToList();
    }

    private static IEnumerable<Change> Clusters(List<Evidence> family, List<Evidence> captivity)
    {
        var clusters = new List<List<Evidence>>();
        var telling = family.Where(e => e.Stance is Stance.Asserted || (e.Stance is Stance.Background && e.Date is not null)).ToList();

        // Days first, then months and years: a vague date must not bridge two changes that a day tells apart.
        foreach (var claim in telling.Where(e => e.When.Day > 0)) Join(clusters, claim, captivity);
        foreach (var claim in telling.Where(e => e.When.Day == 0)) Join(clusters, claim, captivity);
        foreach (var claim in family.Where(e => e.Stance == Stance.Negated)) Deny(clusters, claim);
        return clusters.Select(Describe);
    }

    private static void Join(List<List<Evidence>> clusters, Evidence claim, List<Evidence> captivity)
    {
        var near = clusters.LastOrDefault(c => c.Exists(e => IsSame(e, claim, captivity)));
        if (near is null) clusters.Add([claim]);
        else near.Add(claim);
    }

    private static bool IsSame(Evidence known, Evidence claim, List<Evidence> captivity)
    {
        if (known.When.DaysFrom(claim.When) > ChangeFamily.WindowDays) return false;

        // Freed, taken back within the window, freed again: two releases, because something else happened between them.
        return ChangeFamily.Of(claim.Kind) != ClaimKind.Released
            || !captivity.Exists(c => c.When.Day > 0 && c.When.First > known.When.Last && c.When.Last < claim.When.First);
    }

    /// <summary>A denial speaks against the latest change that was already told when it was published: "still held" in the morning does not deny a release of the evening.</summary>
    private static void Deny(List<List<Evidence>> clusters, Evidence denial)
    {
        clusters.LastOrDefault(c => c[0].When.First <= denial.When.Last && c.Min(e => e.Published) < denial.Published)?.Add(denial);
    }

    private static Change Describe(List<Evidence> claims)
    {
        var inOrder = claims.OrderBy(e => e.Published).ThenBy(e => e.Item, StringComparer.Ordinal).ThenBy(e => e.Origin, StringComparer.Ordinal).ToList();
        var (standing, origins, against) = Corroboration.Weigh(inOrder);
        var telling = inOrder.Where(e => e.Stance != Stance.Negated).ToList();
        var asserted = telling.Where(e => e.Stance == Stance.Asserted).ToList();
        var witnesses = asserted.Count > 0 ? asserted : telling;
        var counts = ByOrigins(witnesses.Where(e => e.Count is not null), e => e.Count!.Value).ToList();
        var countries = telling.Where(e => e.To is not null).Select(e => e.To).Distinct().ToList();

        return new Change
        {
            Subject = claims[0].Subject,
            Kind = StageOf(witnesses),
            Date = DateOf(witnesses),
            Standing = standing,
            Origins = origins,
            Against = against,
            Evidence = inOrder,
            To = countries.Count == 1 ? countries[0] : null,
            Count = counts.Count > 0 ? counts[0] : null,
            OtherCounts = counts.Skip(1).Order().ToList(),
            IsNews = asserted.Exists(e => e.Live),
        };
    }

    /// <summary>A pardon that is also called a release is a release; of announced and done, what more origins say, and the lesser where they are even.</summary>
    private static ClaimKind StageOf(List<Evidence> witnesses)
    {
        if (witnesses.Exists(e => e.Kind == ClaimKind.Released)) return ClaimKind.Released;
        var announced = Origins(witnesses, ClaimKind.LiftAnnounced);
        return announced > 0 && announced >= Origins(witnesses, ClaimKind.Lifted) ? ClaimKind.LiftAnnounced : ByOrigins(witnesses, e => e.Kind).First();
    }

    /// <summary>The day most origins name; a day that is named beats the day of publication, a precise date beats a vague one.</summary>
    private static PartialDate DateOf(List<Evidence> witnesses)
    {
        var named = witnesses.Where(e => e.Date is { Day: > 0 }).ToList();
        if (named.Count > 0) return ByOrigins(named, e => e.When).First();
        var days = witnesses.Where(e => e.When.Day > 0).ToList();
        return (days.Count > 0 ? days : witnesses).MinBy(e => (-Precision(e.When), e.When.First.DayNumber))!.When;
    }

    private static int Precision(PartialDate date) => date.Day > 0 ? 2 : date.Month > 0 ? 1 : 0;

    private static int Origins(List<Evidence> witnesses, ClaimKind kind) => witnesses.Where(e => e.Kind == kind).Select(e => e.Origin).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<T> ByOrigins<T>(IEnumerable<Evidence> witnesses, Func<Evidence, T> value) => witnesses
        .GroupBy(value)
        .OrderByDescending(g => g.Select(e => e.Origin).Distinct(StringComparer.Ordinal).Count()).ThenBy(g => g.Min(e => e.Published)).ThenBy(g => g.Key)
        .Select(g => g.Key);
}
