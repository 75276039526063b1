using Monitor.Core.Deliveries;

namespace Monitor.Store;

/// <summary>A chat's delivery choices as its row holds them. A zone this machine does not know is that of Minsk.</summary>
public static class ChatChoices
{
    public const string UsualZone = "Europe/Minsk";

    private static readonly TimeZoneInfo Minsk = TimeZoneInfo.TryFindSystemTimeZoneById(UsualZone, out var known)
        ? known
        : TimeZoneInfo.CreateCustomTimeZone(UsualZone, TimeSpan.FromHours(3), UsualZone, UsualZone);

    public static DeliveryChoices Choices(this SubscriberRow row) => new()
    {
        Rhythm = row.Rhythm,
        Quiet = row.QuietHours is null ? null : QuietHours.Parse(row.QuietHours),
        Zone = row.TimeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(row.TimeZone, out var zone) ? zone : Minsk,
        OnlyConfirmed = row.OnlyConfirmed,
    };
}
