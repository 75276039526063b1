namespace Monitor.Core.Deliveries;

/// <summary>A wall clock's time as an instant. A time that the spring change of clocks leaves out is the one an hour later.</summary>
internal static class LocalTime
{
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
