using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Bot.Receiving;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Bot;

public sealed class UpdateLoopTests(ITestOutputHelper output)
{
    private const long Reader = 5_000_000_107;

    [Fact]
    public async Task At_start_the_menu_and_the_descriptions_are_set_in_every_language()
    {
        await using var house = await BotHouse.OpenAsync();
        string[] languages = ["", "en", "be", "ru"];
        string[] methods = ["setMyCommands", "setMyDescription", "setMyShortDescription"];
        Assert.All(languages.SelectMany(l => methods.Select(m => $"{m}/{l}")), key => Assert.Contains(key, house.Telegram.Profile.Keys));
        var poll = house.Telegram.CallsOf("getUpdates")[0];
        Assert.Equal("""["message","callback_query","inline_query","my_chat_member"]""", poll.Parameters["allowed_updates"]!.ToJsonString());
    }

    [Fact]
    public async Task A_refused_token_is_said_once_with_how_to_mend_it_and_not_hammered()
    {
        await using var house = await BotHouse.OpenAsync(listen: false);
        house.Telegram.Faults.Next("getMe", Fault.Unauthorized);
        await house.RunToEndAsync();
        Assert.Single(house.Telegram.Calls);
        Assert.Contains(house.Log.Lines, l => l.StartsWith("Critical", StringComparison.Ordinal) && l.Contains("Telegram:BotToken", StringComparison.Ordinal) && l.Contains("@BotFather", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_that_is_asked_for_an_outage_and_a_second_poller_are_outlived()
    {
        await using var house = await BotHouse.OpenAsync(listen: false);
        house.Telegram.Faults.Next("getMe", Fault.TooManyRequests(1), Fault.HtmlBadGateway);
        house.Telegram.Faults.Next("setMyCommands", Fault.ServerError);
        house.Telegram.Faults.Next("getUpdates", Fault.Conflict);
        await house.ListenAsync();
        Assert.StartsWith("Maksim Znak", await house.AskAsync(Reader, "Znak"), StringComparison.Ordinal);
        Assert.Single(house.Log.Lines, l => l.Contains("Another program reads the updates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_program_with_the_token_is_said_once_while_both_poll_and_once_more_when_it_has_stopped()
    {
        var clock = new HurriedClock(times: 100);
        await using var house = await BotHouse.OpenAsync(time: clock);
        using var stop = new CancellationTokenSource();
        var other = PollAsync(new HttpBotApi(new BotApiSettings(house.Telegram.BaseUrl, FakeBotApi.Token)), stop.Token);
        await house.Telegram.WaitFor(t => t.CallsOf("getUpdates").Count(c => c.Code == 409) >= 20);
        await stop.CancelAsync();
        await other;

        // At this clock's pace the loop waits a few hundredths of a second for an answer before it asks on, so the answer is waited for here.
        house.Telegram.People.Writes(Reader, "Znak");
        await house.Telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count > 0);
        Assert.StartsWith("Maksim Znak", house.Telegram.Chats.SaidIn(Reader)[0].Text, StringComparison.Ordinal);
        var alone = clock.GetUtcNow().AddMinutes(2);
        while (clock.GetUtcNow() < alone) await house.AskAsync(Reader, "/latest");
        Assert.Single(house.Log.Lines, l => l.Contains("Another program reads the updates", StringComparison.Ordinal));
        Assert.Single(house.Log.Lines, l => l.Contains("No other program reads the updates", StringComparison.Ordinal));
    }

    /// <summary>The other program: asks again at once whenever it is thrown out, and takes no update.</summary>
    private static async Task PollAsync(HttpBotApi other, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await other.GetUpdates(new GetUpdatesRequest { Timeout = 50 }, stop);
            }
            catch (Exception e) when (e is BotApiException or OperationCanceledException)
            {
                continue; // thrown out, or stopped
            }
        }
    }

    [Fact]
    public async Task An_answer_that_must_wait_waits_and_comes_once()
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.Faults.Next("sendMessage", Fault.TooManyRequests(1));
        Assert.StartsWith("Maksim Znak", await house.AskAsync(Reader, "Znak"), StringComparison.Ordinal);
        var sends = house.Telegram.CallsOf("sendMessage");
        Assert.Equal(2, sends.Count);
        Assert.True(sends[1].At - sends[0].At >= TimeSpan.FromSeconds(0.9)); // timers may be a tick early
    }

    [Fact]
    public async Task An_answer_in_doubt_is_not_said_twice()
    {
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.Faults.Next("sendMessage", Fault.Cut with { AfterAccept = true });
        await house.AskAsync(Reader, "Znak");
        Assert.Single(house.Telegram.CallsOf("sendMessage"));
        Assert.Single(house.Telegram.Chats.SaidIn(Reader));
    }

    [Fact]
    public async Task A_chat_that_floods_and_is_slow_itself_makes_nobody_else_wait()
    {
        const long flooder = 5_000_000_109;
        const int politeAMinute = 21;
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.Faults.ForChat(flooder, Fault.Silence);
        for (var n = 0; n < 1000; n++) house.Telegram.People.Writes(flooder, "/latest");
        house.Telegram.People.Writes(Reader, "Znak");
        await house.Telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count == 1);
        Assert.InRange(house.Get<UpdateHandling>().Waiting, 1, politeAMinute + 1); // the reader's own may not be written down yet
        Assert.Single(house.Telegram.CallsOf("sendMessage"), c => c.ChatId == flooder);
    }

    [Fact]
    public async Task A_slow_chat_makes_nobody_else_wait()
    {
        const long slow = 5_000_000_108;
        await using var house = await BotHouse.OpenAsync();
        house.Telegram.Faults.ForChat(slow, Fault.Silence);
        house.Telegram.People.Writes(slow, "Znak");
        house.Telegram.People.Writes(slow, "Babaryka");
        house.Telegram.People.Writes(Reader, "Znak");
        await house.Telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count == 1 && t.CallsOf("sendMessage").Any(c => c.ChatId == slow));
        Assert.Single(house.Telegram.CallsOf("sendMessage"), c => c.ChatId == slow);
    }

