using System.Net;
using System.Net.Sockets;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Telegram;

public sealed class HttpBotApiTests : IAsyncLifetime, IDisposable
{
    private const long Reader = 5_000_000_001;

    private FakeBotApi _fake = null!;
    private HttpBotApi _api = null!;

    public async Task InitializeAsync()
    {
        _fake = await FakeBotApi.Start();
        _fake.Chats.Add(Reader);
        _api = new HttpBotApi(_fake.Settings);
    }

    public async Task DisposeAsync() => await _fake.DisposeAsync();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task The_bot_knows_itself() =>
        Assert.Equal(FakeBotApi.BotUsername, (await _api.GetMe(default)).Username);

    [Fact]
    public async Task A_message_is_posted_as_json_without_nulls()
    {
        var sent = await _api.SendMessage(Html("<b>Freed</b> &amp; home"), default);

        var call = Assert.Single(_fake.Calls);
        Assert.Equal("POST", call.Verb);
        Assert.Equal("""{"chat_id":5000000001,"text":"\u003Cb\u003EFreed\u003C/b\u003E \u0026amp; home","parse_mode":"HTML"}""", call.Parameters.ToJsonString());
        Assert.Equal("Freed & home", Assert.Single(_fake.Chats.SaidIn(Reader)).Text);
        Assert.Equal(1, sent.MessageId);
    }

    [Fact]
    public async Task Everything_about_a_message_arrives()
    {
        const long group = -1_001_234_567_890;
        _fake.Chats.Add(group, "supergroup");
        _fake.Chats.AddTopic(group, 7);
        var asked = _fake.People.WritesIn(group, Reader, "hello", threadId: 7);

        await _api.SendMessage(
            new SendMessageRequest
            {
                ChatId = group,
                Text = "answer",
                MessageThreadId = 7,
                DisableNotification = true,
                ReplyParameters = new ReplyParameters { MessageId = asked, AllowSendingWithoutReply = true },
                LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
                ReplyMarkup = Buttons("a:1", "a:2"),
            },
            default);

        var said = Assert.Single(_fake.Chats.SaidIn(group));
        Assert.Equal((7, asked, true), (said.ThreadId, said.ReplyTo, said.Silent));
        Assert.Equal(["a:1", "a:2"], said.Buttons);
    }

    [Fact]
    public async Task A_poll_waits_for_an_update_and_the_next_one_confirms_it()
    {
        var poll = _api.GetUpdates(new GetUpdatesRequest { Timeout = 50, AllowedUpdates = ["message"] }, default);
        await _fake.WaitFor(fake => fake.Updates.IsPolled);
        _fake.People.Writes(Reader, "/start", "be");

        var update = Assert.Single(await poll);
        Assert.Equal(("/start", "be"), (update.Message!.Text, update.Message.From!.LanguageCode));
        Assert.Single(await _api.GetUpdates(new GetUpdatesRequest { Timeout = 0 }, default));
        Assert.Empty(await _api.GetUpdates(new GetUpdatesRequest { Offset = update.Id + 1, Timeout = 0 }, default));
    }

    [Fact]
    public async Task A_poll_may_take_longer_than_any_other_call()
    {
        using var hasty = new HttpBotApi(_fake.Settings with { CallTimeout = TimeSpan.FromMilliseconds(100) });
        var late = Fault.Slow(TimeSpan.FromMilliseconds(500));
        _fake.Faults.Next("getUpdates", late);
        _fake.Faults.Next("getMe", late);
        Assert.Empty(await hasty.GetUpdates(new GetUpdatesRequest { Timeout = 0 }, default));
        Assert.IsType<CallOutcome.InDoubt>((await Assert.ThrowsAsync<BotApiException>(() => hasty.GetMe(default))).Outcome);
    }

    [Fact]
    public async Task A_poll_whose_server_falls_silent_ends_after_its_own_time_and_a_margin()
    {
        using var api = new HttpBotApi(_fake.Settings with { PollMargin = TimeSpan.FromMilliseconds(200) });
        _fake.Faults.Next("getUpdates", Fault.Silence);
        Assert.IsType<CallOutcome.InDoubt>((await Assert.ThrowsAsync<BotApiException>(() => api.GetUpdates(new GetUpdatesRequest { Timeout = 0 }, default))).Outcome);
    }

    [Fact]
    public async Task A_poll_that_is_given_up_is_cancelled_and_not_in_doubt()
    {
        using var stop = new CancellationTokenSource();
        var poll = _api.GetUpdates(new GetUpdatesRequest { Timeout = 50 }, stop.Token);
        await _fake.WaitFor(fake => fake.Updates.IsPolled);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
    }

    [Fact]
    public async Task The_older_of_two_polls_gets_the_conflict()
    {
        var older = _api.GetUpdates(new GetUpdatesRequest { Timeout = 50 }, default);
        await _fake.WaitFor(fake => fake.Updates.IsPolled);
        var newer = _api.GetUpdates(new GetUpdatesRequest { Timeout = 50 }, default);
        Assert.IsType<CallOutcome.Conflict>((await Assert.ThrowsAsync<BotApiException>(() => older)).Outcome);
        _fake.People.Writes(Reader, "hi");
        Assert.Single(await newer);
    }

