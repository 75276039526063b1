namespace Monitor.Core.Deliveries;

/// <summary>When a chat that follows much wants to hear of it: each change at once, or together once a day or a week.</summary>
public enum Rhythm
{
    Instant,
    Daily,
    Weekly,
}

/// <summary>How one chat wants its alerts. Nothing in it changes what is true, only when and how it is said.</summary>
public sealed record DeliveryChoices
{
    public static readonly TimeOnly DigestHour = new(9, 0);

    public Rhythm Rhythm { get; init; }

    /// <summary>Null: none.</summary>
    public QuietHours? Quiet { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Only what at least two independent origins say.</summary>
    public bool OnlyConfirmed { get; init; }

    /// <summary>When the digest that a change of this moment belongs to goes out: nine in the morning of the chat's day, weekly on Monday.</summary>
    public DateTimeOffset NextDigest(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) >= DigestHour) day = day.AddDays(1);
        while (Rhythm == Rhythm.Weekly && day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return LocalTime.At(day, DigestHour, Zone);
    }
}
