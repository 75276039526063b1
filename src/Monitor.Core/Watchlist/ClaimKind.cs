namespace Monitor.Core.Watchlist;

/// <summary>
/// What can be said of a subject (DESIGN §2). It stands with the watchlist because a fact on the list and a claim in the
/// news are the same kind of thing, and the claims stage may see the watchlist but not the other way round.
/// </summary>
public enum ClaimKind
{
    Released,
    Pardoned,
    Detained,
    Charged,
    Sentenced,
    Transferred,
    Health,
    HungerStrike,
    Died,
    Imposed,
    Extended,
    Tightened,
    Eased,
    Lifted,
    LicenceIssued,
    LiftAnnounced,
}
