using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Bot;

public sealed class ButtonTests
{
    private const long Reader = 5_000_000_401;
    private const long Group = -1_001_000_000_402;
    private const long Administrator = 5_000_000_403;
    private const long Member = 5_000_000_404;
    private const string Site = "--Site:PublicBaseUrl=https://monitor.example";

    [Fact]
    public async Task A_card_leads_to_following_history_sources_and_the_page()
    {
        await using var house = await BotHouse.OpenAsync(settings: Site);
        await house.AskAsync(Reader, "Znak");
        var card = house.Telegram.Chats.SaidIn(Reader)[0];
        Assert.Equal(["follow", "history", "sources"], card.Buttons.Select(b => b.Split(' ')[0]));
        Assert.Contains("https://monitor.example/people/znak", card.ReplyMarkup, StringComparison.Ordinal);
        Assert.DoesNotContain("znak", string.Concat(card.Buttons), StringComparison.OrdinalIgnoreCase);

        await PressAsync(house, card, "history");
        Assert.StartsWith("Maksim Znak: what happened\n• 13 December 2025: free (", house.Telegram.Chats.SaidIn(Reader)[1].Text, StringComparison.Ordinal);
        await PressAsync(house, card, "sources");
        Assert.StartsWith("Maksim Znak: the sources\n• ", house.Telegram.Chats.SaidIn(Reader)[2].Text, StringComparison.Ordinal);
        await PressAsync(house, card, "follow");
        Assert.StartsWith("You now follow: Maksim Znak.", house.Telegram.Chats.SaidIn(Reader)[3].Text, StringComparison.Ordinal);
        Assert.Contains("/forget erases", house.Telegram.Chats.SaidIn(Reader)[3].Text, StringComparison.Ordinal);
        Assert.Equal(["znak"], await FollowsAsync(house));

        await house.AskAsync(Reader, "Znak");
        Assert.StartsWith("unfollow", house.Telegram.Chats.SaidIn(Reader)[4].Buttons[0], StringComparison.Ordinal);
        Assert.Equal(3, house.Telegram.CallsOf("answerCallbackQuery").Count);
    }

