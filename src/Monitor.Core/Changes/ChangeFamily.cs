using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// Which kinds are one change when they fall together (DESIGN §4.1): a pardon and a release, a lift that some call announced and
/// some done. Every other kind is a family of its own.
/// </summary>
public static class ChangeFamily
{
    /// <summary>Claims of one family dated within this many days of each other are one change (DESIGN §4.1).</summary>
    public const int WindowDays = 3;

    private static readonly ClaimKind[] Kinds = Enum.GetValues<ClaimKind>();

    public static ClaimKind Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Pardoned => ClaimKind.Released,
        ClaimKind.LiftAnnounced => ClaimKind.Lifted,
        _ => kind,
    };

    /// <summary>Kinds that say a person is not free: the contrary of a release, and the step after which a release is a new one.</summary>
    public static bool IsCaptivity(ClaimKind kind) => kind is ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced or ClaimKind.Transferred;

    public static bool IsOfPersons(ClaimKind kind) => kind <= ClaimKind.Died;

    public static IEnumerable<ClaimKind> All => Kinds;
}
