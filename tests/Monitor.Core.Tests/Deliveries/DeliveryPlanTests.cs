using Monitor.Core.Alerts;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Deliveries;

public sealed class DeliveryPlanTests
{
    private static readonly TimeZoneInfo Warsaw = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    [Theory]
    [InlineData("22-8", "22:00-08:00")]
    [InlineData("22:30–7:15", "22:30-07:15")]
    [InlineData(" 0 - 6 ", "00:00-06:00")]
    [InlineData("8-8", null)]
    [InlineData("25-8", null)]
    [InlineData("22", null)]
    [InlineData("", null)]
    [InlineData("a-b-c", null)]
    public void Quiet_hours_are_read_as_people_write_them(string text, string? read) => Assert.Equal(read, QuietHours.Parse(text)?.ToString());

    [Theory]
    [InlineData("22-8", "2025-12-13T21:30:00Z", "2025-12-14T07:00:00Z")] // 22:30 in Warsaw
    [InlineData("22-8", "2025-12-14T06:59:59Z", "2025-12-14T07:00:00Z")]
    [InlineData("22-8", "2025-12-14T07:00:00Z", null)]
    [InlineData("22-8", "2025-07-14T06:30:00Z", null)] // summer time: 08:30
    [InlineData("13-15", "2025-12-13T12:00:00Z", "2025-12-13T14:00:00Z")]
    [InlineData("1-2:30", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")] // 02:30 does not exist that night: 03:30 summer time
    public void Quiet_ends_on_the_wall_clock_of_the_chat(string hours, string now, string? end) =>
        Assert.Equal(end is null ? null : DateTimeOffset.Parse(end), QuietHours.Parse(hours)!.EndsAfter(DateTimeOffset.Parse(now), Warsaw));

    [Theory]
    [InlineData(Rhythm.Daily, "2025-12-13T07:59:00Z", "2025-12-13T08:00:00Z")]
    [InlineData(Rhythm.Daily, "2025-12-13T08:00:00Z", "2025-12-14T08:00:00Z")]
    [InlineData(Rhythm.Weekly, "2025-12-13T08:00:00Z", "2025-12-15T08:00:00Z")] // from Saturday to Monday
    [InlineData(Rhythm.Weekly, "2025-12-15T07:00:00Z", "2025-12-15T08:00:00Z")]
    [InlineData(Rhythm.Weekly, "2025-12-15T08:00:00Z", "2025-12-22T08:00:00Z")]
    public void A_digest_goes_out_at_nine_in_the_morning(Rhythm rhythm, string now, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at), new DeliveryChoices { Zone = Warsaw, Rhythm = rhythm }.NextDigest(DateTimeOffset.Parse(now)));

    [Theory]
    [InlineData(ClaimKind.Released, AlertType.Report, false, true)]
    [InlineData(ClaimKind.Released, AlertType.Report, true, false)]
    [InlineData(ClaimKind.Released, AlertType.Correction, false, false)]
    [InlineData(ClaimKind.Died, AlertType.Report, false, false)]
    [InlineData(ClaimKind.Health, AlertType.Report, false, false)]
    [InlineData(ClaimKind.Lifted, AlertType.Report, false, true)]
    public void Death_corrections_and_the_chosen_are_never_held_for_a_digest(ClaimKind kind, AlertType type, bool chosen, bool held) =>
        Assert.Equal(held, DeliveryPlan.For(Alert(kind, type), chosen, new DeliveryChoices { Zone = Warsaw, Rhythm = Rhythm.Weekly }, DateTimeOffset.UnixEpoch).ForDigest);

    private static Alert Alert(ClaimKind kind, AlertType type) => new()
    {
        Type = type,
        Subject = "x",
        Names = new Dictionary<string, string>(),
        Kind = kind,
        Date = PartialDate.OfYear(2025),
        Standing = Standing.Reported,
        Origins = [],
        Items = [],
    };
}
