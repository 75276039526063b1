using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Alerts;

/// <summary>DESIGN §4.5: death and grave news of health go out only when somebody answers for them.</summary>
public sealed class GraveNewsTests
{
    [Theory]
    [InlineData(ClaimKind.Died, true)]
    [InlineData(ClaimKind.Health, true)]
    [InlineData(ClaimKind.HungerStrike, false)]
    [InlineData(ClaimKind.Released, false)]
    public void What_nobody_answers_for_waits_for_a_curator(ClaimKind kind, bool waits)
    {
        var decision = AlertDecision.For(Only(Tell(kind, "outlet", "12-13")), null, []);
        Assert.Equal((waits, waits ? null : AlertType.Report), (decision.Waits, decision.Type));
    }

    [Fact]
    public void Two_outlets_that_name_nobody_are_still_nobody() => Assert.True(AlertDecision.For(Only(Tell(ClaimKind.Died, "a", "12-13"), Tell(ClaimKind.Died, "b", "12-13")), null, []).Waits);

    [Fact]
    public void A_death_that_a_named_voice_tells_goes_out_at_once() =>
        Assert.Equal(AlertType.Report, AlertDecision.For(Only(Tell(ClaimKind.Died, "relative", "12-13") with { Attributed = true }), null, []).Type);

    [Fact]
    public void What_waited_goes_out_when_somebody_answers_for_it_or_a_curator_approves()
    {
        var first = Only(Tell(ClaimKind.Died, "outlet", "12-13"));
        var waiting = new KnownChange(first.Standing, first.Kind, null, Alerted: false) { IsHistory = false };
        Assert.Equal(AlertType.Report, AlertDecision.For(Only(Tell(ClaimKind.Died, "outlet", "12-13"), Tell(ClaimKind.Died, "viasna", "12-14") with { Attributed = true }), waiting, []).Type);
        Assert.Equal(AlertType.Report, AlertDecision.For(first, waiting with { Approved = true }, []).Type);
    }

    private static Change Only(params Evidence[] told) => Assert.Single(ChangeDetector.Detect(told));
}
