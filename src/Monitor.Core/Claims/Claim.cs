using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims;

/// <summary>What an item says of a subject. <paramref name="Date"/> is when it happened, resolved against the item's date; null where the item does not say.</summary>
/// <param name="SaidBy">The voice the item quotes for it, as a short key (belta, viasna, us-envoy, relative, …); null where the item speaks itself.</param>
/// <param name="To">ISO country code the person was taken to, only where it is said of this person.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Surface">The clause it stands in.</param>
public sealed record Claim(
    string Subject, ClaimKind Kind, Stance Stance, PartialDate? Date, string? SaidBy, string? To, double Confidence, string Surface, string Why);

/// <summary>DESIGN §2. Only <see cref="Asserted"/> can make a change; <see cref="Background"/> fills history; <see cref="Negated"/> may dispute.</summary>
public enum Stance
{
    Asserted,
    Negated,
    Hypothetical,
    Demanded,
    Background,
}

/// <summary>"123 prisoners freed": how many, of what, when, who says so.</summary>
public sealed record GroupClaim(ClaimKind Kind, int Count, PartialDate? Date, Stance Stance, string? SaidBy, string Surface, string Why);

/// <summary>A person who is not on the list but is reported as taken, sentenced, freed or dead.</summary>
public sealed record Proposal(string Name, ClaimKind Kind, Stance Stance, PartialDate? Date, string Surface, string Why);

/// <summary>All that reading one item gives. Everything after it (changes, alerts, answers) sees only this.</summary>
public sealed record Reading(
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<GroupClaim> Groups,
    IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<NearMiss> NearMisses)
{
    public static Reading Nothing { get; } = new([], [], [], [], []);
}
