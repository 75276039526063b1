using System.Net;
using System.Text;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Bot;

/// <summary>Updates pushed to the running program: only with the secret, only of a bounded size, each answered once.</summary>
[Collection(Alone.Name)]
public sealed class WebhookTests : IDisposable
{
    private const long Reader = 5_000_000_601;
    private const string Secret = "secret_of-the-tests";
    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-webhook-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_carries_the_secret_is_answered_once_and_nothing_else_is_read()
    {
        await using var telegram = await FakeBotApi.Start();
        telegram.Chats.Add(Reader);
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), "[]");
        await using var monitor = await RunningMonitor.StartAsync(_folder, TimeProvider.System, $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}", $"--Sources:File={Path.Combine(_folder, "sources.yaml")}",
            "--Telegram:Mode=webhook", "--Telegram:WebhookUrl=https://monitor.example/telegram/hook", $"--Telegram:WebhookSecret={Secret}");
        await telegram.WaitFor(t => t.Updates.Webhook is not null);
        Assert.Equal("https://monitor.example/telegram/hook", telegram.Updates.Webhook);
        Assert.Equal(Secret, (string?)telegram.CallsOf("setWebhook")[0].Parameters["secret_token"]);

        Assert.Equal(HttpStatusCode.OK, await PushAsync(monitor, Update(1), Secret));
        Assert.Equal(HttpStatusCode.OK, await PushAsync(monitor, Update(1), Secret));
        Assert.Single(telegram.Chats.SaidIn(Reader));
        Assert.Equal(HttpStatusCode.Unauthorized, await PushAsync(monitor, Update(2), "guessed"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PushAsync(monitor, Update(2), ""));
        Assert.Equal(HttpStatusCode.BadRequest, await PushAsync(monitor, "{", Secret));
        Assert.Equal(HttpStatusCode.BadRequest, await PushAsync(monitor, "[]", Secret));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PushAsync(monitor, Update(3, new string('x', 300_000)), Secret));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await monitor.Client.GetAsync(new Uri("/telegram/hook", UriKind.Relative))).StatusCode);
        Assert.Single(telegram.Chats.SaidIn(Reader));
        Assert.Empty(telegram.CallsOf("getUpdates"));
    }

    private static string Update(int id, string text = "Znak") =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1790000000,"chat":{"id":{{{Reader}}},"type":"private"},"from":{"id":{{{Reader}}},"is_bot":false,"first_name":"S","language_code":"en"},"text":"{{{text}}}"}}""";

    private static async Task<HttpStatusCode> PushAsync(RunningMonitor monitor, string body, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/hook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret.Length > 0) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await monitor.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
