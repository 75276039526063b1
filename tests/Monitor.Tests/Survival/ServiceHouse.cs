using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Operating;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Survival;

/// <summary>The real program in processes that can be stopped and killed, with a news site and a Telegram for tests around them; one folder is one installation.</summary>
internal sealed class ServiceHouse : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] GivenNames = ["Aliaksandr", "Iryna", "Mikalai", "Volha", "Siarhei", "Hanna", "Dzmitry", "Natallia", "Yauhen", "Tamara"];

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Made-up, far enough from each other, and none in a form that its given name cannot bear: such a person is never found.</summary>
    private static readonly string[] Names = [.. """
        Vasilkouski Hrynkevich Dubrouski Zhukouskaya Patapovich Kruhlova Shabunia Rudzko Charnavus Lazovik
        Barysevich Tsvirka Halubovich Kastsiuk Maroz Padliasny Kuchynski Stralchuk Pratasevich Yurkevich
        Navumchyk Bahdanovich Sidarenka Zaitsava Lukashuk Haidukevich Prakapenka Mikhnevich Tsimoshyk Savitskaya
        Verabei Dashkevich Fralova Akulich Rabtsevich Shymanets Kavaliova Bukata Zhdanovich Pinchuk
        Urbanovich Lapitski Homan Serada Butkevich Arlouskaya Kisel Nestsiarenka Tarasiuk Vaitovich
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select((surname, n) => $"{GivenNames[n % GivenNames.Length]} {surname}")];

    private readonly List<MonitorProcess> _processes = [];
    private readonly string[] _more;
    private volatile int _published;

    private readonly Dictionary<(long Chat, int Person), int> _reports = [];
    private int _counted;

    private ServiceHouse(FakeBotApi telegram, FeedServer site, string[] more) => (Telegram, Site, _more) = (telegram, site, more);

    public string Folder { get; } = Directory.CreateTempSubdirectory("monitor-survival-").FullName;

    public FakeBotApi Telegram { get; }

    public FeedServer Site { get; }

    public string Database => Path.Combine(Folder, "data", "monitor.db");

    /// <summary>The connection string of a PostgreSQL database; null: the file.</summary>
    public string? Postgres { get; set; }

    public string Keys => Path.Combine(Folder, "keys");

    /// <param name="more">Settings of every process of this house.</param>
    public static async Task<ServiceHouse> OpenAsync(params string[] more)
    {
        var house = new ServiceHouse(await FakeBotApi.Start(), await FeedServer.StartAsync(), more);
        house.Site.Feed("/feed.xml", house.Feed);
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "list.yaml"), string.Concat(Names.Select((name, n) => $"- {{id: person-{n}, kind: person, name: {name}}}\n")));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "sources.yaml"), $"- {{id: site, name: Site, kind: feed, url: \"{new Uri(house.Site.BaseUrl, "/feed.xml")}\", language: en, origin: site}}\n");
        return house;
    }

    /// <summary>The same on a PostgreSQL of its own.</summary>
    public static async Task<ServiceHouse> OpenOnPostgresAsync(params string[] more)
    {
        var house = await OpenAsync(more);
        house.Postgres = PostgresCluster.Database(house.Folder);
        return house;
    }

    /// <param name="more">Settings of this process alone.</param>
    public MonitorProcess Start(int port, params string[] more)
    {
        var process = MonitorProcess.Start(Folder, [$"--urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", .. Settings, .. more]);
        _processes.Add(process);
        return process;
    }

    public async Task<MonitorProcess> StartReadyAsync(params string[] more)
    {
        var port = MonitorProcess.FreePort();
        var process = Start(port, more);
        await process.ReadyAsync(port);
        return process;
    }

    /// <summary>The same service within this process, where nothing has to be killed: it starts faster.</summary>
    public Task<RunningMonitor> StartInsideAsync(TimeProvider? clock = null, Action<WebApplicationBuilder>? adjust = null, params string[] more) =>
        RunningMonitor.StartAsync(Folder, clock ?? TimeProvider.System, adjust ?? (_ => { }), [.. Settings, .. more]);

    /// <summary>A verb of the same installation, within this process: its start is not what is tried.</summary>
    public async Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] verb)
    {
        var before = (Console.In, Console.Out, Console.Error);
        await using StringWriter said = new(), complained = new();
        using var typed = new StringReader(input);
        Redirect((typed, said, complained));
        try
        {
            return (await CommandLine.RunAsync([.. verb, .. Settings]), said.ToString(), complained.ToString());
        }
        finally
        {
            Redirect(before);
            SqliteConnection.ClearAllPools();
        }
    }

    /// <summary>Chats that follow everything, and were told so; the silent first look at the site is over.</summary>
    public async Task SubscribeAsync(params long[] chats)
    {
        foreach (var chat in chats) Telegram.People.Writes(chat, "/start");
        await Telegram.WaitFor(t => chats.All(c => t.Chats.SaidIn(c).Any(m => m.FromBot)), Patience);
        await UntilAsync(db => db.Sources.AllAsync(s => s.FirstReadAt != null));
    }

    /// <summary>One more source of this house.</summary>
    public Task AddSourceAsync(string id, Uri address) =>
        File.AppendAllTextAsync(Path.Combine(Folder, "sources.yaml"), $"- {{id: {id}, name: {id}, kind: feed, url: \"{address}\", language: en, origin: {id}}}\n");

    /// <summary>From now on the site reports the release of the first <paramref name="persons"/> on the list.</summary>
    public void Publish(int persons) => _published = persons;

    /// <summary>Reports of a release that stand in the chats, repeats included.</summary>
    public int Reports => Count(reports => reports.Values.Sum());

    /// <summary>The same, each counted once.</summary>
    public int Arrived => Count(reports => reports.Count);

    public bool AllArrived(int persons, params long[] chats) => Count(reports => chats.All(chat => Enumerable.Range(0, persons).All(person => reports.ContainsKey((chat, person)))));

    /// <summary>Until every delivery is written down as sent: that comes a moment after it arrived.</summary>
    public Task SettledAsync() => UntilAsync(db => db.Deliveries.AllAsync(d => d.State == DeliveryState.Sent));

    public async Task UntilAsync(Func<MonitorDb, Task<bool>> condition, TimeSpan? patience = null)
    {
        using var giveUp = new CancellationTokenSource(patience ?? Patience);
        while (!await LookAsync(condition)) await Task.Delay(Look, giveUp.Token);
    }

    public async Task<T> LookAsync<T>(Func<MonitorDb, Task<T>> look, string? database = null)
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, (database is null && Postgres is not null ? Postgres : TestStore.At(database ?? Database)) + ";Pooling=False");
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

    private static void Redirect((TextReader In, TextWriter Out, TextWriter Error) to)
    {
        Console.SetIn(to.In);
        Console.SetOut(to.Out);
        Console.SetError(to.Error);
    }

    private string[] Settings =>
    [
        $"--ConnectionStrings:Monitor={Postgres ?? TestStore.At(Database)}", $"--Privacy:KeyDirectory={Keys}",
        $"--Watchlist:Files={Path.Combine(Folder, "list.yaml")}", $"--Sources:File={Path.Combine(Folder, "sources.yaml")}", "--Sources:Every=00:00:01", "--Outbound:AllowPrivateNetworks=true",
        $"--Telegram:ApiBaseUrl={Telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}", "--Telegram:MaxMessagesPerSecond=1000", .. _more,
    ];

    /// <summary>Goes on where it stopped: there are many messages, and it is asked after each.</summary>
    private T Count<T>(Func<Dictionary<(long Chat, int Person), int>, T> ask)
    {
        lock (_reports)
        {
            var messages = Telegram.Chats.After(_counted);
            _counted += messages.Count;
            foreach (var message in messages.Where(m => m.FromBot && m.Sent.StartsWith("<b>", StringComparison.Ordinal)))
            {
                var person = Array.FindIndex(Names, n => message.Text.StartsWith(n, StringComparison.Ordinal));
                if (person >= 0) _reports[(message.ChatId, person)] = _reports.GetValueOrDefault((message.ChatId, person)) + 1;
            }

            return ask(_reports);
        }
    }

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
