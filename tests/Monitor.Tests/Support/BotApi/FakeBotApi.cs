using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Telegram;

namespace Monitor.Tests.Support.BotApi;

/// <summary>
/// Telegram for tests, over real HTTP on a free port: checks the token, the markup and the limits as the server does (what it
/// knows is in the project's notes on the Bot API), keeps chats, messages and a queue of updates, records every call, and
/// fails on demand. People are played by <see cref="People"/>, failures by <see cref="Faults"/>.
/// </summary>
public sealed class FakeBotApi : IAsyncDisposable
{
    public const string Token = "4242:AAfake-token_of_the_tests";
    public const string BotUsername = "monitor_test_bot";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<FakeBotApiCall> _calls = new();
    private readonly TimeProvider _time;
    private readonly FakeBotApiMethods _methods;
    private CancellationTokenSource _closing = null!;
    private WebApplication? _server;
    private volatile TaskCompletionSource _changed = NewSignal();

    private FakeBotApi(TimeProvider time)
    {
        _time = time;
        Updates = new FakeBotApiUpdates(time, Changed);
        People = new FakeBotApiPeople(Updates, Chats);
        _methods = new FakeBotApiMethods(Updates, Chats, People, time);
    }

    public Uri BaseUrl { get; private set; } = new("http://localhost");

    public BotApiSettings Settings => new(BaseUrl, Token);

    public FakeBotApiChats Chats { get; } = new();

    public FakeBotApiUpdates Updates { get; }

    public FakeBotApiPeople People { get; }

    public FakeBotApiFaults Faults { get; } = new();

    /// <summary>Commands and descriptions as last set, by method and language ("setMyCommands/be").</summary>
    public IReadOnlyDictionary<string, JsonObject> Profile => _methods.Profile;

    /// <summary>Every call in the order of arrival, failed ones too.</summary>
    public IReadOnlyList<FakeBotApiCall> Calls => [.. _calls];

    public static async Task<FakeBotApi> Start(TimeProvider? time = null)
    {
        var fake = new FakeBotApi(time ?? TimeProvider.System);
        await fake.Listen(port: 0);
        return fake;
    }

    public IReadOnlyList<FakeBotApiCall> CallsOf(string method) =>
        [.. _calls.Where(call => string.Equals(call.Method, method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits until the condition holds, looking again after every call and when a poll begins. A test that would wait for ever fails here.</summary>
    public async Task WaitFor(Func<FakeBotApi, bool> condition, TimeSpan? patience = null)
    {
        using var giveUp = new CancellationTokenSource(patience ?? LongestWait);
        while (true)
        {
            var changed = _changed.Task;
            if (condition(this)) return;
            if (await Task.WhenAny(changed, Task.Delay(Timeout.InfiniteTimeSpan, giveUp.Token)) != changed)
                throw new TimeoutException($"waited in vain; the calls were:\n{string.Join('\n', _calls)}");
        }
    }

    /// <summary>Stops listening: connecting is refused, as when the network is away. What is known is kept for <see cref="GoOnline"/>.</summary>
    public async Task GoOffline()
    {
        if (_server is null) return;
        await _closing.CancelAsync();
        await _server.DisposeAsync();
        _closing.Dispose();
        _server = null;
    }

    public Task GoOnline() => Listen(BaseUrl.Port);

    public async ValueTask DisposeAsync() => await GoOffline();

    private async Task Listen(int port)
    {
        _closing = new CancellationTokenSource();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        _server = builder.Build();
        _server.Run(Answer);
        await _server.StartAsync();
        BaseUrl = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private async Task Answer(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var bot, var method] || !bot.StartsWith("bot", StringComparison.Ordinal))
        {
            await Write(context, new FakeBotApiAnswer(404, null, "Not Found"));
            return;
        }

        var parameters = await Parameters(context.Request);
        var call = new FakeBotApiCall(method, parameters, context.Request.Method, _time.GetUtcNow());
        _calls.Enqueue(call);
        try
        {
            await AnswerCall(context, call, bot["bot".Length..]);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        finally
        {
            Changed();
        }
    }

    private async Task AnswerCall(HttpContext context, FakeBotApiCall call, string token)
    {
        var fault = Faults.Take(call.Method, call.ChatId);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
        if (fault?.Header is { } header) context.Response.Headers[header.Name] = header.Value;
        if (fault is { AfterAccept: false })
        {
            call.Fault = fault.Name;
            if (await fault.Answer(context, ending.Token)) return;
        }

        var answer = token == Token ? await _methods.Call(call, ending.Token) : WrongToken(token);
        call.Code = answer.Code;
        Changed();
        if (fault is { AfterAccept: true })
        {
            call.Fault = fault.Name;
            if (await fault.Answer(context, ending.Token)) return;
        }

        await Write(context, answer);
    }

    private void Changed() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    private static FakeBotApiAnswer WrongToken(string token) =>
        new(401, null, token.Contains(':', StringComparison.Ordinal) ? "Unauthorized" : "Unauthorized: invalid token specified");

    internal static async Task Write(HttpContext context, FakeBotApiAnswer answer)
    {
        context.Response.StatusCode = answer.Code;
        context.Response.ContentType = "application/json";
        if (answer.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer.ToJson().ToJsonString(), CancellationToken.None);
    }

    /// <summary>Of a query string or a JSON body; any other content type is not read, as the server takes it for a file.</summary>
    private static async Task<JsonObject> Parameters(HttpRequest request)
    {
        var parameters = new JsonObject();
        foreach (var (name, value) in request.Query) parameters[name] = value.ToString();
        if (!request.HasJsonContentType()) return parameters;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        return JsonNode.Parse(body.Length == 0 ? "{}" : body) as JsonObject ?? throw new JsonException("parameters are no object");
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
