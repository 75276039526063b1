namespace Monitor.Core.Watchlist;

/// <summary>What a subject is now (DESIGN §2): the first five are a person's, the last four a sanction's; unknown is either's.</summary>
public enum StatusValue
{
    Held,
    Released,
    UnderTravelBan,
    Dead,
    Unknown,
    InForce,
    Eased,
    LiftAnnounced,
    Lifted,
}

/// <summary>A status with the date it began, where the person was taken (ISO country code, only if said of this person) and how well founded it is.</summary>
public sealed record SubjectStatus(StatusValue Now, PartialDate? Since = null, string? To = null, Standing Standing = Standing.Reported);
