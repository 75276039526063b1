using System.CommandLine;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Operating.Verbs;

/// <summary><c>test-alert</c>: a made-up alert, worded and sent as a real one and marked as a test, to the curators or to one chat: would it reach me?</summary>
internal static class TestAlertVerb
{
    public static Command Create(string[] settings)
    {
        var to = new Option<long?>("--to") { Description = "a Telegram user or chat id; without it, everyone in Telegram:Curators" };
        var language = Languages.Option();
        var command = new Command("test-alert", "Send a made-up alert, marked as a test, to yourself; says what Telegram answered.\nExample: monitor test-alert --to 123456789") { to, language };
        command.SetAction((parsed, cancellation) => RunAsync(Standalone.Read(settings).Telegram, parsed.GetValue(to), Phrasebook.For(parsed.GetValue(language)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TelegramSettings settings, long? to, Phrasebook book, CancellationToken cancellation)
    {
        if (settings.BotToken.Length == 0) throw new SettingException("Telegram:BotToken", "is empty; an alert is sent by a bot, and @BotFather gives its token");
        IReadOnlyList<long> chats = to is { } chat ? [chat] : settings.Curators;
        if (chats.Count == 0) throw new SettingException("test-alert", "to whom? Name a chat with --to, or set Telegram:Curators");
        using var bot = new HttpBotApi(new BotApiSettings(settings.ApiBaseUrl, settings.BotToken));
        foreach (var id in chats) await SendAsync(bot, id, book, cancellation);
        return CommandLine.Good;
    }

    private static async Task SendAsync(HttpBotApi bot, long chat, Phrasebook book, CancellationToken cancellation)
    {
        var text = new RichText().Add(new Piece(book["alert.test"], Bold: true));
        foreach (var line in book.Say(Made()).Lines) text.Paragraph([.. line.Pieces]);
        var outcome = await bot.TrySend(new SendMessageRequest { ChatId = ChatId.FromInt64(chat), Text = TelegramMessages.Of(text)[0], ParseMode = ParseMode.Html }, cancellation);
        if (outcome is not CallOutcome.Accepted) throw new UnavailableException($"{chat}: it did not arrive: {Mend(outcome)}");
        Console.WriteLine($"{chat}: Telegram has taken it.");
    }

    private static string Mend(CallOutcome outcome) => outcome switch
    {
        CallOutcome.ChatGone => "this chat has not started the bot, or has blocked it; press start in a chat with it",
        CallOutcome.Unauthorized => "Telegram refuses the bot token; get a valid one from @BotFather",
        CallOutcome.RetryAfter wait => $"Telegram asks to wait for {wait.Wait.TotalSeconds:0} s",
        CallOutcome.NotSent => "Telegram cannot be reached",
        _ => $"Telegram's answer was {outcome.GetType().Name}",
    };

    private static Alert Made() => new()
    {
        Type = AlertType.Report,
        Subject = "test",
        Names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "Test Person" },
        Kind = ClaimKind.Released,
        Date = PartialDate.Parse("2025-12-13"),
        Standing = Standing.Reported,
        Origins = ["example.org"],
        Items = [new AlertItem("1", "Test", "https://example.org/", "example.org", new DateTimeOffset(2025, 12, 13, 12, 0, 0, TimeSpan.Zero), Contrary: false)],
    };
}
