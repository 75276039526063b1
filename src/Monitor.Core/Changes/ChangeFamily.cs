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

    public static ClaimKind Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Pardoned => ClaimKind.Released,
        ClaimKind.LiftAnnounced => ClaimKind.Lifted,
        _ => kind,
    };

    /// <summary>Kinds that say a person is not free: the contrary of a release, and the step after which a release is a new one.</summary>
    public static bool IsCaptivity(ClaimKind kind) => kind is ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced or ClaimKind.Transferred;

    /// <summary>Kinds that begin a lasting state: they happen again only after their contrary. Nobody is freed twice without being taken in between.</summary>
    public static bool IsLasting(ClaimKind family) => family is ClaimKind.Released or ClaimKind.Detained or ClaimKind.Died or ClaimKind.Imposed or ClaimKind.Lifted;

    /// <summary>Whether this kind ends the state that <paramref name="family"/> begins.</summary>
    public static bool IsContrary(ClaimKind family, ClaimKind kind) => family switch
    {
        ClaimKind.Released => IsCaptivity(kind),
        ClaimKind.Detained => Of(kind) == ClaimKind.Released,
        ClaimKind.Imposed => Of(kind) == ClaimKind.Lifted,
        ClaimKind.Lifted => kind is ClaimKind.Imposed or ClaimKind.Extended or ClaimKind.Tightened,
        _ => false,
    };

    public static bool IsOfPersons(ClaimKind kind) => kind <= ClaimKind.Died;
}
