using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Survival;

/// <summary>The real program in processes that can be stopped and killed, with a news site and a Telegram for tests around them; one folder is one installation.</summary>
internal sealed class ServiceHouse : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Made-up, far enough from each other.</summary>
    private static readonly string[] Names = ["Aliaksandr Vasilkouski", "Iryna Hrynkevich", "Mikalai Dubrouski", "Volha Zhukouskaya", "Siarhei Patapovich", "Hanna Kruhlova", "Dzmitry Shabunia", "Natallia Rudzko"];

    private readonly List<MonitorProcess> _processes = [];
    private volatile int _published;

    private ServiceHouse(FakeBotApi telegram, FeedServer site) => (Telegram, Site) = (telegram, site);

    public string Folder { get; } = Directory.CreateTempSubdirectory("monitor-survival-").FullName;

    public FakeBotApi Telegram { get; }

    public FeedServer Site { get; }

    public string Database => Path.Combine(Folder, "data", "monitor.db");

    public string Keys => Path.Combine(Folder, "keys");

    public static async Task<ServiceHouse> OpenAsync()
    {
        var house = new ServiceHouse(await FakeBotApi.Start(), await FeedServer.StartAsync());
        house.Site.Feed("/feed.xml", house.Feed);
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "list.yaml"), string.Concat(Names.Select((name, n) => $"- {{id: person-{n}, kind: person, name: {name}}}\n")));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "sources.yaml"), $"- {{id: site, name: Site, kind: feed, url: \"{new Uri(house.Site.BaseUrl, "/feed.xml")}\", language: en, origin: site}}\n");
        return house;
    }

    public MonitorProcess Start(int port, params string[] more)
    {
        var process = MonitorProcess.Start(Folder, [$"--urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", .. Settings, .. more]);
        _processes.Add(process);
        return process;
    }

    public async Task<MonitorProcess> StartReadyAsync()
    {
        var port = MonitorProcess.FreePort();
        var process = Start(port);
        await process.ReadyAsync(port);
        return process;
    }

    /// <summary>A verb of the same installation.</summary>
    public Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] verb) => MonitorProcess.RunAsync(Folder, input, [.. verb, .. Settings]);

    /// <summary>Chats that follow everything, and were told so.</summary>
    public async Task SubscribeAsync(params long[] chats)
    {
        foreach (var chat in chats) Telegram.People.Writes(chat, "/start");
        await Telegram.WaitFor(t => chats.All(c => t.Chats.SaidIn(c).Any(m => m.FromBot)), Patience);
        await Telegram.WaitFor(_ => Site.Requests.Any(r => r.Status == 200), Patience);
    }

    /// <summary>From now on the site reports the release of the first <paramref name="persons"/> on the list.</summary>
    public void Publish(int persons) => _published = persons;

    /// <summary>Reports of a release in a chat, by person; a person twice is a repeat.</summary>
    public IReadOnlyList<int> ReportsIn(long chat) =>
        [.. Telegram.Chats.SaidIn(chat).Where(m => m.FromBot && m.Sent.StartsWith("<b>", StringComparison.Ordinal)).Select(m => Array.FindIndex(Names, n => m.Text.StartsWith(n, StringComparison.Ordinal))).Where(n => n >= 0)];

    public int Reports(params long[] chats) => chats.Sum(c => ReportsIn(c).Count);

    public bool AllArrived(int persons, params long[] chats) => chats.All(c => ReportsIn(c).Distinct().Count() == persons);

    public async Task<T> LookAsync<T>(Func<MonitorDb, Task<T>> look, string? database = null)
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, new SqliteConnectionStringBuilder { DataSource = database ?? Database, Pooling = false }.ConnectionString);
        await using var db = new MonitorDb(options.Options);
        return await look(db);
    }

    /// <summary>Whether nobody is in the middle of writing to the database.</summary>
    public async Task<bool> CanWriteAsync()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        await connection.OpenAsync();
        try
        {
            await using var writing = connection.BeginTransaction();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await Telegram.DisposeAsync();
        await Site.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private string[] Settings =>
    [
        $"--Watchlist:Files={Path.Combine(Folder, "list.yaml")}", $"--Sources:File={Path.Combine(Folder, "sources.yaml")}", "--Sources:Every=00:00:01", "--Outbound:AllowPrivateNetworks=true",
        $"--Telegram:ApiBaseUrl={Telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}", "--Telegram:MaxMessagesPerSecond=1000",
    ];

    /// <summary>First an empty shelf (the silent look), then one release per person.</summary>
    private string Feed()
    {
        var now = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var items = new StringBuilder();
        for (var n = 0; n < _published; n++)
            items.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">n{n}</guid><link>https://news.example/{n}</link><title>{Names[n]} was released from prison in Belarus today</title><description>The political prisoner {Names[n]} was released today.</description><pubDate>{now}</pubDate></item>");
        return $"<rss version=\"2.0\"><channel><title>Site</title><link>https://news.example/</link><description>d</description>{items}</channel></rss>";
    }
}
