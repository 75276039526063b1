using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds.Health;

namespace Monitor.Tests.Pipeline.Sources;

/// <summary>A source that gives its archive again: new guids, https for http, all dates now. Nothing of it is news, and the curators hear of it once.</summary>
public sealed class ArchiveTests
{
    private static readonly DateTimeOffset Start = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Post> _posts = [.. Enumerable.Range(0, 30).Select(i => new Post(i, Start.AddDays(-i)))];
    private Func<Post, string> _write = post => Item(post, "http://archive.test/", "http://archive.test/?p=", post.At);

    [Fact]
    public async Task Nothing_of_an_archive_given_again_reaches_the_next_stage_and_one_notice_says_so()
    {
        using var house = await OpenAsync();
        _write = post => Item(post, "https://www.archive.test/", "https://archive.test/?guid=", house.Clock.Now);
        for (var look = 0; look < 5; look++) await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(30, await house.LookAsync(db => db.Items.CountAsync()));
        Assert.Equal([NoticeKind.Archive], await house.NoticesAsync());
    }

    [Fact]
    public async Task Without_links_its_words_tell_an_old_item_and_its_unknown_part_is_history_with_a_reason()
    {
        _write = post => Item(post, null, "first-", post.At);
        using var house = await OpenAsync();
        _posts.AddRange(Enumerable.Range(30, 40).Select(i => new Post(i, Start)));
        _write = post => Item(post, null, "second-", house.Clock.Now);
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(70, await house.LookAsync(db => db.Items.CountAsync()));
        Assert.Equal(0, await house.LookAsync(db => db.Items.CountAsync(i => !i.Silent)));
        Assert.Contains("archive", (await house.LookAsync(db => db.Items.OrderBy(i => i.Id).LastAsync())).SilentReason, StringComparison.Ordinal);
        Assert.Equal([NoticeKind.Archive], await house.NoticesAsync());
    }

    [Fact]
    public async Task News_that_comes_with_it_and_after_it_is_news()
    {
        using var house = await OpenAsync();
        _write = post => Item(post, "https://archive.test/", "https://archive.test/?guid=", house.Clock.Now);
        _posts.Insert(0, new Post(100, Start));
        await house.PassAsync(TimeSpan.FromHours(1));
        for (var more = 101; more < 110; more++) _posts.Insert(0, new Post(more, Start));
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(10, await house.LookAsync(db => db.Items.CountAsync(i => !i.Silent)));
        Assert.Equal([NoticeKind.Archive], await house.NoticesAsync());
    }

    [Fact]
    public async Task A_second_feed_of_the_house_that_brings_the_same_articles_later_is_no_archive()
    {
        using var house = await OpenAsync();
        await house.AddAsync(PollingHouse.Feed("second", "archive"));
        await house.PassAsync(TimeSpan.FromHours(1));
        for (var more = 100; more < 120; more++) _posts.Insert(0, new Post(more, Start.AddMinutes(more)));
        await house.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(50, await house.LookAsync(db => db.Items.CountAsync()));
        Assert.DoesNotContain(NoticeKind.Archive, await house.NoticesAsync());
    }

    [Fact]
    public async Task Items_that_all_lead_to_the_front_page_are_told_by_their_guids()
    {
        _write = post => $"<item><title>{post.Title}</title><link>https://archive.test/</link><guid isPermaLink='false'>{post.Number}</guid></item>";
        using var house = await OpenAsync();
        _posts.Insert(0, new Post(100, Start));
        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(31, await house.LookAsync(db => db.Items.CountAsync()));
    }

    private async Task<PollingHouse> OpenAsync()
    {
        var house = await PollingHouse.OpenAsync(Start, _ => PollingHouse.Ok($"<rss version='2.0'><channel><title>t</title>{string.Concat(_posts.Select(_write))}</channel></rss>"));
        await house.AddAsync(PollingHouse.Feed("archive"));
        await house.PassAsync(TimeSpan.Zero);
        return house;
    }

    private static string Item(Post post, string? link, string guid, DateTimeOffset at) =>
        $"<item><title>{post.Title}</title>{(link is null ? "" : $"<link>{link}{post.Number}</link>")}<guid isPermaLink='false'>{guid}{post.Number}</guid><pubDate>{at.ToString("r", CultureInfo.InvariantCulture)}</pubDate><description>words of {post.Number}</description></item>";

    private sealed record Post(int Number, DateTimeOffset At)
    {
        public string Title => $"Weather report {Number}";
    }
}
