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
    /// <summary>Older than this at publication is background (DESIGN §2).</summary>
    private const int NewsDays = 14;

    public static IReadOnlyList<Change> Detect(IReadOnlyCollection<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var families = evidence.Select(e => IsPartOfArrest(e, evidence) ? e with { Kind = ClaimKind.Detained } : e).GroupBy(e => (e.Subject, Family: ChangeFamily.Of(e.Kind))).ToDictionary(g => g.Key, g => g.ToList());
        var resolved = families.ToDictionary(f => f.Key, f => new Reprints(TellsOfANewTime(f.Key.Family, Contrary(f.Key, families).FindAll(IsFirstPrinting(evidence)))).Resolve(f.Value));
        return resolved
            .SelectMany(f => Clusters(f.Key.Family, InOrder(f.Value), Contrary(f.Key, resolved)))
            .OrderBy(c => c.Date).ThenBy(c => c.Kind).ToList();
    }

    /// <summary>"Detained again and taken back to the colony": where somebody was brought on the day of an arrest is part of that arrest.</summary>
    private static bool IsPartOfArrest(Evidence one, IReadOnlyCollection<Evidence> all) => one is { Kind: ClaimKind.Transferred, Stance: Stance.Asserted, When.Day: > 0 }
        && all.Any(e => e is { Kind: ClaimKind.Detained, Stance: Stance.Asserted, When.Day: > 0 } && e.Subject == one.Subject && e.When.DaysFrom(one.When) <= (e.Item == one.Item ? ChangeFamily.WindowDays : 0));

    /// <summary>What tells that the state a family begins had ended.</summary>
    private static List<Evidence> Contrary((string Subject, ClaimKind Family) one, Dictionary<(string Subject, ClaimKind Family), List<Evidence>> families) =>
        [.. families.Where(f => f.Key.Subject == one.Subject).SelectMany(f => f.Value).Where(e => ChangeFamily.IsContrary(one.Family, e.Kind) && IsTelling(e))];

    private static bool IsTelling(Evidence e) => e.Stance == Stance.Asserted || (e.Stance == Stance.Background && e.Date is not null);

    /// <summary>The same words again: of a new time where the contrary happened in between, or where they came weeks later with other figures.</summary>
    private static Func<Evidence, Evidence, bool> TellsOfANewTime(ClaimKind family, List<Evidence> contrary) => (first, again) =>
        (ChangeFamily.IsLasting(family) && contrary.Exists(c => c.When.First > first.When.Last && c.When.Last <= DayOf(again.Published)))
        || ((again.Published - first.Published).TotalDays > NewsDays && !first.Print!.HasFiguresOf(again.Print!));

    private static Predicate<Evidence> IsFirstPrinting(IReadOnlyCollection<Evidence> all) => e =>
        !all.Any(o => o.Print is not null && e.Print is not null && o.Kind == e.Kind && (e.Published - o.Published).TotalDays > NewsDays && e.Print.IsCopyOf(o.Print));

    private static List<Evidence> InOrder(List<Evidence> claims) =>
    [
        .. claims.OrderBy(e => e.When).ThenBy(e => e.Published).ThenBy(e => e.Item, StringComparer.Ordinal)
            .ThenBy(e => e.Origin, StringComparer.Ordinal).ThenBy(e => e.Kind).ThenBy(e => e.Count),
    ];

    private static IEnumerable<Change> Clusters(ClaimKind family, List<Evidence> claims, List<Evidence> contrary)
    {
        var clusters = new List<List<Evidence>>();
        var telling = claims.Where(IsTelling).ToList();
        var denials = claims.Where(e => e.Stance == Stance.Negated).ToList();

        // Days first, then months and years: a vague date must not bridge two changes that a day tells apart. Then what names no date.
        foreach (var claim in telling.Where(e => e.Date is { Day: > 0 })) Join(clusters, claim, known => IsNear(known, claim, contrary));
        foreach (var claim in telling.Where(e => e.Date is { Day: 0 })) Join(clusters, claim, known => IsNear(known, claim, contrary));
        foreach (var claim in telling.Where(e => e.Date is null)) Join(clusters, claim, known => IsNear(known, claim, contrary) || (ChangeFamily.IsLasting(family) && StillLasts(known, claim, [.. contrary, .. denials])));
        if (ChangeFamily.IsLasting(family)) foreach (var retelling in claims.Where(e => e is { Stance: Stance.Background, Date: null })) JoinRetold(clusters, retelling, contrary);
        foreach (var denial in denials) Deny(clusters, denial, contrary);
        return clusters.Select(Describe);
    }

    private static void Join(List<List<Evidence>> clusters, Evidence claim, Func<Evidence, bool> isSame)
    {
        var near = clusters.Where(c => c.Exists(e => isSame(e))).MaxBy(c => c[0].When);
        if (near is null) clusters.Add([claim]);
        else near.Add(claim);
    }

    /// <summary>"X, freed in recent months", retold without a date, tells of the last time before it that is known, if that still lasted; it begins no change.</summary>
    private static void JoinRetold(List<List<Evidence>> clusters, Evidence retelling, List<Evidence> contrary) =>
        clusters.Where(c => c[0].When.First <= DayOf(retelling.Published) && !contrary.Exists(e => IsBetween(c[0], e, retelling))).MaxBy(c => c[0].When)?.Add(retelling);

    /// <summary>Within the window, unless the contrary happened in between: freed, taken back and freed again within days is two releases.</summary>
    private static bool IsNear(Evidence known, Evidence claim, List<Evidence> contrary) =>
        known.When.DaysFrom(claim.When) <= ChangeFamily.WindowDays && !contrary.Exists(c => c.When.Day > 0 && IsBetween(known, c, claim));

    /// <summary>"Freed", without a day, of somebody free since June whom nobody reported taken: that tells of June.</summary>
    private static bool StillLasts(Evidence known, Evidence claim, List<Evidence> contrary) =>
        known.When.Last < claim.When.First && !contrary.Exists(c => IsBetween(known, c, claim));

    private static bool IsBetween(Evidence first, Evidence middle, Evidence last) => middle.When.First > first.When.Last && middle.When.Last < last.When.First;

    /// <summary>
    /// A denial speaks against the latest change that was already told when it was published: "still held" in the morning does not deny a
    /// release of the evening. After the contrary happened it speaks against nothing: who was taken back is indeed held. Nor does an item deny in
    /// its own voice what it reports.
    /// </summary>
    private static void Deny(List<List<Evidence>> clusters, Evidence denial, List<Evidence> contrary)
    {
        var told = clusters.Where(c => c[0].When.First <= denial.When.Last && c.Min(e => e.Published) <= denial.Published);
        var open = told.Where(c => !contrary.Exists(e => e.When.First > c[0].When.Last && e.When.First <= denial.When.Last)).MaxBy(c => c[0].When);
        if (open is null || (!denial.Quoted && open.Exists(e => e.Item == denial.Item && e.Stance == Stance.Asserted))) return;
        open.Add(denial);
    }

    private static Change Describe(List<Evidence> claims)
    {
        var inOrder = claims.OrderBy(e => e.Published).ThenBy(e => e.Item, StringComparer.Ordinal).ThenBy(e => e.Origin, StringComparer.Ordinal).ToList();
        var telling = inOrder.Where(e => e.Stance != Stance.Negated).ToList();
        var asserted = telling.Where(e => e.Stance == Stance.Asserted).ToList();
        var witnesses = asserted.Count > 0 ? asserted : telling.FindAll(e => e.Date is not null);
        var counts = ByOrigins(witnesses.Where(e => e.Count is not null), e => e.Count!.Value).ToList();
        var countries = telling.Where(e => e.To is not null).Select(e => e.To).Distinct().ToList();

        // "Freed", without a day, does not overwrite the day that an older word names.
        var date = DateOf(asserted.Exists(e => e.Date is not null) ? asserted : telling.FindAll(e => e.Stance == Stance.Asserted || e.Date is not null));
        var asNews = asserted.Exists(e => IsNewsOf(e, date));
        var (standing, origins, against) = Corroboration.Weigh(inOrder, asNews);
        return new Change
        {
            Subject = claims[0].Subject,
            Kind = StageOf(witnesses),
            Date = date,
            Standing = standing,
            Origins = origins,
            Against = against,
            Evidence = inOrder,
            To = countries.Count == 1 ? countries[0] : null,
            Count = counts.Count > 0 ? counts[0] : null,
            OtherCounts = counts.Skip(1).Order().ToList(),
            IsNews = asserted.Exists(e => e.Live && IsNewsOf(e, date)),
        };
    }

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>What happened long before it was published is a retelling, in whatever words.</summary>
    private static bool IsNewsOf(Evidence claim, PartialDate date) => DayOf(claim.Published).DayNumber - date.Last.DayNumber <= NewsDays;

    /// <summary>A pardon that is also called a release is a release; of announced and done, what more origins say, and the lesser where they are even.</summary>
    private static ClaimKind StageOf(List<Evidence> witnesses)
    {
        if (witnesses.Exists(e => e.Kind == ClaimKind.Released)) return ClaimKind.Released;
        var announced = Origins(witnesses, ClaimKind.LiftAnnounced);
        return announced > 0 && announced >= Origins(witnesses, ClaimKind.Lifted) ? ClaimKind.LiftAnnounced : ByOrigins(witnesses, e => e.Kind).First();
    }

    /// <summary>The day most origins name. Without one, the day of publication, unless a vague date that is named speaks against it.</summary>
    private static PartialDate DateOf(List<Evidence> witnesses)
    {
        var named = witnesses.Where(e => e.Date is { Day: > 0 }).ToList();
        if (named.Count > 0) return ByOrigins(named, e => e.When).First();
        var vague = witnesses.Where(e => e.Date is not null).Select(e => e.When).OrderByDescending(Precision).ThenBy(d => d).Take(1).ToList();
        var days = witnesses.Where(e => e.Date is null && vague.TrueForAll(v => v.Agrees(e.When))).Select(e => e.When).Order().ToList();
        return days.Count > 0 ? days[0] : vague[0];
    }

    private static int Precision(PartialDate date) => date.Day > 0 ? 2 : date.Month > 0 ? 1 : 0;

    private static int Origins(List<Evidence> witnesses, ClaimKind kind) => witnesses.Where(e => e.Kind == kind).Select(e => e.Origin).Distinct(StringComparer.Ordinal).Count();

    private static IEnumerable<T> ByOrigins<T>(IEnumerable<Evidence> witnesses, Func<Evidence, T> value) => witnesses
        .GroupBy(value)
        .OrderByDescending(g => g.Select(e => e.Origin).Distinct(StringComparer.Ordinal).Count()).ThenBy(g => g.Min(e => e.Published)).ThenBy(g => g.Key)
        .Select(g => g.Key);
}
