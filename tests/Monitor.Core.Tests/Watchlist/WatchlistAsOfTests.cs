using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Watchlist;

public sealed class WatchlistAsOfTests
{
    private static readonly DateOnly Eve = new(2025, 12, 12);

    [Theory]
    [InlineData("2025-12-13", "prisoner", StatusValue.Held)]
    [InlineData("2026", "prisoner", StatusValue.Held)]
    [InlineData("2025-12-12", "prisoner", StatusValue.Released)]
    [InlineData("2025-06", "prisoner", StatusValue.Released)]
    [InlineData(null, "prisoner", StatusValue.Released)]
    [InlineData("2025-12-13", "relative", null)]
    public void A_status_that_began_later_is_dropped_and_a_prisoner_is_then_held(string? since, string role, StatusValue? expected)
    {
        var status = new SubjectStatus(StatusValue.Released, since is null ? null : PartialDate.Parse(since), "LT", Standing.Confirmed);
        var then = WatchlistAsOf.AsOf(new Person { Id = "a", Name = "A", Role = role, Status = status }, Eve);
        Assert.Equal(expected, then.Status?.Now);
        if (expected == StatusValue.Held) Assert.Equal(new SubjectStatus(StatusValue.Held), then.Status);
    }

    [Fact]
    public void A_person_without_a_status_is_held_and_a_sanction_in_force()
    {
        Assert.Equal(StatusValue.Held, WatchlistAsOf.AsOf(new Person { Id = "a", Name = "A" }, Eve).Status?.Now);
        Assert.Equal(StatusValue.InForce, WatchlistAsOf.AsOf(new Sanction { Id = "s", Name = "S", Issuer = "US", Target = "x" }, Eve).Status?.Now);
    }

    [Fact]
    public void Facts_after_the_day_are_left_out_and_undated_ones_stay()
    {
        string?[] dates = ["2021", "2025-12", "2025-12-12", "2025-12-13", "2026", null];
        var facts = dates.Select(d => new Fact(ClaimKind.Health, d is null ? null : PartialDate.Parse(d), d, [], []));
        var then = WatchlistAsOf.AsOf(new Person { Id = "a", Name = "A", Facts = [.. facts] }, Eve);
        Assert.Equal(["2021", "2025-12", "2025-12-12", null], then.Facts.Select(f => f.Note));
    }
}
