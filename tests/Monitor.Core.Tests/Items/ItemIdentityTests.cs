using Monitor.Core.Feeds;
using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class ItemIdentityTests
{
    private static readonly ParsedItem First = new() { Id = "http://site.test/?p=1", Link = "http://site.test/a/1", Title = "Суд ідзе", Text = "Тэкст", Published = new DateTimeOffset(2025, 12, 13, 0, 0, 0, TimeSpan.Zero) };

    public static TheoryData<string, ParsedItem> SameItems => new()
    {
        { "a new guid", First with { Id = "17" } },
        { "no guid", First with { Id = null } },
        { "an https guid", First with { Id = "https://site.test/?p=1", Link = null } },
        { "an https link", First with { Id = null, Link = "https://www.site.test/a/1/" } },
        { "tracking", First with { Id = null, Link = "http://site.test/a/1?utm_source=rss" } },
        { "a new date", First with { Published = new DateTimeOffset(2025, 12, 14, 0, 0, 0, TimeSpan.Zero) } },
        { "an edited title", First with { Title = "Суд скончыўся" } },
        { "a new link with the old guid", First with { Link = "https://site.test/b/1" } },
        { "the guid as link", First with { Id = "http://site.test/a/1", Link = null } },
    };

    public static TheoryData<string, ParsedItem> OtherItems => new()
    {
        { "another link and guid", First with { Id = "http://site.test/?p=2", Link = "http://site.test/a/2" } },
        { "the same title and text elsewhere", new ParsedItem { Id = "2", Link = "https://site.test/a/2", Title = First.Title, Text = First.Text } },
        { "only the front page in common", new ParsedItem { Link = "https://site.test/", Title = "Суд ідзе", Text = "Тэкст" } },
    };

    [Theory]
    [MemberData(nameof(SameItems))]
    public void An_item_is_known_again(string change, ParsedItem again) => Assert.True(KeysOf(First).Intersect(KeysOf(again)).Any(), change);

    [Theory]
    [MemberData(nameof(OtherItems))]
    public void Another_item_is_another(string difference, ParsedItem other) => Assert.False(KeysOf(First).Intersect(KeysOf(other)).Any(), difference);

    [Fact]
    public void Without_link_and_guid_the_words_are_the_key()
    {
        var item = new ParsedItem { Title = "Суд", Text = "Тэкст" };
        Assert.Equal(KeysOf(item), KeysOf(item with { Title = "  Суд ", Published = DateTimeOffset.UnixEpoch }));
        Assert.NotEqual(KeysOf(item), KeysOf(item with { Text = "Іншы" }));
    }

    [Fact]
    public void A_guid_that_all_items_share_tells_none_apart()
    {
        var keys = ItemIdentity.Keys([new ParsedItem { Id = "0", Title = "1" }, new ParsedItem { Id = "0", Title = "2" }, new ParsedItem { Id = "0", Title = "3", Link = "https://site.test/3" }]);
        Assert.Equal(keys.Count, keys.SelectMany(list => list).Distinct().Count());
    }

    [Fact]
    public void A_link_that_different_items_share_tells_none_apart()
    {
        var keys = ItemIdentity.Keys([new ParsedItem { Id = "1", Link = "https://site.test/live", Title = "1" }, new ParsedItem { Id = "2", Link = "https://site.test/live", Title = "2" }]);
        Assert.Empty(keys[0].Intersect(keys[1]));
    }

    [Fact]
    public void The_same_item_twice_in_one_feed_is_one()
    {
        var keys = ItemIdentity.Keys([First, First]);
        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(2, keys[0].Count);
    }

    private static IReadOnlyList<string> KeysOf(ParsedItem item) => Assert.Single(ItemIdentity.Keys([item]));
}
