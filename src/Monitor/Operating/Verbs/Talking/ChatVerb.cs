using System.CommandLine;
using Microsoft.Data.Sqlite;
using Monitor.Bot.Receiving;
using Monitor.Operating.Safekeeping;
using Monitor.Store;
using Monitor.Telegram;

namespace Monitor.Operating.Verbs.Talking;

/// <summary>
/// <c>chat</c>: the conversation subscribers have in Telegram, in the terminal. It talks to a copy of the database: a terminal is no chat
/// that the service could ever write to, so it must not become one of its subscribers.
/// </summary>
internal static class ChatVerb
{
    public static Command Create(string[] settings)
    {
        var language = Languages.Option();
        var command = new Command("chat", "Talk to the bot in the terminal; exit ends it.\nExample: monitor chat --lang be") { language };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetValue(language)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string language, CancellationToken cancellation)
    {
        StoreCopy.FileOf(StoreSetup.Describe(Standalone.Read(settings).Database), "this verb works on a copy, and only a file is copied so easily; monitor ask gives the same answers");
        var folder = Directory.CreateTempSubdirectory("monitor-chat-").FullName;
        try
        {
            var copy = Path.Combine(folder, "chat.db");
            await CopyAsync(settings, copy, cancellation);
            using var chat = new ConsoleChat(Console.In, Console.Out, language, echo: Console.IsInputRedirected);
            await using var app = MonitorHost.Build(
                [.. settings, $"--ConnectionStrings:Monitor=Data Source={copy}", $"--Privacy:KeyDirectory={Path.Combine(folder, "keys")}", "--Telegram:BotToken="],
                builder =>
                {
                    builder.Logging.QuietForVerbs();
                    builder.Services.AddSingleton<IBotApi>(chat);
                });
            await using (var db = await StandaloneHost.StoreOf(app).CreateDbContextAsync(cancellation)) await app.Services.GetRequiredService<WatchlistInUse>().LoadAsync(db, cancellation);
            var loop = app.Services.GetServices<IHostedService>().OfType<UpdateLoop>().Single();
            await loop.StartAsync(cancellation);
            await chat.Ended.WaitAsync(cancellation);
            await loop.StopAsync(cancellation);
            return CommandLine.Good;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CopyAsync(string[] settings, string copy, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        await StandaloneHost.CopyWithoutReadersAsync(app, copy, cancellation);
    }
}