    [Fact]
    public async Task Where_several_fit_a_button_says_which()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "Maria");
        var choice = house.Telegram.Chats.SaidIn(Reader)[0];
        Assert.True(choice.Buttons.Count > 1);
        await PressAsync(house, choice, "status");
        Assert.StartsWith("Maria Batalionak: free", house.Telegram.Chats.SaidIn(Reader)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_drops_one_by_a_button_in_its_place()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        await house.AskAsync(Reader, "/follow Znak");
        await house.AskAsync(Reader, "/list");
        var list = house.Telegram.Chats.SaidIn(Reader)[2];
        await PressAsync(house, list, "list drop *");
        Assert.Equal(["znak"], await FollowsAsync(house));
        list = house.Telegram.Chats.SaidIn(Reader)[2];
        Assert.Equal((3, 1), (house.Telegram.Chats.SaidIn(Reader).Count, list.Edits));
        await PressAsync(house, list, "list drop #");
        Assert.Empty(await FollowsAsync(house));
    }

    [Fact]
    public async Task Every_choice_of_delivery_is_a_button_and_a_word()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "/start");
        await house.AskAsync(Reader, "/settings");
        var screen = house.Telegram.Chats.SaidIn(Reader)[1];
        foreach (var press in (string[])["settings daily", "settings quiet 22-8", "settings zone Europe/Vilnius", "settings silent", "settings links", "settings previews", "settings confirmed"]) await PressAsync(house, screen, press);
        var row = await house.ReadAsync(db => db.Subscribers.SingleAsync());
        Assert.Equal((Rhythm.Daily, "22:00-08:00", "Europe/Vilnius"), (row.Rhythm, row.QuietHours, row.TimeZone));
        Assert.True(row is { Silent: true, NoLinks: true, Previews: true, OnlyConfirmed: true });
        Assert.Contains("Quiet hours: 22:00–08:00", house.Telegram.Chats.SaidIn(Reader)[1].Text, StringComparison.Ordinal);

        Assert.Contains("Time zone: America/New_York", await house.AskAsync(Reader, "/settings zone new york"), StringComparison.Ordinal);
        Assert.StartsWith("Like this:", await house.AskAsync(Reader, "/settings zone Atlantis"), StringComparison.Ordinal);
        Assert.Contains("Quiet hours: none", await house.AskAsync(Reader, "/settings quiet off"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_everybody_reads_and_only_administrators_press()
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AddsTo(Group, "supergroup");
        house.Telegram.Chats.SetAdministrator(Group, Administrator);
        await house.AskInAsync(Group, Administrator, "/start@monitor_test_bot");
        await house.AskInAsync(Group, Member, "/list");
        var list = house.Telegram.Chats.SaidIn(Group)[1];
        Assert.StartsWith("You follow:", list.Text, StringComparison.Ordinal);
        house.Telegram.People.Presses(Group, list.MessageId, "list drop *", Member);
        await house.IdleAsync();
        Assert.Equal("Only an administrator of this group can change what it gets.", house.Telegram.Chats.SaidIn(Group)[2].Text);
        Assert.Equal([Follow.All], await FollowsAsync(house));
        house.Telegram.People.Presses(Group, list.MessageId, "list drop *", Administrator);
        await house.IdleAsync();
        Assert.Empty(await FollowsAsync(house));
    }

    [Fact]
    public async Task A_query_that_expired_stops_nothing()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "Znak");
        var card = house.Telegram.Chats.SaidIn(Reader)[0];
        house.Telegram.Faults.Next("answerCallbackQuery", Fault.Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        await PressAsync(house, card, "history");
        Assert.Equal(2, house.Telegram.Chats.SaidIn(Reader).Count);
        Assert.DoesNotContain(house.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Знак", "be", 1)]
    [InlineData("Maria", "en", 2)]
    [InlineData("Nobody Whatsoever", "en", 0)]
    [InlineData("", "ru", 0)]
    [InlineData("<b>&", "ru", 0)]
    public async Task A_name_typed_in_any_chat_gives_cards_to_send_there(string query, string language, int atLeast)
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.People.AsksInline(Reader, query, language: language);
        await house.Telegram.WaitFor(t => t.CallsOf("answerInlineQuery").Count == 1);
        await house.IdleAsync();
        var call = house.Telegram.CallsOf("answerInlineQuery")[0];
        Assert.Equal(200, call.Code);
        Assert.True(call.Parameters["results"]!.AsArray().Count >= atLeast);
        Assert.Empty(await house.ReadAsync(db => db.Subscribers.ToListAsync()));
    }

    [Fact]
    public async Task A_link_from_a_page_follows_its_subject_only()
    {
        await using var house = await BotHouse.OpenAsync();
        Assert.StartsWith("You now follow: Maksim Znak.", await house.AskAsync(Reader, "/start " + SubjectCode.Of("znak")), StringComparison.Ordinal);
        Assert.Equal(["znak"], await FollowsAsync(house));
        Assert.Equal("monitor_test_bot", await house.Get<BotName>().ReadAsync(default));
    }

    [Fact]
    public async Task A_pasted_list_is_followed_at_once_and_says_who_was_not_clear()
    {
        await using var house = await BotHouse.OpenAsync();
        var answer = await house.AskAsync(Reader, "/follow\nАлесь Бяляцкі\nZnak\nMaria\nКто-то Другой\n");
        Assert.StartsWith("From your list, you now follow 2:\n• Ales Bialiatski\n• Maksim Znak", answer, StringComparison.Ordinal);
        Assert.Contains("Whom do you mean?\nMaria", answer, StringComparison.Ordinal);
        Assert.Contains("Not on the list:\nКто-то Другой", answer, StringComparison.Ordinal);
        Assert.Contains("/forget erases", answer, StringComparison.Ordinal);
        Assert.Equal(["bialiatski", "znak"], await FollowsAsync(house));
        Assert.Contains("• Maksim Znak — free", await house.AskAsync(Reader, "Znak\nBialiatski"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/follow releases", Follow.Groups, false)]
    [InlineData("/follow confirmed", Follow.All, true)]
    [InlineData("/follow Znak, Babaryka", "znak,babaryka", false)]
    public async Task Less_than_everything_can_be_followed(string command, string follows, bool onlyConfirmed)
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, command);
        Assert.Equal(follows.Split(','), await FollowsAsync(house));
        Assert.Equal(onlyConfirmed, (await house.ReadAsync(db => db.Subscribers.SingleAsync())).OnlyConfirmed);
    }

    [Fact]
    public async Task What_is_exported_is_all_that_is_stored_and_brings_it_back()
    {
        await using var house = await BotHouse.OpenAsync();
        Assert.Equal("At the moment nothing is stored about this chat.", await house.AskAsync(Reader, "/export"));
        await house.AskAsync(Reader, "/follow sanctions");
        await house.AskAsync(Reader, "/follow Znak");
        var export = await house.AskAsync(Reader, "/export");
        Assert.Contains("number of this chat: 5000000401 (stored enciphered)", export, StringComparison.Ordinal);
        foreach (var line in export.Split('\n').Where(l => l.StartsWith("/follow ", StringComparison.Ordinal))) await house.AskAsync(Reader + 1, line);
        Assert.Equal(["*sanctions", "znak"], await house.ReadAsync(db => db.Subscriptions.Where(s => s.SubscriberId == db.Subscribers.Max(r => r.Id)).OrderBy(s => s.Id).Select(s => s.Follow).ToListAsync()));
    }

    private static async Task PressAsync(BotHouse house, FakeMessage message, string button)
    {
        var now = house.Telegram.Chats.SaidIn(message.ChatId).Single(m => m.MessageId == message.MessageId);
        house.Telegram.People.Presses(message.ChatId, message.MessageId, now.Buttons.First(b => b.StartsWith(button, StringComparison.Ordinal)));
        await house.IdleAsync();
    }

    private static Task<List<string>> FollowsAsync(BotHouse house) => house.ReadAsync(db => db.Subscriptions.OrderBy(s => s.Id).Select(s => s.Follow).ToListAsync());
}
