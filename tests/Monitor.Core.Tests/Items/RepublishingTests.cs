using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class RepublishingTests
{
    private static readonly SeenItem Unknown = new(false, false, false, TimeSpan.Zero);
    private static readonly SeenItem Known = new(true, true, false, TimeSpan.Zero);
    private static readonly SeenItem Renamed = new(true, true, true, TimeSpan.Zero);
    private static readonly SeenItem Redated = new(true, true, false, TimeSpan.FromDays(30));
    private static readonly SeenItem SameWords = new(false, true, false, TimeSpan.Zero);

    [Fact]
    public void An_archive_with_new_names_dates_or_both_is_told()
    {
        Assert.True(Republishing.Is([.. Enumerable.Repeat(Renamed, 20)]));
        Assert.True(Republishing.Is([.. Enumerable.Repeat(Redated, 20)]));
        Assert.True(Republishing.Is([.. Enumerable.Repeat(SameWords, 20)]));
        Assert.True(Republishing.Is([.. Enumerable.Repeat(Redated, 5), .. Enumerable.Repeat(Unknown, 200)]));
    }

    [Fact]
    public void A_common_look_is_none()
    {
        Assert.False(Republishing.Is([]));
        Assert.False(Republishing.Is([.. Enumerable.Repeat(Unknown, 20)]));
        Assert.False(Republishing.Is([.. Enumerable.Repeat(Known, 18), Unknown, Unknown]));
        Assert.False(Republishing.Is([.. Enumerable.Repeat(Renamed, 4)]));
        Assert.False(Republishing.Is([.. Enumerable.Repeat(Known, 10), .. Enumerable.Repeat(Redated, 6)]));
    }

    [Fact]
    public void A_few_new_items_among_an_archive_are_news_and_many_of_one_date_are_not()
    {
        var now = new DateTimeOffset(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);
        Assert.False(Republishing.IsOlderPart([now, now.AddHours(-1)]));
        Assert.False(Republishing.IsOlderPart([.. Enumerable.Range(0, 10).Select(i => (DateTimeOffset?)now.AddHours(-i))]));
        Assert.True(Republishing.IsOlderPart([.. Enumerable.Range(0, 10).Select(i => (DateTimeOffset?)now.AddSeconds(i))]));
        Assert.True(Republishing.IsOlderPart([.. Enumerable.Repeat((DateTimeOffset?)null, 10)]));
    }
}
