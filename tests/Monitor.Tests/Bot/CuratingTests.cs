using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;
using Monitor.Pipeline.Judgements;
using Monitor.Pipeline.Sending;
using Monitor.Store;
using Monitor.Tests.Pipeline.Sending;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Bot;

/// <summary>What waits comes to the curators as cards; a button is a judgement, carried out as the command line's are; nobody else may press.</summary>
public sealed class CuratingTests
{
    private const long Curator = 5_000_000_901;
    private const long Second = 5_000_000_902;
    private const long Reader = 5_000_000_903;

    [Fact]
    public async Task A_name_that_two_bear_is_asked_once_and_told_of_whom_the_curator_presses()
    {
        await using var outbox = await OpenAsync("Aliaksandr Ivanou", "Aliaksandr Ivanou");
        await ReadAsync(outbox, "north", Freed("Aliaksandr Ivanou"));
        Assert.Equal(1, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.Equal(0, await outbox.Get<CuratorsRound>().RunAsync(default));

        var card = Assert.Single(outbox.In(Curator));
        Assert.StartsWith("Who is meant by “Ivanou”? Several persons on the list bear this name.\n\nNews of north — north, 13 December 2025\n“", card.Text.Replace("Aliaksandr ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([$"queue same 1 #{SubjectCode.Of("p1")}", $"queue same 1 #{SubjectCode.Of("p2")}", "queue reject 1", "queue later 1"], card.Buttons);

        Assert.EndsWith("\nJudged: this is Aliaksandr Ivanou.", await PressAsync(outbox, Curator, card, card.Buttons[1]), StringComparison.Ordinal);
        Assert.Equal(["report p2"], await CarryOutAsync(outbox));
        Assert.Equal(["Aliaksandr Ivanou: free"], outbox.In(Reader).Select(m => m.Text.Split('\n')[0]));

        Assert.StartsWith("Undone", await PressAsync(outbox, Curator, card, "queue undo 1"), StringComparison.Ordinal);
        Assert.Equal(["report p2", "correction p2"], await CarryOutAsync(outbox));
        Assert.StartsWith("Who is meant", await PressAsync(outbox, Curator, card, "queue show 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_is_withdrawn_only_when_the_curator_says_so_twice()
    {
        string[] names = ["Maksim Znak", "Maria Kalesnikava", "Viktar Babaryka", "Marina Zolatava"];
        await using var outbox = await OpenAsync(names);
        foreach (var name in names) await ReadAsync(outbox, "liar", Freed(name));
        Assert.Equal(1, await outbox.Get<CuratorsRound>().RunAsync(default));
        var card = Assert.Single(outbox.In(Curator));
        Assert.StartsWith("liar: more than three releases within an hour", card.Text, StringComparison.Ordinal);
        Assert.Contains("• Maksim Znak: free", card.Text, StringComparison.Ordinal);

        await PressAsync(outbox, Curator, card, "queue reject 1");
        Assert.Equal(4, (await CarryOutAsync(outbox)).Count);
        var sure = outbox.In(Curator)[^1];
        Assert.Contains("\nWithdraw all of it?", sure.Text, StringComparison.Ordinal);
        await PressAsync(outbox, Curator, sure, "queue reject 1 yes");
        Assert.Equal(4, (await CarryOutAsync(outbox)).Count(a => a.StartsWith("correction", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_is_retracted_by_button_or_by_its_address_and_comes_back_when_that_is_undone()
    {
        await using var outbox = await OpenAsync("Maksim Znak");
        await ReadAsync(outbox, "north", Freed("Maksim Znak"));
        await AskAsync(outbox, Curator, "/queue retract");
        await PressAsync(outbox, Curator, outbox.In(Curator)[^1], "queue retract 1");
        Assert.Contains("Withdraw this? Everybody who was told of it gets a correction at once: Maksim Znak: free", outbox.In(Curator)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["report p1"], await CarryOutAsync(outbox));
        await PressAsync(outbox, Curator, outbox.In(Curator)[^1], "queue retract 1 yes");
        Assert.Equal(["report p1", "correction p1"], await CarryOutAsync(outbox));
        await PressAsync(outbox, Curator, outbox.In(Curator)[^1], "queue undo 1");
        Assert.Equal(3, (await CarryOutAsync(outbox)).Count);

        await AskAsync(outbox, Curator, "/queue retract p1-released-2025-12-13 his lawyer denies it");
        Assert.Equal(4, (await CarryOutAsync(outbox)).Count);
        Assert.Equal("his lawyer denies it", await outbox.LookAsync(db => db.Items.Where(i => i.SourceId == ItemRow.CuratorSource).OrderByDescending(i => i.Id).Select(i => i.Title).FirstAsync()));
    }

    [Fact]
    public async Task A_proposal_goes_onto_the_list_is_another_spelling_or_is_turned_down_and_later_comes_again_tomorrow()
    {
        await using var outbox = await OpenAsync("Maksim Znak");
        await ReadAsync(outbox, "north", Freed("Aliaksandr Ivanou"));
        await outbox.Get<CuratorsRound>().RunAsync(default);
        var card = Assert.Single(outbox.In(Curator));
        Assert.StartsWith("Not on the list: Aliaksandr Ivanou.", card.Text, StringComparison.Ordinal);

        Assert.Contains("\nPut off", await PressAsync(outbox, Curator, card, "queue later 1"), StringComparison.Ordinal);
        Assert.Equal(0, await outbox.Get<CuratorsRound>().RunAsync(default));
        outbox.Clock.PutForwardTo(outbox.Clock.GetUtcNow().AddDays(1));
        Assert.Equal(1, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.EndsWith("\nJudged: yes.", await PressAsync(outbox, Curator, outbox.In(Curator)[^1], "queue approve 1"), StringComparison.Ordinal);
        Assert.Equal(["report ivanou"], await CarryOutAsync(outbox));
    }

    [Fact]
    public async Task A_death_of_a_namesake_is_not_told_and_what_another_curator_judged_is_said_to_be_judged()
    {
        await using var outbox = await OpenAsync("Aliaksandr Ivanou");
        await ReadAsync(outbox, "north", "The political prisoner Aliaksandr Ivanou died in prison in Belarus on Saturday.");
        outbox.Telegram.Chats.Add(Second);
        await outbox.Get<CuratorsRound>().RunAsync(default);
        Assert.StartsWith("Aliaksandr Ivanou: reported dead. Nobody is named as saying so.", outbox.In(Curator)[0].Text, StringComparison.Ordinal);
        Assert.Contains("\nJudged: a namesake", await PressAsync(outbox, Curator, outbox.In(Curator)[0], "queue not 1"), StringComparison.Ordinal);
        Assert.Contains("\nThis has been judged.", await PressAsync(outbox, Second, outbox.In(Second)[0], "queue approve 1"), StringComparison.Ordinal);
        Assert.Empty(await CarryOutAsync(outbox));
        Assert.Equal(0, await outbox.LookAsync(db => db.Mentions.CountAsync()));
    }

    [Fact]
    public async Task Of_many_that_wait_a_few_come_as_cards_and_the_queue_leads_from_one_to_the_next()
    {
        await using var outbox = await OpenAsync("Maksim Znak");
        string[] names = ["Pavel Sapun", "Anton Lisak", "Uladzimir Kruk", "Viktar Zhuk", "Dzianis Hrak", "Ihar Bocian", "Siarhei Vierabei"];
        foreach (var name in names) await ReadAsync(outbox, "north", Freed(name));
        Assert.Equal(7, await outbox.Get<CuratorsRound>().RunAsync(default));
        Assert.Equal(6, outbox.In(Curator).Count);
        Assert.Equal("2 more things wait for a curator", outbox.In(Curator)[^1].Text);

        var card = outbox.In(Curator)[^1];
        Assert.Contains("Waiting: 1 of 7", await PressAsync(outbox, Curator, card, "queue"), StringComparison.Ordinal);
        Assert.Contains("Waiting: 2 of 7", await PressAsync(outbox, Curator, card, "queue next 1"), StringComparison.Ordinal);
        Assert.EndsWith("Judged: no.", await PressAsync(outbox, Curator, card, "queue reject 2"), StringComparison.Ordinal);
        Assert.Contains("Waiting: 2 of 6", await PressAsync(outbox, Curator, card, "queue next 2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/queue")]
    [InlineData("/queue approve 1")]
    public async Task To_everybody_else_there_is_no_queue(string command)
    {
        await using var outbox = await OpenAsync("Maksim Znak");
        await ReadAsync(outbox, "north", Freed("Aliaksandr Ivanou"));
        await outbox.Get<CuratorsRound>().RunAsync(default);
        Assert.StartsWith("I do not know this command", await AskAsync(outbox, Reader, command), StringComparison.Ordinal);
        Assert.DoesNotContain("/queue", await AskAsync(outbox, Reader, "/help"), StringComparison.Ordinal);
        Assert.Contains("/queue", await AskAsync(outbox, Curator, "/help"), StringComparison.Ordinal);
        Assert.Equal(0, await outbox.LookAsync(db => db.Judgements.CountAsync()));
        Assert.Equal(1, await outbox.LookAsync(db => db.Subscribers.CountAsync()));
    }

    private static string Freed(string name) => $"The political prisoner {name} was released from prison in Belarus today.";

    private static async Task<Outbox> OpenAsync(params string[] names)
    {
        var outbox = await Outbox.OpenAsync(curators: $"{Curator},{Second}");
        await outbox.SubscribeAsync(Reader);
        outbox.Telegram.Chats.Add(Curator);
        await outbox.Get<WatchlistImport>().ImportAsync([.. names.Select((name, n) => (Subject)new Person { Id = $"p{n + 1}", Name = name })], [], default);
        await outbox.ListenAsync();
        return outbox;
    }

    private static async Task ReadAsync(Outbox outbox, string source, string text)
    {
        await outbox.LookAsync(async db =>
        {
            db.Items.Add(new ItemRow { SourceId = source, Reference = $"{source}-{text}", Origin = source, Title = $"News of {source}", Text = text, Language = "en", Published = outbox.Clock.GetUtcNow(), FetchedAt = outbox.Clock.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await outbox.Get<ItemReading>().RunAsync(default);
    }

    /// <summary>Carries out what was judged and sends what follows; all reports and corrections so far.</summary>
    private static async Task<List<string>> CarryOutAsync(Outbox outbox)
    {
        await outbox.Get<JudgementRound>().RunAsync(default);
        await outbox.RunAsync();
        return await outbox.LookAsync(async db => (await db.Alerts.OrderBy(a => a.Id).Join(db.Changes, a => a.ChangeId, c => c.Id, (a, c) => new { a.Type, c.SubjectId }).ToListAsync()).ConvertAll(a => $"{Keyword.Of(a.Type)} {a.SubjectId}"));
    }

    /// <summary>What stands where the button was, or what was said after it.</summary>
    private static async Task<string> PressAsync(Outbox outbox, long chat, FakeMessage message, string button)
    {
        outbox.Telegram.People.Presses(chat, message.MessageId, button);
        await outbox.Telegram.WaitFor(t => t.Updates is { Unconfirmed: 0, IsPolled: true });
        return outbox.In(chat).Single(m => m.MessageId == message.MessageId).Text;
    }

    private static async Task<string> AskAsync(Outbox outbox, long chat, string text)
    {
        var before = outbox.In(chat).Count;
        outbox.Telegram.People.Writes(chat, text);
        await outbox.Telegram.WaitFor(t => t.Updates is { Unconfirmed: 0, IsPolled: true });
        return string.Join("\n\n", outbox.In(chat).Skip(before).Select(m => m.Text));
    }
}
