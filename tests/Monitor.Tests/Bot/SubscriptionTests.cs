using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Privacy;

namespace Monitor.Tests.Bot;

public sealed class SubscriptionTests
{
    private const long Reader = 5_000_000_102;
    private const long Group = -1_001_000_000_103;
    private const long Administrator = 5_000_000_104;
    private const long Member = 5_000_000_105;

    [Fact]
    public async Task Start_alone_follows_all_changes_in_the_language_of_the_app_until_the_chat_chooses()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start", "be");
        var row = Assert.Single(await house.ReadAsync(db => db.Subscribers.ToListAsync()));
        Assert.Equal(("be", false), (row.Language, row.LanguageChosen));
        Assert.Equal(Reader, house.Get<ChatVault>().Decipher(row.ChatCipher));
        Assert.Equal([Follow.All], await FollowsAsync(house));

        await house.AskAsync(Reader, "/list", "ru");
        Assert.Equal("ru", (await house.ReadAsync(db => db.Subscribers.SingleAsync())).Language);
        Assert.Equal("From now on I write in English.", await house.AskAsync(Reader, "/language en", "ru"));
        Assert.Equal("You follow:\n• all changes", await house.AskAsync(Reader, "/list", "be"));
    }

    [Theory]
    [InlineData("/follow Kalesnikava", "kalesnikava")]
    [InlineData("/follow Калеснікава", "kalesnikava")]
    [InlineData("/follow@monitor_test_bot Znak", "znak")]
    [InlineData("/follow all", Follow.All)]
    [InlineData("/follow усё", Follow.All)]
    [InlineData("/follow persons", Follow.Persons)]
    [InlineData("/follow САНКЦИИ", Follow.Sanctions)]
    [InlineData("/FOLLOW potash", "us-potash")]
    public async Task One_thing_can_be_followed_without_start(string command, string follow)
    {
        await using var house = await BotHouse.OpenAsync();
        Assert.Contains("/forget erases", await house.AskAsync(Reader, command), StringComparison.Ordinal);
        Assert.Equal([follow], await FollowsAsync(house));
    }

    [Theory]
    [InlineData("/follow Maria", "Several fit")]
    [InlineData("/follow Tsikhanouskaya", "Nobody called")]
    [InlineData("/follow", "What to follow?")]
    [InlineData("/unfollow Znak", "Nothing is stored")]
    public async Task Nothing_is_stored_where_it_is_not_clear_who_is_meant(string command, string answer)
    {
        await using var house = await BotHouse.OpenAsync();
        Assert.Contains(answer, await house.AskAsync(Reader, command), StringComparison.Ordinal);
        Assert.Empty(await house.ReadAsync(db => db.Subscribers.ToListAsync()));
    }

    [Fact]
    public async Task Stopping_one_says_what_still_covers_it_and_stopping_all_stops_everything()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        Assert.Contains("You also follow all changes", await house.AskAsync(Reader, "/follow Znak"), StringComparison.Ordinal);
        Assert.Contains("will still come, because you follow all changes", await house.AskAsync(Reader, "/unfollow Znak"), StringComparison.Ordinal);
        Assert.Equal([Follow.All], await FollowsAsync(house));
        await house.AskAsync(Reader, "/unfollow all");
        Assert.Empty(await FollowsAsync(house));
        Assert.Contains("You follow nothing", await house.AskAsync(Reader, "/list"), StringComparison.Ordinal);
        await house.AskAsync(Reader, "/follow Znak");
        Assert.Equal("You no longer follow: Maksim Znak.", await house.AskAsync(Reader, "/unfollow Знак"));
        Assert.Equal("You do not follow this: Maksim Znak.", await house.AskAsync(Reader, "/unfollow Знак"));
    }

    [Fact]
    public async Task A_link_behind_start_changes_nothing_in_a_chat_that_has_chosen()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/follow Znak");
        Assert.Contains("You already follow: Maksim Znak", await house.AskAsync(Reader, "/start x1"), StringComparison.Ordinal);
        Assert.Equal(["znak"], await FollowsAsync(house));
        await house.AskAsync(Reader, "/start");
        Assert.Equal(["znak", Follow.All], await FollowsAsync(house));
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_suspended_and_back_when_they_write_again()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        house.Telegram.People.Blocks(Reader);
        await house.IdleAsync();
        Assert.NotNull((await house.ReadAsync(db => db.Subscribers.SingleAsync())).SuspendedAt);
        house.Telegram.People.Unblocks(Reader);
        await house.IdleAsync();
        Assert.Null((await house.ReadAsync(db => db.Subscribers.SingleAsync())).SuspendedAt);
    }

    [Fact]
    public async Task In_a_group_only_administrators_change_settings_and_answers_stay_in_their_topic()
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AddsTo(Group, "supergroup");
        house.Telegram.Chats.AddTopic(Group, 7);
        house.Telegram.Chats.SetAdministrator(Group, Administrator);

        Assert.Equal("Only an administrator of this group can change what it gets.", await house.AskInAsync(Group, Member, "/start@monitor_test_bot", topic: 7));
        Assert.Empty(await house.ReadAsync(db => db.Subscribers.ToListAsync()));
        Assert.Contains("You now follow all changes", await house.AskInAsync(Group, Administrator, "/start", topic: 7), StringComparison.Ordinal);
        Assert.Equal(7, (await house.ReadAsync(db => db.Subscribers.SingleAsync())).ThreadId);
        Assert.StartsWith("Maksim Znak: free", await house.AskInAsync(Group, Member, "/status Znak", topic: 7), StringComparison.Ordinal);
        Assert.All(house.Telegram.Chats.SaidIn(Group), said => Assert.Equal(7, said.ThreadId));
    }

    [Theory]
    [InlineData("Bialiatski")]
    [InlineData("what about /status Znak")]
    [InlineData("/status@another_bot Znak")]
    [InlineData("/unheard_of")]
    [InlineData("/")]
    public async Task In_a_group_what_is_not_meant_for_us_is_not_answered(string text)
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AddsTo(Group);
        Assert.Equal("", await house.AskInAsync(Group, Member, text));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_stays_the_same_subscriber()
    {
        const long upgraded = -1_001_000_000_999;
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AddsTo(Group);
        house.Telegram.Chats.SetAdministrator(Group, Administrator);
        await house.AskInAsync(Group, Administrator, "/start");
        house.Telegram.People.Upgrades(Group, upgraded);
        await house.IdleAsync();
        Assert.Equal(upgraded, house.Get<ChatVault>().Decipher((await house.ReadAsync(db => db.Subscribers.SingleAsync())).ChatCipher));
    }

    private static Task<List<string>> FollowsAsync(BotHouse house) => house.ReadAsync(db => db.Subscriptions.OrderBy(s => s.Id).Select(s => s.Follow).ToListAsync());
}
