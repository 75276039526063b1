using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Monitor.Core.Watchlist;
using Monitor.Operating.Demo;
using Monitor.Pipeline;
using Monitor.Pipeline.Sending;
using Monitor.Telegram;

namespace Monitor.Operating.Verbs;

/// <summary>
/// <c>demo</c>: everything at once, offline: the seed day served as feeds on this machine, the real pipeline, pages and RSS, and a chat in
/// the terminal in place of Telegram. Nothing is kept: it works in a folder of its own that is deleted at the end.
/// </summary>
internal static class DemoVerb
{
    private const int UsualPort = 8080;

    public static Command Create(string[] settings)
    {
        var language = Languages.Option();
        var command = new Command("demo", "See the whole program at work on the seed day, offline, no token needed.\nExample: monitor demo --lang be") { language };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetValue(language)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string language, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("monitor-demo-").FullName;
        try
        {
            var site = new Uri($"http://localhost:{FreePort()}");
            var day = SeedDay.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "day"));
            var clock = new DemoClock(SeedDay.Morning);
            using var chat = new ConsoleChat(new FirstLine("/start", Console.In), Console.Out, language, echo: Console.IsInputRedirected);
            await using var app = MonitorHost.Build([.. settings, .. DemoSettings(folder, site, day, Standalone.Read(settings))], builder => Adjust(builder, day, clock, chat));
            app.MapGet("/demo/{name}.xml", (string name) => day.FeedAt(name, clock.GetUtcNow()) is { } feed ? Results.Text(feed, "application/xml") : Results.NotFound());
            await MonitorHost.OpenAsync(app.Services, cancellation);
            await MonitorHost.StartAsync(app, cancellation);
            Welcome(site);
            await Task.WhenAny(chat.Ended, app.WaitForShutdownAsync(cancellation));
            await app.StopAsync(CancellationToken.None);
            return CommandLine.Good;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Adjust(WebApplicationBuilder builder, SeedDay day, DemoClock clock, ConsoleChat chat)
    {
        builder.Logging.QuietForVerbs();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton(day).AddHostedService<DemoDirector>();
        builder.Services.AddSingleton<IBotApi>(chat);
        builder.Services.AddSingleton(new DeliveryOptions(1000, TimeSpan.Zero, null));
    }

    /// <summary>The list as it stood the evening before, and the day's sources at this site, as files that the program reads as any others.</summary>
    private static string[] DemoSettings(string folder, Uri site, SeedDay day, Settings configured)
    {
        var subjects = WatchlistImport.ReadFiles(configured.WatchlistFiles).Select(s => WatchlistAsOf.AsOf(s, SeedDay.ListDay));
        var list = Path.Combine(folder, "list.yaml");
        File.WriteAllText(list, WatchlistYamlWriter.Write(subjects));
        var sources = Path.Combine(folder, "sources.yaml");
        File.WriteAllText(sources, day.SourcesAt(site));
        return
        [
            $"--urls={site.GetLeftPart(UriPartial.Authority)}",
            $"--ConnectionStrings:Monitor=Data Source={Path.Combine(folder, "demo.db")}",
            $"--Privacy:KeyDirectory={Path.Combine(folder, "keys")}",
            $"--Watchlist:Files={list}",
            $"--Sources:File={sources}",
            "--Sources:Every=00:00:01",
            "--Outbound:AllowPrivateNetworks=true",
            "--Telegram:BotToken=",
        ];
    }

    private static void Welcome(Uri site) => Console.Error.WriteLine(
        $"""

        This is 13 December 2025 once more: five outlets tell of the release of 123 prisoners. The list is as it was the evening before.
          Pages   {site}     RSS   {site}feed.rss
        Below is the chat that subscribers have in Telegram. Ask about a name, or type /help; exit ends the demo.

        """);

    /// <summary>The usual port, or any free one where the service is running.</summary>
    private static string FreePort()
    {
        foreach (var port in (int[])[UsualPort, 0])
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
            }
            catch (SocketException)
            {
                // taken: the next one
            }
        }

        throw new UnavailableException("no port is free on this machine");
    }
}
