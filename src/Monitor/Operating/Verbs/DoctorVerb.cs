using System.CommandLine;
using Monitor.Operating.Sources;
using Monitor.Pipeline;
using Monitor.Store;
using Monitor.Telegram;

namespace Monitor.Operating.Verbs;

/// <summary><c>doctor</c>: looks at settings, lists, database, token and every source, one line each, and says how to mend what is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Create(string[] settings)
    {
        var command = new Command("doctor", "Check settings, database, bot token and every source; one line each.\nExample: monitor doctor");
        command.SetAction((_, cancellation) => RunAsync(settings, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var worst = CommandLine.Good;
        Settings? settings = null;
        worst = Math.Max(worst, Check("settings", () => Say(settings = Standalone.Read(arguments), $"{Settings.Keys.Count} settings, all usable")));
        if (settings is null) return worst;

        worst = Math.Max(worst, Check("watchlist", () => $"{WatchlistImport.ReadFiles(settings.WatchlistFiles).Count} subjects, {WatchlistImport.ReadArticles(settings.ArticlesFile).Count} cited articles"));
        var sources = Check("sources file", () => $"{SourcesOnDisk.ReadFile(settings.SourcesFile).Count} sources in {settings.SourcesFile}");
        var database = await CheckAsync("database", () => DatabaseAsync(arguments, cancellation));
        worst = Math.Max(worst, Math.Max(sources, database));
        worst = Math.Max(worst, await CheckAsync("bot", () => BotAsync(settings, cancellation)));
        return sources == CommandLine.Good && database == CommandLine.Good ? Math.Max(worst, await SourcesAsync(arguments, settings, cancellation)) : worst;
    }

    private static async Task<string> DatabaseAsync(string[] arguments, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(arguments, cancellation);
        var story = await app.Services.GetRequiredService<StoryReading>().AllAsync(cancellation);
        return $"{app.Services.GetRequiredService<StoreAddress>().Name} opens, {story.Count} subjects";
    }

    private static async Task<string> BotAsync(Settings settings, CancellationToken cancellation)
    {
        if (settings.Telegram.BotToken.Length == 0) return "no token (Telegram:BotToken): there is no bot, the rest runs";
        try
        {
            using var api = new HttpBotApi(new BotApiSettings(settings.Telegram.ApiBaseUrl, settings.Telegram.BotToken));
            return $"the token is that of @{(await api.GetMe(cancellation)).Username}";
        }
        catch (ArgumentException e)
        {
            throw new SettingException("Telegram:BotToken", e.Message);
        }
        catch (BotApiException e) when (e.Outcome is CallOutcome.Unauthorized)
        {
            throw new SettingException("Telegram:BotToken", "Telegram refuses it; get a valid one from @BotFather");
        }
        catch (BotApiException e)
        {
            throw new UnavailableException($"Telegram could not be asked: {e.Message}", e);
        }
    }

    private static async Task<int> SourcesAsync(string[] arguments, Settings settings, CancellationToken cancellation)
    {
        await using var book = await SourceBook.OpenAsync(arguments, cancellation);
        return await DoctorSources.AllGoodAsync(settings, book, Print, cancellation) ? CommandLine.Good : CommandLine.Unavailable;
    }

    private static int Check(string what, Func<string> look) => CheckAsync(what, () => Task.FromResult(look())).GetAwaiter().GetResult();

    private static async Task<int> CheckAsync(string what, Func<Task<string>> look)
    {
        try
        {
            Print(good: true, what, await look());
            return CommandLine.Good;
        }
        catch (Exception e) when (e is SettingException or BadDataException or UnavailableException)
        {
            Print(good: false, what, e.Message);
            return e is SettingException ? CommandLine.WrongUsage : e is BadDataException ? CommandLine.BadData : CommandLine.Unavailable;
        }
    }

    private static string Say(Settings _, string words) => words;

    private static void Print(bool good, string what, string words) => Console.WriteLine($"{(good ? "ok  " : "BAD ")} {what,-28} {words.ReplaceLineEndings(" ")}");
}
