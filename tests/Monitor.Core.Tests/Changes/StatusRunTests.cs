using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Changes;

public sealed class StatusRunTests
{
    private static readonly Person Someone = new() { Id = "someone", Name = "Some One" };

    [Fact]
    public void Held_since_the_first_step_of_captivity_not_since_the_last()
    {
        var run = Run(Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Tell(ClaimKind.Sentenced, "a", "05-01"), Told.Tell(ClaimKind.Transferred, "b", "08-01"));
        Assert.Equal((StatusValue.Held, "2025-02-01", Standing.Reported, ClaimKind.Transferred), (run.Status.Now, run.Status.Since.ToString()!, run.Status.Standing, run.Basis!.Kind));
    }

    [Fact]
    public void A_captivity_is_as_well_founded_as_its_best_founded_step()
    {
        var run = Run(Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Tell(ClaimKind.Sentenced, "a", "05-01"), Told.Tell(ClaimKind.Sentenced, "b", "05-01"), Told.Tell(ClaimKind.Transferred, "b", "08-01"));
        Assert.Equal((Standing.Confirmed, ClaimKind.Sentenced), (run.Status.Standing, run.Basis!.Kind));
    }

    [Fact]
    public void Freed_and_taken_back_is_held_since_the_second_time()
    {
        var run = Run(Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Freed("a", "05-01"), Told.Tell(ClaimKind.Detained, "a", "06-01"), Told.Tell(ClaimKind.Sentenced, "a", "09-01"));
        Assert.Equal((StatusValue.Held, "2025-06-01"), (run.Status.Now, run.Status.Since.ToString()!));
    }

    [Fact]
    public void A_release_rests_on_itself_and_keeps_its_dispute()
    {
        var run = Run(Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Freed("a", "05-01"), Told.Freed("b", "05-02", Stance.Negated));
        Assert.Equal((StatusValue.Released, "2025-05-01", Standing.Disputed), (run.Status.Now, run.Status.Since.ToString()!, run.Status.Standing));
    }

    [Fact]
    public void A_retracted_release_leaves_the_captivity_unbroken()
    {
        var run = Run(Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Freed("a", "05-01"), Told.Freed("b", "05-02", Stance.Negated), Told.Freed("c", "05-02", Stance.Negated), Told.Tell(ClaimKind.Sentenced, "a", "09-01"));
        Assert.Equal((StatusValue.Held, "2025-02-01"), (run.Status.Now, run.Status.Since.ToString()!));
    }

    [Fact]
    public void What_only_the_list_says_rests_on_no_change()
    {
        var run = StatusRun.Of(new SubjectStatus(StatusValue.Held), []);
        Assert.Null(run.Basis);
        Assert.Null(StatusRun.Of(new SubjectStatus(StatusValue.UnderTravelBan, PartialDate.OfYear(2026)), ChangeDetector.Detect([Told.Freed("a", "05-01")])).Basis);
    }

    private static StatusRun Run(params Evidence[] evidence)
    {
        var changes = ChangeDetector.Detect(evidence);
        return StatusRun.Of(StatusTimeline.Of(Someone, changes), changes);
    }
}
