using Monitor.Core.Deliveries;

namespace Monitor.Core.Tests.Deliveries;

public sealed class RetryRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_wait_that_was_asked_for_is_kept_to_the_second() =>
        Assert.Equal(Now + TimeSpan.FromSeconds(234), RetryRule.After(SendOutcome.Wait, 1, Now, TimeSpan.FromSeconds(234)).Again);

    [Fact]
    public void What_was_not_sent_is_tried_again_with_growing_pauses_for_more_than_a_day()
    {
        var at = Now;
        for (var attempt = 1; attempt < RetryRule.MostAttempts; attempt++) at = RetryRule.After(SendOutcome.NotSent, attempt, at).Again!.Value;
        Assert.True(at - Now > TimeSpan.FromDays(1));
        Assert.True(RetryRule.After(SendOutcome.NotSent, RetryRule.MostAttempts, at).Parked);
    }

    [Fact]
    public void An_unknown_outcome_is_repeated_once()
    {
        Assert.NotNull(RetryRule.After(SendOutcome.InDoubt, 1, Now).Again);
        Assert.True(RetryRule.After(SendOutcome.InDoubt, 2, Now).Parked);
    }

    [Theory]
    [InlineData(SendOutcome.Refused)]
    [InlineData(SendOutcome.ChatGone)]
    public void A_refusal_is_parked_with_its_reason(SendOutcome outcome)
    {
        var step = RetryRule.After(outcome, 1, Now);
        Assert.True(step.Parked);
        Assert.NotNull(step.Reason);
    }
}
