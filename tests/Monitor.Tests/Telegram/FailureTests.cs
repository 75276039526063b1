using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Tests.Support.BotApi;
using static Monitor.Telegram.CallOutcome;

namespace Monitor.Tests.Telegram;

/// <summary>The server's sentences, over HTTP, and what an outbox is told.</summary>
public sealed class FailureTests
{
    private const long Chat = 77;

    public static TheoryData<int, string, CallOutcome> Sentences => new()
    {
        { 400, "Bad Request: chat not found", new ChatGone(ChatGoneReason.NotFound) },
        { 400, "Bad Request: PEER_ID_INVALID", new ChatGone(ChatGoneReason.NotFound) },
        { 403, "Forbidden: bot was blocked by the user", new ChatGone(ChatGoneReason.Blocked) },
        { 403, "Forbidden: user is deactivated", new ChatGone(ChatGoneReason.Deactivated) },
        { 403, "Forbidden: bot can't initiate conversation with a user", new ChatGone(ChatGoneReason.NeverStarted) },
        { 403, "Forbidden: bot was kicked from the group chat", new ChatGone(ChatGoneReason.Kicked) },
        { 403, "Forbidden: bot was kicked from the supergroup chat", new ChatGone(ChatGoneReason.Kicked) },
        { 403, "Forbidden: bot was kicked from the channel chat", new ChatGone(ChatGoneReason.Kicked) },
        { 403, "Forbidden: bot is not a member of the channel chat", new ChatGone(ChatGoneReason.NotAMember) },
        { 403, "Forbidden: the group chat was deleted", new ChatGone(ChatGoneReason.Deleted) },
        { 400, "Bad Request: group chat was deactivated", new ChatGone(ChatGoneReason.Deleted) },
        { 400, "Bad Request: have no rights to send a message", new NoRights() },
        { 400, "Bad Request: not enough rights to send text messages to the chat", new NoRights() },
        { 400, "Bad Request: need administrator rights in the channel chat", new NoRights() },
        { 400, "Bad Request: CHAT_WRITE_FORBIDDEN", new NoRights() },
        { 403, "Forbidden: CHAT_WRITE_FORBIDDEN", new NoRights() },
        { 400, "Bad Request: CHAT_RESTRICTED", new NoRights() },
        { 400, "Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 0", new BadMarkup() },
        { 400, "Bad Request: message is too long", new TooLong() },
        { 400, "Bad Request: text is too long", new TooLong() },
        { 400, "Bad Request: MESSAGE_TOO_LONG", new TooLong() },
        { 400, "Bad Request: ENTITIES_TOO_LONG", new TooLong() },
        { 400, "Bad Request: message thread not found", new TopicGone() },
        { 400, "Bad Request: TOPIC_DELETED", new TopicGone() },
        { 400, "Bad Request: TOPIC_CLOSED", new TopicGone() },
        { 400, "Bad Request: message to edit not found", new MessageToEditGone() },
        { 400, "Bad Request: message can't be edited", new MessageToEditGone() },
        { 400, "Bad Request: MESSAGE_ID_INVALID", new MessageToEditGone() },
        { 400, "Bad Request: message to be replied not found", new ReplyGone() },
        { 400, "Bad Request: replied message not found", new ReplyGone() },
        { 400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", new NotModified() },
        { 400, "Bad Request: query is too old and response timeout expired or query ID is invalid", new QueryExpired() },
        { 401, "Unauthorized", new Unauthorized() },
        { 401, "Unauthorized: invalid token specified", new Unauthorized() },
        { 404, "Not Found", new Unauthorized() },
        { 404, "Not Found: method not found", new Refused(404) },
        { 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", new Conflict() },
        { 500, "Internal Server Error", new Failed() },
        { 502, "Bad Gateway", new Failed() },
        { 400, "Bad Request: message text is empty", new Refused(400) },
        { 400, "Bad Request: BUTTON_DATA_INVALID", new Refused(400) },
        { 403, "Forbidden: something nobody has seen yet", new Refused(403) },
        { 400, "", new Refused(400) },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Every_sentence_has_its_outcome(int code, string description, CallOutcome expected)
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Refusal(code, description));
        Assert.Equal(expected, await Send(fake));
    }

    [Fact]
    public void Every_row_of_the_table_is_met_by_a_sentence()
    {
        var met = Sentences.Select(row => FailureTable.RowOf((int)row[0], (string)row[1])).ToHashSet();
        Assert.Empty(FailureTable.Rows.Except(met.OfType<FailureTable.Row>()));
        Assert.All(FailureTable.Rows, row => Assert.Matches(@"^\[[SDI]\] \S", row.Source));
    }

    [Fact]
    public async Task A_wait_that_is_asked_for_is_told()
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.TooManyRequests(10072));
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(10072)), await Send(fake));
    }

    [Fact]
    public async Task A_wait_without_a_number_is_still_a_wait()
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Refusal(429, "Too Many Requests: retry later"));
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(30)), await Send(fake));
    }

    [Fact]
    public async Task A_new_id_of_a_group_keeps_its_64_bits_and_is_not_printed()
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Migrated(-1_002_233_445_566));
        var outcome = await Send(fake);
        Assert.Equal(new Migrated(-1_002_233_445_566), outcome);
        Assert.DoesNotContain("223344", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"ok\":true}")]
    [InlineData("{\"ok\":true,\"result\":null}")]
    [InlineData("{\"ok\":true,\"result\":{\"message\":7}}")]
    [InlineData("{\"ok\":true,\"result\":{\"message_id\":1,\"chat\":{\"id\":77}}")]
    public async Task An_answer_that_cannot_be_read_leaves_the_message_in_doubt(string body)
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Body(200, body));
        Assert.Equal(new InDoubt(), await Send(fake));
    }

    [Theory]
    [InlineData(307)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(451)]
    public async Task A_page_of_something_that_let_nothing_through_means_not_sent(int code)
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Body(code, "<html>not for you</html>"));
        Assert.Equal(new NotSent(), await Send(fake));
    }

    [Fact]
    public async Task The_wait_a_proxy_asks_for_is_kept()
    {
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Body(429, "<html>slow down</html>") with { Header = ("Retry-After", "17") });
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(17)), await Send(fake));
    }

    [Fact]
    public async Task Nobody_can_lead_the_token_or_a_message_elsewhere()
    {
        await using var thief = await FakeBotApi.Start();
        await using var fake = await FakeBotApi.Start();
        fake.Faults.Next("sendMessage", Fault.Body(307, "") with { Header = ("Location", new Uri(thief.BaseUrl, "/bot1:stolen/sendMessage").AbsoluteUri) });
        Assert.Equal(new NotSent(), await Send(fake));
        Assert.Empty(thief.Calls);
    }

    [Fact]
    public async Task A_poll_whose_answer_is_no_list_fails_like_any_other()
    {
        await using var fake = await FakeBotApi.Start();
        using var api = new HttpBotApi(fake.Settings);
        fake.Faults.Next("getUpdates", Fault.Body(200, """{"ok":true,"result":{}}"""));
        Assert.IsType<InDoubt>((await Assert.ThrowsAsync<BotApiException>(() => api.GetUpdates(new GetUpdatesRequest(), default))).Outcome);
    }

    private static async Task<CallOutcome> Send(FakeBotApi fake)
    {
        using var api = new HttpBotApi(fake.Settings);
        fake.Chats.Add(Chat);
        return await api.TrySend(new SendMessageRequest { ChatId = Chat, Text = "x" }, default);
    }
}
