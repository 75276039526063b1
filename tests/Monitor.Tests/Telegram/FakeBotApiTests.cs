using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;
using Monitor.Tests.Support.BotApi;
using static Monitor.Telegram.CallOutcome;

namespace Monitor.Tests.Telegram;

/// <summary>The fake plays the server by its rules: tests of the bot are worth what this is worth.</summary>
public sealed class FakeBotApiTests : IAsyncLifetime, IDisposable
{
    private const long Reader = 11;
    private const long Group = -22;

    private FakeBotApi _fake = null!;
    private HttpBotApi _api = null!;

    public async Task InitializeAsync()
    {
        _fake = await FakeBotApi.Start();
        _api = new HttpBotApi(_fake.Settings);
    }

    public async Task DisposeAsync() => await _fake.DisposeAsync();

    public void Dispose() => _api.Dispose();

    public static TheoryData<string, string> GoodMarkup => new()
    {
        { "a & b", "a & b" },
        { "&lt;b&gt; &amp;amp; &quot;&#1103;&#x44f;&quot;", "<b> &amp; \"яя\"" },
        { "&nbsp;&mdash;&apos;", "&nbsp;&mdash;&apos;" },
        { "<b>bold <i>both</i></b> &gt;", "bold both >" },
        { "<a href=\"https://example.org/?a=1&amp;b=2\">link</a>", "link" },
        { "<B>upper</b >", "upper" },
        { "<blockquote expandable>q</blockquote>", "q" },
        { "<span class=\"tg-spoiler\">s</span><tg-spoiler>t</tg-spoiler>", "st" },
        { "  trimmed \n", "trimmed" },
    };

    [Theory]
    [MemberData(nameof(GoodMarkup))]
    public async Task Markup_is_read(string html, string shown)
    {
        _fake.Chats.Add(Reader);
        Assert.IsType<Accepted>(await Send(html));
        Assert.Equal(shown, _fake.Chats.SaidIn(Reader).Single().Text);
    }

    [Theory]
    [InlineData("2 < 3", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("я<p>x</p>", "Unsupported start tag \"p\" at byte offset 2")]
    [InlineData("line<br/>", "Unsupported start tag \"br/\" at byte offset 4")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("x <b", "Unclosed start tag at byte offset 2")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<a =\"x\">y</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<a href=\"x>y</a>", "Unclosed start tag at byte offset 0")]
    [InlineData("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")]
    public async Task Bad_markup_is_refused_in_the_servers_words(string html, string reason)
    {
        _fake.Chats.Add(Reader);
        Assert.Equal(new BadMarkup(), await Send(html));
        Assert.Equal("Bad Request: can't parse entities: " + reason, Assert.Throws<FakeBotApiRefusal>(() => FakeBotApiMarkup.Read(html)).Message);
    }

    [Fact]
    public async Task Length_is_counted_in_characters_after_markup()
    {
        _fake.Chats.Add(Reader);
        Assert.IsType<Accepted>(await Send("<b>" + new string('x', 4094) + "</b>&lt;&amp;"));
        Assert.IsType<Accepted>(await Send(string.Concat(Enumerable.Repeat("🏛", 4096))));
        Assert.Equal(new TooLong(), await Send(new string('x', 4097)));
        Assert.Equal(new Refused(400), await Send("<b> </b>"));
        Assert.Equal(new Refused(400), await Send(""));
    }

    [Fact]
    public async Task Edits_are_checked()
    {
        _fake.Chats.Add(Reader);
        var asked = _fake.People.Writes(Reader, "hi");
        var sent = Assert.IsType<Accepted>(await Send("one")).MessageId;
        Assert.Equal(new NotModified(), await Edit(sent, "one"));
        Assert.Equal(new Accepted(sent), await Edit(sent, "two"));
        Assert.Equal(("two", 1), (_fake.Chats.SaidIn(Reader).Single().Text, _fake.Chats.SaidIn(Reader).Single().Edits));
        Assert.Equal(new MessageToEditGone(), await Edit(asked, "mine"));
        Assert.Equal(new MessageToEditGone(), await Edit(999, "none"));
        _fake.Chats.Delete(Reader, sent);
        Assert.Equal(new MessageToEditGone(), await Edit(sent, "three"));
    }

