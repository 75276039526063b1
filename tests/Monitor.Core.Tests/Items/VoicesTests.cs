using Monitor.Core.Feeds;
using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class VoicesTests
{
    private static readonly Source House = Of("house", "https://news.house.test/rss", "house");
    private static readonly Source Aggregator = Of("aggregator", "https://all.test/rss", "aggregator");
    private static readonly Source Channel = Of("pul", "https://t.me/s/pul_1", "president", SourceKind.Telegram);
    private static readonly Source Blog1 = Of("blog1", "https://platform.test/a", "blogger-a");
    private static readonly Source Blog2 = Of("blog2", "https://platform.test/b", "blogger-b");

    private static readonly Voices All = new([House, Aggregator, Channel, Blog1, Blog2]);

    [Theory]
    [InlineData("https://all.test/1", "aggregator")]
    [InlineData("https://house.test/1", "house")]
    [InlineData("http://www.news.house.test/1?utm_source=all", "house")]
    [InlineData("https://stranger.test/1", "aggregator")]
    [InlineData("https://platform.test/a/1", "aggregator")]
    [InlineData("not an address", "aggregator")]
    [InlineData(null, "aggregator")]
    public void An_aggregator_s_item_speaks_with_the_voice_of_the_house_it_leads_to(string? link, string origin) =>
        Assert.Equal(origin, All.Of(Aggregator, new ParsedItem { Link = link }));

    [Theory]
    [InlineData("https://news.house.test/1")]
    [InlineData("https://cdn.feeds.test/1")]
    [InlineData("https://news.house.test.evil.test/1")]
    public void A_house_speaks_for_itself(string link) => Assert.Equal("house", All.Of(House, new ParsedItem { Link = link }));

    [Theory]
    [InlineData("Пул первого", "https://t.me/pul_1/17", "president")]
    [InlineData("Иной канал", "https://t.me/Inoy/17", "t.me/inoy")]
    [InlineData("Ганна", null, "t.me: Ганна")]
    public void A_forward_speaks_with_its_author_s_voice(string name, string? link, string origin) =>
        Assert.Equal(origin, All.Of(Channel, new ParsedItem { Link = "https://t.me/pul_1/20", ForwardedFrom = new Forward(name, link) }));

    [Fact]
    public void A_forward_and_what_was_forwarded_are_one_item()
    {
        var original = new ParsedItem { Id = "inoy/17", Link = "https://t.me/inoy/17", Title = "x", Text = "x" };
        var forward = new ParsedItem { Id = "pul_1/20", Link = "https://t.me/pul_1/20", Title = "x", Text = "x", ForwardedFrom = new Forward("Иной", "https://t.me/Inoy/17") };
        Assert.NotEmpty(ItemIdentity.Keys([original])[0].Intersect(ItemIdentity.Keys([forward])[0]));
    }

    private static Source Of(string id, string url, string origin, SourceKind kind = SourceKind.Feed) => new() { Id = id, Name = id, Kind = kind, Url = new Uri(url), Origin = origin };
}
