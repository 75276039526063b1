using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Watchlist;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2023-04")]
    [InlineData("2025-12-13")]
    public void A_date_prints_as_it_was_read(string text) => Assert.Equal(text, PartialDate.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2021-13")]
    [InlineData("2025-02-30")]
    [InlineData("13.12.2025")]
    [InlineData(null)]
    public void What_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2021", "2021-07-14", true)]
    [InlineData("2021-07", "2021-07-14", true)]
    [InlineData("2021", "2022", false)]
    [InlineData("2021-07-14", "2021-07-15", false)]
    public void A_vague_date_agrees_with_what_it_contains(string a, string b, bool agrees)
    {
        Assert.Equal(agrees, PartialDate.Parse(a).Agrees(PartialDate.Parse(b)));
        Assert.Equal(agrees, PartialDate.Parse(b).Agrees(PartialDate.Parse(a)));
    }

    [Fact]
    public void Days_are_counted_between_the_nearest_ends() => Assert.Equal(13, PartialDate.Parse("2025-11").DaysFrom(PartialDate.Parse("2025-12-13")));
}