    [Fact]
    public async Task A_reply_to_nothing_is_refused_unless_allowed()
    {
        _fake.Chats.Add(Reader);
        var request = new SendMessageRequest { ChatId = Reader, Text = "x", ReplyParameters = new ReplyParameters { MessageId = 5 } };
        Assert.Equal(new ReplyGone(), await _api.TrySend(request, default));
        Assert.IsType<Accepted>(await _api.TrySend(request with { ReplyParameters = new ReplyParameters { MessageId = 5, AllowSendingWithoutReply = true } }, default));
        Assert.Null(_fake.Chats.SaidIn(Reader).Single().ReplyTo);
    }

    [Fact]
    public async Task Button_data_is_counted_in_bytes()
    {
        _fake.Chats.Add(Reader);
        Assert.IsType<Accepted>(await SendButton(new InlineKeyboardButton { Text = "a", CallbackData = new string('я', 32) }));
        Assert.Equal(new Refused(400), await SendButton(new InlineKeyboardButton { Text = "a", CallbackData = new string('я', 33) }));
        Assert.Equal(new Refused(400), await SendButton(new InlineKeyboardButton { Text = "a" }));
        Assert.Equal(new Refused(400), await SendButton(new InlineKeyboardButton { Text = "a", Url = "http://localhost:8080/" }));
    }

    [Fact]
    public async Task Only_a_chat_that_was_opened_can_be_written_to()
    {
        Assert.Equal(new ChatGone(ChatGoneReason.NotFound), await Send("x"));
        _fake.People.Writes(Reader, "/start");
        Assert.IsType<Accepted>(await Send("x"));
        _fake.People.Blocks(Reader);
        Assert.Equal(new ChatGone(ChatGoneReason.Blocked), await Send("x"));
        _fake.People.Unblocks(Reader);
        Assert.IsType<Accepted>(await Send("x"));

        var updates = await _api.GetUpdates(new GetUpdatesRequest(), default);
        Assert.Equal([null, "kicked", "member"], updates.Select(update => update.MyChatMember?.NewChatMember.Status));
    }