    [Fact]
    public async Task Nothing_listening_means_nothing_sent()
    {
        await _fake.GoOffline();
        Assert.IsType<CallOutcome.NotSent>(await _api.TrySend(Html("x"), default));
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_means_nothing_sent()
    {
        using var api = new HttpBotApi(new BotApiSettings(new Uri("http://no-such-host.invalid"), FakeBotApi.Token));
        Assert.IsType<CallOutcome.NotSent>(await api.TrySend(Html("x"), default));
    }

    [Fact]
    public async Task A_handshake_that_fails_means_nothing_sent()
    {
        using var api = new HttpBotApi(new BotApiSettings(new UriBuilder(_fake.BaseUrl) { Scheme = "https" }.Uri, FakeBotApi.Token));
        Assert.IsType<CallOutcome.NotSent>(await api.TrySend(Html("x"), default));
        Assert.Empty(_fake.Calls);
    }

    public static TheoryData<string> Losses => ["cut", "silence", "500", "page"];

    private static CallOutcome Unknown(string loss) => loss is "cut" or "silence" ? new CallOutcome.InDoubt() : new CallOutcome.Failed();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task An_answer_that_is_lost_leaves_the_message_in_doubt_and_is_not_repeated(string loss)
    {
        using var api = new HttpBotApi(_fake.Settings with { CallTimeout = TimeSpan.FromSeconds(2) });
        await api.GetMe(default);
        _fake.Faults.Next("sendMessage", FaultOf(loss) with { AfterAccept = true });

        Assert.Equal(Unknown(loss), await api.TrySend(Html("x"), default));
        Assert.Single(_fake.CallsOf("sendMessage"));
        Assert.Single(_fake.Chats.SaidIn(Reader));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task It_is_in_doubt_too_where_the_message_did_not_arrive(string loss)
    {
        using var api = new HttpBotApi(_fake.Settings with { CallTimeout = TimeSpan.FromSeconds(2) });
        _fake.Faults.Next("sendMessage", FaultOf(loss));

        Assert.Equal(Unknown(loss), await api.TrySend(Html("x"), default));
        Assert.Single(_fake.CallsOf("sendMessage"));
        Assert.Empty(_fake.Chats.SaidIn(Reader));
    }

    [Fact]
    public async Task A_stop_after_the_request_has_left_is_in_doubt_and_not_cancelled()
    {
        _fake.Faults.Next("sendMessage", Fault.Silence with { AfterAccept = true });
        using var stop = new CancellationTokenSource();
        var send = _api.TrySend(Html("x"), stop.Token);
        await _fake.WaitFor(fake => fake.Chats.SaidIn(Reader).Count == 1);
        await stop.CancelAsync();
        Assert.IsType<CallOutcome.InDoubt>(await send);
    }

    [Fact]
    public async Task A_stop_before_the_request_has_left_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _api.TrySend(Html("x"), stop.Token));
        Assert.Empty(_fake.Calls);
    }

    [Fact]
    public async Task A_pooled_connection_that_was_closed_is_no_reason_to_send_twice()
    {
        // The server closes cleanly after reading the request: what made a GET be sent twice.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = 0;
        var serving = Serve();
        using var api = new HttpBotApi(new BotApiSettings(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), FakeBotApi.Token));

        await api.GetMe(default);
        Assert.IsType<CallOutcome.InDoubt>(await api.TrySend(Html("x"), default));
        listener.Stop();
        await serving;
        Assert.Equal(2, requests);

        async Task Serve()
        {
            var buffer = new byte[8192];
            try
            {
                while (true)
                {
                    using var connection = await listener.AcceptTcpClientAsync();
                    var stream = connection.GetStream();
                    while (await stream.ReadAsync(buffer) is var read and > 0)
                    {
                        if (!buffer.AsSpan(0, read).StartsWith("POST "u8)) continue;
                        if (++requests > 1) break;
                        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 32\r\n\r\n{\"ok\":true,\"result\":{\"id\":4242}}"u8.ToArray());
                    }
                }
            }
            catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
            {
                // The test stopped listening: while waiting for a connection, or just before.
            }
        }
    }

    private static Fault FaultOf(string name) => name switch
    {
        "cut" => Fault.Cut,
        "silence" => Fault.Silence,
        "500" => Fault.ServerError,
        "page" => Fault.HtmlBadGateway,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static SendMessageRequest Html(string text) => new() { ChatId = Reader, Text = text, ParseMode = ParseMode.Html };

    private static InlineKeyboardMarkup Buttons(params string[] data) =>
        new() { InlineKeyboard = [[.. data.Select(one => new InlineKeyboardButton { Text = one, CallbackData = one })]] };
}
