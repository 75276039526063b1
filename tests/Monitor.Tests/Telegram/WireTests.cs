using System.Collections.Concurrent;
using System.Diagnostics;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Telegram;

/// <summary>What is promised of every method: it fits the published description, and nothing secret comes out of it.</summary>
public sealed class WireTests
{
    private const long Reader = 5_000_000_001;
    private const long Group = -1_001_234_567_890;

    [SkippableFact]
    public async Task Every_method_with_all_it_can_carry_fits_the_description()
    {
        var schema = BotApiSchema.Load();
        Skip.If(schema is null, "the description of the Bot API is not at hand (MONITOR_SHARED)");
        await using var fake = await FakeBotApi.Start();
        await CallEverything(fake);

        var missing = typeof(IBotApi).GetMethods().Select(method => method.Name)
            .Except(fake.Calls.Select(call => call.Method), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(missing);
        Assert.All(fake.Calls, call => Assert.Equal(200, call.Code));
        Assert.Empty(fake.Calls.SelectMany(call => schema.CheckCall(call.Method, call.Parameters)));
    }

    [SkippableFact]
    public async Task What_the_fake_queues_are_updates()
    {
        var schema = BotApiSchema.Load();
        Skip.If(schema is null, "the description of the Bot API is not at hand (MONITOR_SHARED)");
        await using var fake = await FakeBotApi.Start();
        var people = fake.People;
        people.Writes(Reader, "hello", "be");
        people.AddsTo(Group, "supergroup");
        fake.Chats.AddTopic(Group, 9);
        people.WritesIn(Group, Reader, "hello", threadId: 9);
        people.AsksInline(Reader, "znak");
        people.Blocks(Reader);
        people.AddsTo(-5);
        people.Upgrades(-5, -1_009);
        var updates = await fake.Updates.Get([], default);
        Assert.Equal(8, updates.Count);

        // A member who was banned has an end of the ban, which nobody reads.
        var problems = updates.SelectMany(update => schema.CheckType("Update", update!));
        Assert.DoesNotContain(problems, problem => !problem.EndsWith(".until_date: missing", StringComparison.Ordinal));
    }

    public static TheoryData<string> Failures => ["cut", "silence", "500", "page", "401", "429", "offline", "quote"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_token_and_a_readers_words_are_in_no_exception(string failure)
    {
        await using var fake = await FakeBotApi.Start();
        using var api = new HttpBotApi(fake.Settings with { CallTimeout = TimeSpan.FromMilliseconds(300) });
        if (failure == "offline") await fake.GoOffline();
        else fake.Faults.Next("sendMessage", FaultOf(failure));

        var error = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessage(new SendMessageRequest { ChatId = Reader, Text = "where is Znak" }, default));

        var all = error.ToString();
        Assert.DoesNotContain(FakeBotApi.Token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("AAfake", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Znak", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5000000001", all, StringComparison.Ordinal);
        Assert.StartsWith("sendMessage: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_trace_of_a_call_is_made_because_it_would_carry_the_token()
    {
        var traces = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => tag.Value))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var fake = await FakeBotApi.Start();
        using var api = new HttpBotApi(fake.Settings);
        await api.GetMe(default);
        Assert.DoesNotContain(traces, trace => trace.Contains("AAfake", StringComparison.Ordinal));

        // The listener does hear: an ordinary client gives the path away.
        using var ordinary = new HttpClient();
        await ordinary.GetStringAsync(new Uri(fake.BaseUrl, $"/bot{FakeBotApi.Token}/getMe"));
        Assert.Contains(traces, trace => trace.Contains("AAfake", StringComparison.Ordinal));
    }

    [Fact]
    public void No_type_of_the_wire_prints_what_it_carries()
    {
        var types = typeof(IBotApi).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Monitor.Telegram", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null)
            .Where(type => !typeof(CallOutcome).IsAssignableFrom(type) && type.DeclaringType != typeof(FailureTable) && type != typeof(BotApiSettings));
        Assert.All(types, type => Assert.True(typeof(Wire).IsAssignableFrom(type), $"{type.Name} is no {nameof(Wire)}"));
        Assert.Equal("SendMessageRequest", new SendMessageRequest { ChatId = Reader, Text = "secret" }.ToString());
        Assert.Equal("Message", $"{new Message { MessageId = 1, Chat = new Chat { Id = Reader }, Text = "secret" }}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("1:a/../../x")]
    [InlineData("1:a?b")]
    [InlineData("1:a b")]
    public void What_is_no_token_is_refused_without_repeating_it(string token)
    {
        var error = Assert.Throws<ArgumentException>(() => new BotApiSettings(new Uri("https://api.telegram.org"), token));
        if (token.Length > 0) Assert.DoesNotContain($"\"{token}\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_do_not_print_the_token() =>
        Assert.Equal("Bot API at api.telegram.org", new BotApiSettings(new Uri("https://api.telegram.org"), FakeBotApi.Token).ToString());

    [Theory]
    [InlineData("-1001234567890", "-1001234567890")]
    [InlineData("@svaboda_news", "\"@svaboda_news\"")]
    public async Task A_chat_is_named_by_id_or_by_channel_name(string written, string json)
    {
        await using var fake = await FakeBotApi.Start();
        using var api = new HttpBotApi(fake.Settings);
        await api.TrySend(new SendMessageRequest { ChatId = ChatId.FromText(written)!, Text = "x" }, default);
        Assert.Equal(json, fake.Calls.Single().Parameters["chat_id"]!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("channel")]
    [InlineData("1e5")]
    public void Anything_else_names_no_chat(string written) => Assert.Null(ChatId.FromText(written));

    private static Fault FaultOf(string failure) => failure switch
    {
        "cut" => Fault.Cut,
        "silence" => Fault.Silence,
        "500" => Fault.ServerError,
        "page" => Fault.HtmlBadGateway,
        "401" => Fault.Unauthorized,
        "429" => Fault.TooManyRequests(3),
        "quote" => Fault.Refusal(400, "Bad Request: can't parse entities: Unsupported start tag \"znak\" at byte offset 0"),
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };

    private static async Task CallEverything(FakeBotApi fake)
    {
        using var api = new HttpBotApi(fake.Settings);
        var asked = fake.People.Writes(Reader, "hello");
        fake.Chats.Add(Group, "supergroup");
        var buttons = new InlineKeyboardMarkup
        {
            InlineKeyboard =
            [
                [new() { Text = "follow", CallbackData = "f:znak" }, new() { Text = "open", Url = "https://example.org/changes/1" }],
                [new() { Text = "share", SwitchInlineQuery = "znak" }, new() { Text = "here", SwitchInlineQueryCurrentChat = "znak" }],
            ],
        };
        var preview = new LinkPreviewOptions { IsDisabled = true, Url = "https://example.org" };

        await api.GetMe(default);
        await api.SetWebhook(new() { Url = "https://example.org/hook", SecretToken = "s3cret", MaxConnections = 10, AllowedUpdates = ["message"] }, default);
        await api.DeleteWebhook(new() { DropPendingUpdates = true }, default);
        await api.SetMyCommands(new() { Commands = [new("start", "begin")], Scope = new("all_private_chats"), LanguageCode = "be" }, default);
        await api.SetMyDescription(new() { Description = "What it does", LanguageCode = "ru" }, default);
        await api.SetMyShortDescription(new() { ShortDescription = "What it is" }, default);
        var sent = await api.SendMessage(
            new()
            {
                ChatId = Reader,
                Text = "<b>x</b>",
                ParseMode = ParseMode.Html,
                ReplyParameters = new() { MessageId = asked, AllowSendingWithoutReply = true },
                LinkPreviewOptions = preview,
                DisableNotification = false,
                ReplyMarkup = buttons,
            },
            default);
        fake.Chats.AddTopic(Group, 4);
        await api.SendMessage(new() { ChatId = Group, Text = "x", MessageThreadId = 4 }, default);
        await api.EditMessageText(
            new() { ChatId = Reader, MessageId = sent.MessageId, Text = "<i>y</i>", ParseMode = ParseMode.Html, LinkPreviewOptions = preview, ReplyMarkup = buttons }, default);
        var pressed = fake.People.Presses(Reader, sent.MessageId, "f:znak");
        await api.AnswerCallbackQuery(new() { CallbackQueryId = pressed, Text = "done", ShowAlert = true }, default);
        await api.AnswerInlineQuery(
            new()
            {
                InlineQueryId = fake.People.AsksInline(Reader, "znak"),
                Results =
                [
                    new()
                    {
                        Id = "znak",
                        Title = "Maksim Znak",
                        Description = "held",
                        InputMessageContent = new() { MessageText = "<b>Maksim Znak</b>", ParseMode = ParseMode.Html, LinkPreviewOptions = preview },
                        ReplyMarkup = buttons,
                    },
                ],
                CacheTime = 10,
                IsPersonal = true,
                NextOffset = "",
            },
            default);
        await api.GetUpdates(new() { Offset = 1, Limit = 100, Timeout = 0, AllowedUpdates = ["message", "callback_query", "inline_query", "my_chat_member"] }, default);
        await api.GetChatMember(new() { ChatId = Group, UserId = Reader }, default);
        await api.LeaveChat(new() { ChatId = Group }, default);
    }
}
