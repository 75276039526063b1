using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Health;

namespace Monitor.Core.Tests.Feeds.Health;

public sealed class SourceHealthTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(20, 20, true)]
    [InlineData(20, 19, false)]
    [InlineData(3, 3, true)]
    [InlineData(1, 1, false)]
    [InlineData(0, 0, false)]
    public void A_window_of_which_nothing_is_known_is_a_gap(int items, int unknown, bool gap) => Assert.Equal(gap, new FeedWindow(items, unknown).IsGap);

    [Fact]
    public void How_long_an_item_stays_in_sight_is_told_by_the_dates_and_not_by_one_that_is_pinned()
    {
        var items = Enumerable.Range(1, 20).Select(hour => new ParsedItem { Published = Now.AddHours(-hour) }).Append(new ParsedItem { Published = Now.AddYears(-1) }).ToList();
        Assert.InRange(FeedWindow.Lasts(items, Now)!.Value, TimeSpan.FromHours(14), TimeSpan.FromHours(20));
        Assert.Null(FeedWindow.Lasts([new ParsedItem(), new ParsedItem()], Now));
    }

    [Fact]
    public void Two_looks_overlap_whatever_the_source_wishes()
    {
        var plan = new PollPlan(TimeSpan.FromMinutes(10));
        var wish = new FetchOutcome.NotModified(new FreshFor(TimeSpan.FromHours(12)));
        Assert.Equal(TimeSpan.FromHours(12), plan.After(wish, 0, 0).Wait);
        Assert.Equal(TimeSpan.FromHours(1), plan.After(wish, 0, 0, new FeedPace(WindowLasts: TimeSpan.FromHours(2))).Wait);
        Assert.Equal(TimeSpan.FromMinutes(10), plan.After(wish, 0, 0, new FeedPace(WindowLasts: TimeSpan.FromMinutes(4))).Wait);
    }

    [Fact]
    public void Much_longer_than_usual_depends_on_what_is_usual()
    {
        Assert.Null(Silence.Allowed([Now, Now.AddHours(-1)]));
        Assert.Equal(TimeSpan.FromDays(1), Silence.Allowed([.. Enumerable.Range(0, 50).Select(i => Now.AddHours(-i))]));
        Assert.Equal(TimeSpan.FromDays(21), Silence.Allowed([.. Enumerable.Range(0, 50).Select(i => Now.AddDays(-7 * i))]));
    }
}
