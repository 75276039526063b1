using Monitor.Core.Feeds;

namespace Monitor.Core.Tests.Feeds;

public sealed class PollPlanTests
{
    private static readonly PollPlan Plan = new(TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData(null, 10)]
    [InlineData(60, 10)]
    [InlineData(30 * 60, 30)]
    [InlineData(7 * 24 * 3600, 24 * 60)]
    public void The_wish_of_a_source_is_granted_between_every_and_a_day(int? seconds, int minutes)
    {
        var wait = new FreshFor(seconds is { } s ? TimeSpan.FromSeconds(s) : null);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Plan.After(new FetchOutcome.NotModified(wait), 0, 0).Wait);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Plan.After(Body(wait), 0, 0).Wait);
    }

    [Fact]
    public void The_feed_s_own_ttl_counts_like_a_header() => Assert.Equal(TimeSpan.FromHours(1), Plan.After(Body(FreshFor.Unsaid), 0, 0, new FeedPace(TimeSpan.FromHours(1))).Wait);

    [Fact]
    public void Failures_climb_from_a_minute_to_a_day_and_never_stop()
    {
        var waits = new List<double>();
        var steps = 0;
        for (var i = 0; i < 40; i++)
        {
            var next = Plan.After(new FetchOutcome.Failed("answered 500"), steps, 0);
            waits.Add(next.Wait.TotalMinutes);
            steps = next.Steps;
        }

        Assert.Equal([1, 2, 4, 8, 16], waits.Take(5));
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(24 * 60, waits[^1]);
    }

    [Fact]
    public void Success_takes_the_steps_back_one_half_at_a_time()
    {
        var steps = 12;
        var waits = new List<TimeSpan>();
        while (steps > 0)
        {
            var next = Plan.After(new FetchOutcome.NotModified(FreshFor.Unsaid), steps, 0);
            (steps, _) = (next.Steps, waits.Count);
            waits.Add(next.Wait);
        }

        Assert.Equal(waits.OrderDescending(), waits);
        Assert.InRange(waits.Count, 3, 5);
        Assert.Equal(TimeSpan.FromMinutes(10), waits[^1]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3600, 60)]
    [InlineData(100 * 3600, 24 * 60)]
    public void Retry_after_is_honoured_up_to_a_day(int seconds, int minutes)
    {
        var failed = new FetchOutcome.Failed("answered 429", seconds == 0 ? null : TimeSpan.FromSeconds(seconds));
        Assert.Equal(TimeSpan.FromMinutes(minutes), Plan.After(failed, 0, 0).Wait);
    }

    [Fact]
    public void Chance_only_adds_up_to_a_tenth()
    {
        var outcome = new FetchOutcome.NotModified(FreshFor.Unsaid);
        Assert.Equal(TimeSpan.FromMinutes(10), Plan.After(outcome, 0, 0).Wait);
        Assert.Equal(TimeSpan.FromMinutes(11), Plan.After(outcome, 0, 1).Wait);
        Assert.True(Plan.After(new FetchOutcome.Failed("x", TimeSpan.FromDays(2)), 0, 1).Wait <= PollPlan.Longest);
    }

    [Fact]
    public void Every_of_two_seconds_is_taken_as_it_is() =>
        Assert.Equal(TimeSpan.FromSeconds(2), new PollPlan(TimeSpan.FromSeconds(2)).After(new FetchOutcome.NotModified(FreshFor.Unsaid), 0, 0).Wait);

    private static FetchOutcome.Body Body(FreshFor wait) => new(ReadOnlyMemory<byte>.Empty, null, null, null, new Uri("https://site.test/"), null, wait);
}
