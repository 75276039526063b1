using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Alerts;

public sealed class AlertDecisionTests
{
    [Fact]
    public void A_new_change_is_reported_once()
    {
        var change = Only(Freed("a", "12-13"));
        Assert.Equal(AlertType.Report, AlertDecision.For(change, null, []).Type);
        Assert.Null(AlertDecision.For(change, Known(change), []).Type);
    }

    [Fact]
    public void Confirmation_is_a_silent_edit()
    {
        var before = Only(Freed("a", "12-13"));
        Assert.Equal(AlertType.Edit, AlertDecision.For(Only(Freed("a", "12-13"), Freed("b", "12-13")), Known(before), []).Type);
    }

    [Fact]
    public void Dispute_and_retraction_are_corrections()
    {
        var before = Only(Freed("a", "12-13"));
        var disputed = Only(Freed("a", "12-13"), Freed("b", "12-14", Stance.Negated));
        Assert.Equal(AlertType.Correction, AlertDecision.For(disputed, Known(before), []).Type);
        var retracted = Only(Freed("a", "12-13"), Freed("b", "12-14", Stance.Negated), Freed("c", "12-14", Stance.Negated));
        Assert.Equal(AlertType.Correction, AlertDecision.For(retracted, Known(disputed), []).Type);
    }

    [Fact]
    public void What_was_withdrawn_and_stands_after_all_is_a_correction_too()
    {
        var back = Only(Freed("a", "12-13"));
        Assert.Equal(AlertType.Correction, AlertDecision.For(back, Known(back) with { Standing = Standing.Retracted }, []).Type);
    }

    [Fact]
    public void Another_count_beside_the_one_told_is_an_edit()
    {
        var group = (string origin, int count) => Freed(origin, "12-13") with { Subject = Evidence.Group, Count = count };
        var now = Only(group("a", 123), group("b", 123), group("c", 120));
        Assert.Equal(AlertType.Edit, AlertDecision.For(now, Known(now), []).Type);
        Assert.Null(AlertDecision.For(now, Known(now) with { OtherCounts = [120] }, []).Type);
    }

    [Fact]
    public void History_is_never_told()
    {
        Assert.Null(AlertDecision.For(Only(Freed("a", "12-13") with { Live = false }), null, []).Type);
        var listed = Only(Freed("list", "12-13") with { Live = false });
        Assert.Null(AlertDecision.For(Only(Freed("list", "12-13") with { Live = false }, Freed("a", "12-13")), Known(listed) with { Alerted = false }, []).Type);
    }

    [Fact]
    public void What_happened_before_a_change_already_known_is_history()
    {
        var earlier = Only(Tell(ClaimKind.Transferred, "a", "12-01"));
        var decision = AlertDecision.For(earlier, null, [earlier, Only(Freed("b", "12-13"))]);
        Assert.Null(decision.Type);
        Assert.Contains("later change", decision.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_is_overruled_before_anyone_heard_it_is_not_told() =>
        Assert.Null(AlertDecision.For(Only(Freed("a", "12-13"), Freed("b", "12-14", Stance.Negated), Freed("c", "12-14", Stance.Negated)), null, []).Type);

    private static KnownChange Known(Change change) => new(change.Standing, change.Kind, change.Count, Alerted: true);

    private static Change Only(params Evidence[] told) => Assert.Single(ChangeDetector.Detect(told));
}