    [Fact]
    public async Task A_group_that_moves_says_where_to()
    {
        const long supergroup = -1_001;
        _fake.People.AddsTo(Group);
        _fake.People.Upgrades(Group, supergroup);
        Assert.Equal(new Migrated(supergroup), await _api.TrySend(new SendMessageRequest { ChatId = Group, Text = "x" }, default));
        Assert.IsType<Accepted>(await _api.TrySend(new SendMessageRequest { ChatId = supergroup, Text = "x" }, default));

        var updates = await _api.GetUpdates(new GetUpdatesRequest(), default);
        Assert.Equal([null, supergroup, null], updates.Select(update => update.Message?.MigrateToChatId));
        Assert.Equal([null, null, Group], updates.Select(update => update.Message?.MigrateFromChatId));
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_refused()
    {
        _fake.Chats.Add(Group, "supergroup");
        _fake.Chats.AddTopic(Group, 3);
        var request = new SendMessageRequest { ChatId = Group, Text = "x", MessageThreadId = 3 };
        Assert.IsType<Accepted>(await _api.TrySend(request, default));
        _fake.Chats.RemoveTopic(Group, 3);
        Assert.Equal(new TopicGone(), await _api.TrySend(request, default));
    }

    [Fact]
    public async Task A_query_is_answered_once()
    {
        var query = _fake.People.AsksInline(Reader, "znak");
        var answer = new AnswerInlineQueryRequest { InlineQueryId = query, Results = [] };
        await _api.AnswerInlineQuery(answer, default);
        Assert.Equal(new QueryExpired(), (await Assert.ThrowsAsync<BotApiException>(() => _api.AnswerInlineQuery(answer, default))).Outcome);
    }

    [Fact]
    public async Task Updates_the_bot_did_not_ask_for_do_not_come()
    {
        await _api.GetUpdates(new GetUpdatesRequest { AllowedUpdates = ["message"] }, default);
        _fake.People.AsksInline(Reader, "znak");
        _fake.People.Writes(Reader, "hi");
        Assert.Equal([UpdateType.Message], (await _api.GetUpdates(new GetUpdatesRequest(), default)).Select(update => update.Type));
    }

    [Fact]
    public async Task Ids_that_fall_after_a_quiet_week_still_come_to_a_poll_far_ahead()
    {
        _fake.People.Writes(Reader, "before");
        var before = (await _api.GetUpdates(new GetUpdatesRequest(), default)).Single();
        await _api.GetUpdates(new GetUpdatesRequest { Offset = before.Id + 1 }, default);
        _fake.Updates.ContinueFrom(before.Id - 5000);
        _fake.People.Writes(Reader, "after");
        var after = await _api.GetUpdates(new GetUpdatesRequest { Offset = before.Id + 1 }, default);
        Assert.Equal(["after"], after.Select(update => update.Message?.Text));
    }

    [Fact]
    public async Task While_a_webhook_is_set_polls_conflict()
    {
        await _api.SetWebhook(new SetWebhookRequest { Url = "https://example.org/hook" }, default);
        Assert.Equal(new Conflict(), (await Assert.ThrowsAsync<BotApiException>(() => _api.GetUpdates(new GetUpdatesRequest(), default))).Outcome);
        await _api.DeleteWebhook(new DeleteWebhookRequest(), default);
        Assert.Empty(await _api.GetUpdates(new GetUpdatesRequest(), default));
    }

    [Fact]
    public async Task A_wrong_token_is_told()
    {
        using var stranger = new HttpBotApi(new BotApiSettings(_fake.BaseUrl, "1:wrong"));
        Assert.Equal(new Unauthorized(), (await Assert.ThrowsAsync<BotApiException>(() => stranger.GetMe(default))).Outcome);
    }

    [Fact]
    public async Task The_same_seed_fails_the_same_calls()
    {
        _fake.Chats.Add(Reader);
        var first = await Outcomes(seed: 5);
        Assert.Equal(first, await Outcomes(seed: 5));
        Assert.NotEqual(first, await Outcomes(seed: 6));
        Assert.InRange(first.Count(outcome => outcome is not Accepted), 1, 29);

        async Task<List<CallOutcome>> Outcomes(int seed)
        {
            _fake.Faults.Randomly(seed, 0.4, Fault.TooManyRequests(1), Fault.ServerError, Fault.Cut with { AfterAccept = true });
            var outcomes = new List<CallOutcome>();
            for (var i = 0; i < 30; i++)
                outcomes.Add(await Send("x") is var outcome and not Accepted ? outcome : new Accepted(0));
            return outcomes;
        }
    }

    [Fact]
    public async Task What_was_known_outlives_an_outage()
    {
        _fake.Chats.Add(Reader);
        await Send("before");
        await _fake.GoOffline();
        Assert.Equal(new NotSent(), await Send("during"));
        await _fake.GoOnline();
        Assert.IsType<Accepted>(await Send("after"));
        Assert.Equal(["before", "after"], _fake.Chats.SaidIn(Reader).Select(message => message.Text));
    }

    private Task<CallOutcome> Send(string html) =>
        _api.TrySend(new SendMessageRequest { ChatId = Reader, Text = html, ParseMode = ParseMode.Html }, default);

    private Task<CallOutcome> Edit(int messageId, string text) =>
        _api.TryEdit(new EditMessageTextRequest { ChatId = Reader, MessageId = messageId, Text = text }, default);

    private Task<CallOutcome> SendButton(InlineKeyboardButton button) =>
        _api.TrySend(new SendMessageRequest { ChatId = Reader, Text = "x", ReplyMarkup = new InlineKeyboardMarkup { InlineKeyboard = [[button]] } }, default);
}
