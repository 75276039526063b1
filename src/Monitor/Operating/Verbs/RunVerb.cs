using System.CommandLine;

namespace Monitor.Operating.Verbs;

/// <summary><c>run</c>: the service. Schedule, bot (if a token is set), feeds and pages, until it is told to stop.</summary>
internal static class RunVerb
{
    public static Command Create(string[] settings)
    {
        var command = new Command("run", "Run the service: read the sources, tell subscribers, serve feeds and pages (also without a verb).\nExample: monitor run --Sources:Every=00:05:00");
        command.SetAction((_, cancellation) => RunAsync(settings, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        await using var app = MonitorHost.Build(settings);
        await MonitorHost.OpenAsync(app.Services, cancellation);
        await MonitorHost.StartAsync(app, cancellation);
        Welcome(app);
        await app.WaitForShutdownAsync(cancellation);
        return CommandLine.Good;
    }

    private static void Welcome(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        var site = app.Urls.First();
        var bot = settings.Telegram.Shadow ? "A shadow (Telegram:Shadow): everything is read and shown, nothing is sent." : settings.Telegram.BotToken.Length > 0 ? "The Telegram bot is on." : "No bot token is set (Telegram:BotToken), so there is no Telegram bot; the rest runs.";
        Console.Error.WriteLine(
            $"""

            Monitor is running.
              Pages   {site}
              Feeds   {site}/feed.rss  {site}/feed.atom  {site}/feed.json
              Health  {site}/health   sources: {site}/sources
            {bot}
            Stop with Ctrl+C.

            """);
    }
}
