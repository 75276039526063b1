using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Telegram;

/// <summary>
/// The Bot API over HTTP: always POST with a JSON body (HttpClient repeats a GET by itself, and a message was delivered twice),
/// never a retry of its own. Keep one for the life of the process; it makes its HttpClient itself, because a client from the
/// factory logs the path, in which the token stands.
/// </summary>
public sealed class HttpBotApi : IBotApi, IDisposable
{
    private const int MaxAnswerBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly BotApiSettings _settings;
    private readonly HttpClient _http;

    public HttpBotApi(BotApiSettings settings)
    {
        _settings = settings;
        _http = new HttpClient(Handler()) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxAnswerBytes };
    }

    public Task<User> GetMe(CancellationToken cancellation) => Call(new GetMeRequest(), cancellation);

    public async Task<IReadOnlyList<Update>> GetUpdates(GetUpdatesRequest request, CancellationToken cancellation)
    {
        var limit = TimeSpan.FromSeconds(request.Timeout ?? 0) + _settings.PollMargin;
        var updates = await Result(request, limit, cancellation);
        return updates.ValueKind == JsonValueKind.Array ? UpdateReader.ReadAll(updates) : throw Unreadable(request);
    }

    public Task<Message> SendMessage(SendMessageRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task<Message> EditMessageText(EditMessageTextRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task AnswerCallbackQuery(AnswerCallbackQueryRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task AnswerInlineQuery(AnswerInlineQueryRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task SetMyCommands(SetMyCommandsRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task SetMyDescription(SetMyDescriptionRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task SetMyShortDescription(SetMyShortDescriptionRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task SetWebhook(SetWebhookRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task DeleteWebhook(DeleteWebhookRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task LeaveChat(LeaveChatRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public Task<ChatMember> GetChatMember(GetChatMemberRequest request, CancellationToken cancellation) => Call(request, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<TResult> Call<TResult>(IRequest<TResult> request, CancellationToken cancellation)
    {
        var result = await Result(request, _settings.CallTimeout, cancellation);
        try
        {
            return result.Deserialize((JsonTypeInfo<TResult>)BotJson.Default.GetTypeInfo(typeof(TResult))!) ?? throw Unreadable(request);
        }
        catch (JsonException e)
        {
            throw Unreadable(request, e);
        }
    }

    private async Task<JsonElement> Result<TResult>(IRequest<TResult> request, TimeSpan limit, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, BotJson.Default.GetTypeInfo(request.GetType())!);
        using var body = new JsonBody(json);
        using var message = new HttpRequestMessage(HttpMethod.Post, _settings.AddressOf(request.MethodName)) { Content = body };
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        giveUp.CancelAfter(limit);
        try
        {
            using var response = await _http.SendAsync(message, giveUp.Token);
            var text = await response.Content.ReadAsByteArrayAsync(giveUp.Token);
            return AnswerReader.Read(request.MethodName, response, text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new BotApiException(request.MethodName, Unanswered(body), e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested || (body.Begun && request is not GetUpdatesRequest))
        {
            // The caller's wish to stop comes too late for what has left: it must not be taken for "nothing was sent".
            throw new BotApiException(request.MethodName, Unanswered(body), "no answer in time", e);
        }
    }

    /// <summary>Done, but not in words we know: as with any answer that cannot be trusted.</summary>
    private static BotApiException Unreadable<TResult>(IRequest<TResult> request, JsonException? cause = null) =>
        new(request.MethodName, new CallOutcome.InDoubt(), "the result could not be read", cause);

    private static CallOutcome Unanswered(JsonBody body) => body.Begun ? new CallOutcome.InDoubt() : new CallOutcome.NotSent();

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,

        // Without it no trace of a request is made: its "url.full" would carry the token to wherever traces go.
        ActivityHeadersPropagator = null,
    };
}
