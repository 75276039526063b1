using System.Diagnostics;
using System.Globalization;
using System.Text;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Pipeline;

/// <summary>kill -9 of the real process between "alert committed" and "sent", again and again: nothing is lost, and it is back within seconds.</summary>
[Collection(Alone.Name)]
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 20251213;
    private const int Persons = 10;
    private const int MostInFlight = 32;

    /// <summary>What is promised (DESIGN, CONTRACT). The fastest of many restarts is held to it: the others show how busy the machine was.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Made-up, far enough from each other.</summary>
    private static readonly string[] Names =
    [
        "Aliaksandr Vasilkouski", "Iryna Hrynkevich", "Mikalai Dubrouski", "Volha Zhukouskaya", "Siarhei Patapovich",
        "Hanna Kruhlova", "Dzmitry Shabunia", "Natallia Rudzko", "Yauhen Charnavus", "Tamara Lazovik",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-kill-").FullName;
    private FakeBotApi _telegram = null!;
    private FeedServer _site = null!;
    private MonitorProcess? _running;
    private readonly HashSet<(long Chat, int Person)> _arrived = [];
    private int _sent;
    private int _counted;
    private int _published;

    public async Task InitializeAsync()
    {
        _telegram = await FakeBotApi.Start();
        _site = await FeedServer.StartAsync();
        _site.Feed("/feed.xml", Feed);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.yaml"), string.Concat(Enumerable.Range(0, Persons).Select(n => $"- {{id: person-{n}, kind: person, name: {Names[n]}}}\n")));
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), $"- {{id: site, name: Site, kind: feed, url: \"{new Uri(_site.BaseUrl, "/feed.xml")}\", language: en, origin: site}}\n");
    }

    public async Task DisposeAsync()
    {
        if (_running is not null) await _running.DisposeAsync();
        await _telegram.DisposeAsync();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task Killed_twenty_times_while_alerts_go_out_nothing_is_lost_and_little_is_repeated() => KillAsync(kills: 20, chats: 200);

    [Fact]
    [Trait("Category", "Survival")]
    public Task Killed_two_hundred_times_nothing_is_lost_and_little_is_repeated() => KillAsync(kills: 200, chats: 1000);

    private async Task KillAsync(int kills, int chats)
    {
        var random = new Random(Seed);
        var port = MonitorProcess.FreePort();
        var monitor = Start(port);
        await monitor.ReadyAsync(port);
        for (var chat = 1; chat <= chats; chat++) _telegram.People.Writes(chat, "/start");
        await _telegram.WaitFor(t => Enumerable.Range(1, chats).All(c => t.Chats.SaidIn(c).Count > 0), Patience);
        await _telegram.WaitFor(_ => _site.Requests.Any(r => r.Status == 200), Patience);
        _telegram.Faults.Randomly(Seed, 1.0, Fault.Slow(TimeSpan.FromMilliseconds(40)));
        _published = Persons;

        var again = new List<TimeSpan>();
        for (var kill = 1; kill <= kills && Arrived() < Persons * chats; kill++)
        {
            var before = Sent();
            await _telegram.WaitFor(_ => Sent() > before, Patience);
            await Task.Delay(random.Next(0, 400));
            await monitor.KillAsync();
            var atKill = Sent();
            var watch = Stopwatch.StartNew();
            monitor = Start(port);
            await _telegram.WaitFor(_ => Sent() > atKill, Patience);
            again.Add(watch.Elapsed);
            output.WriteLine($"seed {Seed}, kill {kill}: {atKill} sent, sending again after {watch.Elapsed.TotalSeconds:0.00} s");
        }

        await _telegram.WaitFor(_ => Arrived() == Persons * chats, Patience);
        var repeats = Sent() - (Persons * chats);
        output.WriteLine($"{Persons} alerts to {chats} chats arrived, {repeats} repeats in {again.Count} kills; sending again after {again.Min().TotalSeconds:0.0}–{again.Max().TotalSeconds:0.0} s");
        Assert.Equal(kills, again.Count);
        Assert.True(repeats <= kills * MostInFlight, $"{repeats} repeats");
        Assert.True(again.Min() <= Promised, $"sending again only after {again.Min()}");
    }

    private MonitorProcess Start(int port) => _running = MonitorProcess.Start(
        _folder, $"--urls=http://127.0.0.1:{port}", $"--Watchlist:Files={Path.Combine(_folder, "list.yaml")}", $"--Sources:File={Path.Combine(_folder, "sources.yaml")}",
        "--Sources:Every=00:00:01", "--Outbound:AllowPrivateNetworks=true", $"--Telegram:ApiBaseUrl={_telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}", "--Telegram:MaxMessagesPerSecond=1000");

    /// <summary>First an empty shelf (the silent look), then one release per person, all at once.</summary>
    private string Feed()
    {
        var now = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var items = new StringBuilder();
        for (var n = 0; n < _published; n++)
            items.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">n{n}</guid><link>https://news.example/{n}</link><title>{Names[n]} was released from prison in Belarus today</title><description>The political prisoner {Names[n]} was released today.</description><pubDate>{now}</pubDate></item>");
        return $"<rss version=\"2.0\"><channel><title>Site</title><link>https://news.example/</link><description>d</description>{items}</channel></rss>";
    }

    private int Arrived()
    {
        Count();
        return _arrived.Count;
    }

    private int Sent()
    {
        Count();
        return _sent;
    }

    /// <summary>Goes on where it stopped: there are many messages, and it is asked after each.</summary>
    private void Count()
    {
        lock (_arrived)
        {
            var messages = _telegram.Chats.After(_counted);
            _counted += messages.Count;
            foreach (var message in messages.Where(m => m.FromBot && m.Sent.StartsWith("<b>", StringComparison.Ordinal)))
            {
                var person = Array.FindIndex(Names, n => message.Text.StartsWith(n, StringComparison.Ordinal));
                if (person < 0) continue;
                _sent++;
                _arrived.Add((message.ChatId, person));
            }
        }
    }
}
