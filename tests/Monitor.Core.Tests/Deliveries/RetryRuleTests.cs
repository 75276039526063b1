using Monitor.Core.Deliveries;

namespace Monitor.Core.Tests.Deliveries;

public sealed class RetryRuleTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_wait_that_was_asked_for_is_kept_to_the_second() =>
        Assert.Equal(Now + TimeSpan.FromSeconds(234), RetryRule.After(SendOutcome.Wait, new Attempt(1), Now, TimeSpan.FromSeconds(234)).Again);

    [Fact]
    public void What_was_not_sent_is_tried_again_with_growing_pauses_and_never_given_up()
    {
        var pauses = Enumerable.Range(1, 2000).Select(attempt => RetryRule.After(SendOutcome.NotSent, new Attempt(attempt), Now).Again!.Value - Now).ToList();
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(10)), (pauses[0], pauses[^1]));
    }

    [Fact]
    public void An_unknown_outcome_is_repeated_once()
    {
        var first = RetryRule.After(SendOutcome.InDoubt, new Attempt(7), Now);
        Assert.NotNull(first.Again);
        Assert.True(first.InDoubt);
        Assert.True(RetryRule.After(SendOutcome.InDoubt, new Attempt(8, WasInDoubt: true), Now).Parked);
    }

    [Fact]
    public void What_a_failing_server_may_have_delivered_is_repeated_until_it_answers_and_marked()
    {
        Assert.All(Enumerable.Range(1, 50).Select(n => RetryRule.After(SendOutcome.Failed, new Attempt(n, WasInDoubt: n > 1), Now)), step => Assert.True(step is { Again: not null, InDoubt: true }));
    }

    [Theory]
    [InlineData(SendOutcome.Refused)]
    [InlineData(SendOutcome.ChatGone)]
    public void A_refusal_is_parked_with_its_reason(SendOutcome outcome)
    {
        var step = RetryRule.After(outcome, new Attempt(1), Now);
        Assert.True(step.Parked);
        Assert.NotNull(step.Reason);
    }
}
