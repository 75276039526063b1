using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Changes;

public sealed class StatusTimelineTests
{
    private static readonly Person Someone = new() { Id = "someone", Name = "Some One" };

    [Fact]
    public void A_prisoner_of_whom_nothing_is_known_is_held() => Assert.Equal(StatusValue.Held, StatusTimeline.Of(Someone, []).Now);

    [Fact]
    public void A_release_frees_and_a_later_arrest_takes_back()
    {
        Assert.Equal(StatusValue.Released, Status(Freed("a", "09-11")).Now);
        var status = Status(Freed("a", "09-11"), Tell(ClaimKind.Detained, "b", "09-14"));
        Assert.Equal((StatusValue.Held, "2025-09-14"), (status.Now, status.Since.ToString()));
    }

    [Fact]
    public void A_retracted_release_frees_nobody() =>
        Assert.Equal(StatusValue.Held, Status(Freed("a", "12-13"), Freed("b", "12-15", Stance.Negated), Freed("c", "12-15", Stance.Negated)).Now);

    [Fact]
    public void An_old_vague_report_does_not_overwrite_a_newer_precise_one()
    {
        var old = Tell(ClaimKind.Sentenced, "b", "12-20") with { Stance = Stance.Background, Date = PartialDate.OfYear(2021) };
        Assert.Equal(StatusValue.Released, Status(Freed("a", "12-13"), old).Now);
    }

    [Fact]
    public void A_newer_status_of_the_list_stands_over_older_news()
    {
        var listed = Someone with { Status = new SubjectStatus(StatusValue.Held, PartialDate.Parse("2025-12-20")) };
        Assert.Equal(StatusValue.Held, StatusTimeline.Of(listed, ChangeDetector.Detect([Freed("a", "12-13")])).Now);
    }

    [Fact]
    public void An_announced_lift_is_no_lift()
    {
        var sanction = new Sanction { Id = "someone", Name = "A sanction", Issuer = "US", Target = "potash" };
        var status = StatusTimeline.Of(sanction, ChangeDetector.Detect([Tell(ClaimKind.LiftAnnounced, "us-government", "12-13")]));
        Assert.Equal(StatusValue.LiftAnnounced, status.Now);
    }

    private static SubjectStatus Status(params Evidence[] told) => StatusTimeline.Of(Someone, ChangeDetector.Detect(told));
}