    [Fact]
    public async Task Questions_of_one_chat_are_answered_in_order()
    {
        await using var house = await BotHouse.OpenAsync();
        string[] names = ["Znak", "Bialiatski", "Babaryka", "Zolatava", "Haluza", "Fiaduta"];
        foreach (var name in names) house.Telegram.People.Writes(Reader, name);
        await house.Telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count == names.Length);
        Assert.All(house.Telegram.Chats.SaidIn(Reader).Zip(names), pair => Assert.Contains(pair.Second, pair.First.Text.Split(':')[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_that_comes_again_after_a_restart_is_not_answered_again()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "Znak");
        var update = await house.ReadAsync(db => db.BotUpdates.SingleAsync());
        house.Telegram.Updates.ContinueFrom(update.UpdateId);
        await house.RestartAsync();
        Assert.Equal("", await house.AskAsync(Reader, "Znak"));
        Assert.StartsWith("Viktar Babaryka", await house.AskAsync(Reader, "Babaryka"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_go_on_lower_after_a_quiet_week_are_heard()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.AskAsync(Reader, "Znak");
        house.Telegram.Updates.ContinueFrom(17);
        await house.RestartAsync();
        Assert.StartsWith("Viktar Babaryka", await house.AskAsync(Reader, "Babaryka"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_questions_get_one_polite_answer_and_then_silence()
    {
        await using var house = await BotHouse.OpenAsync();
        for (var i = 0; i < 30; i++) house.Telegram.People.Writes(Reader, "?");
        await house.IdleAsync();
        await house.Telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count >= 21);
        Assert.Equal("That was a lot at once. I answer again in a minute.", house.Telegram.Chats.SaidIn(Reader)[^1].Text);
        Assert.Equal(21, house.Telegram.Chats.SaidIn(Reader).Count);
    }

    [Fact]
    public async Task A_failure_is_owned_up_to_and_stops_nothing()
    {
        await using var house = await BotHouse.OpenAsync();
        await house.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Mentions\" RENAME TO \"Elsewhere\""));
        Assert.Equal(Phrasebook.For("be")["oops"], await house.AskAsync(Reader, "Znak", "be"));
        await house.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"Mentions\""));
        Assert.StartsWith("Максім Знак", await house.AskAsync(Reader, "Znak", "be"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_of_any_level_holds_an_id_a_word_or_the_token()
    {
        const long group = -1_001_777_777_109;
        const long canary = 5_777_777_777_110;
        const string word = "Kanareikawa";
        await using var house = await BotHouse.OpenAsync(output);
        house.Telegram.People.AddsTo(group);
        foreach (var text in (string[])["/start", word, $"/status {word}", $"/follow {word}", "/follow Znak", $"/unfollow {word}", $"/{word}", "/language be", "/list"])
        {
            await house.AskAsync(canary, text);
            await house.AskInAsync(group, canary, text);
        }

        house.Telegram.Faults.Next("sendMessage", Fault.ServerError, Fault.Refusal(400, $"Bad Request: can't parse entities: \"{word}\""));
        await house.AskAsync(canary, word);
        await house.AskAsync(canary, word);
        await house.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Subscribers\" RENAME TO \"Elsewhere\""));
        await house.AskAsync(canary, word);
        await house.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"Subscribers\""));
        house.Telegram.People.Blocks(canary);
        await house.IdleAsync();
        var row = await house.ReadAsync(db => db.Subscribers.OrderBy(s => s.Id).FirstAsync());
        await house.AskAsync(canary + 1, "/forget");

        string[] secrets = [canary.ToString(CultureInfo.InvariantCulture), group.ToString(CultureInfo.InvariantCulture), word, row.ChatHash, row.ChatCipher, house.Get<ChatVault>().Hash(group), FakeBotApi.Token.Split(':')[1]];
        Assert.True(house.Log.Lines.Count > 100, "the log was not read at the level of debugging");
        Assert.DoesNotContain(house.Log.Lines, line => secrets.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)));
    }
}
