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
    private const int Kills = 5;
    private const int Persons = 8;
    private const int Chats = 20;
    private const int MostInFlight = 8;

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-kill-").FullName;
    private FakeBotApi _telegram = null!;
    private FeedServer _site = null!;
    private MonitorProcess? _running;
    private int _published;

    public async Task InitializeAsync()
    {
        _telegram = await FakeBotApi.Start();
        _site = await FeedServer.StartAsync();
        _site.Feed("/feed.xml", Feed);
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.yaml"), string.Concat(Enumerable.Range(0, Persons).Select(n => $"- {{id: person-{n}, kind: person, name: {NameOf(n)}}}\n")));
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
    public async Task Killed_at_random_moments_while_alerts_go_out_nothing_is_lost_and_little_is_repeated()
    {
        var random = new Random(Seed);
        var port = MonitorProcess.FreePort();
        var monitor = Start(port);
        await monitor.ReadyAsync(port);
        for (var chat = 1; chat <= Chats; chat++) _telegram.People.Writes(chat, "/start");
        await _telegram.WaitFor(t => Enumerable.Range(1, Chats).All(c => t.Chats.SaidIn(c).Any(m => m.FromBot)), TimeSpan.FromSeconds(60));
        await _telegram.WaitFor(_ => _site.Requests.Any(r => r.Status == 200), TimeSpan.FromSeconds(30));
        _telegram.Faults.Randomly(Seed, 1.0, Fault.Slow(TimeSpan.FromMilliseconds(40)));
        _published = Persons;

        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = Sent();
            await _telegram.WaitFor(_ => Sent() > before || Sent() >= Persons * Chats, TimeSpan.FromSeconds(60));
            await Task.Delay(random.Next(0, 400));
            await monitor.KillAsync();
            var atKill = Sent();
            monitor = Start(port);
            var ready = await monitor.ReadyAsync(port);
            output.WriteLine($"seed {Seed}, kill {kill}: {atKill} sent, ready again after {ready.TotalSeconds:0.00} s");
            Assert.True(ready < TimeSpan.FromSeconds(5), $"ready only after {ready}");
        }

        await _telegram.WaitFor(_ => Arrived().Count == Persons * Chats, TimeSpan.FromSeconds(120));
        var repeats = Sent() - (Persons * Chats);
        output.WriteLine($"{Persons * Chats} alerts to {Chats} chats arrived, {repeats} repeats in {Kills} kills");
        Assert.True(repeats <= Kills * MostInFlight, $"{repeats} repeats");
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
            items.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">n{n}</guid><link>https://news.example/{n}</link><title>{NameOf(n)} was released from prison in Belarus today</title><description>The political prisoner {NameOf(n)} was released today.</description><pubDate>{now}</pubDate></item>");
        return $"<rss version=\"2.0\"><channel><title>Site</title><link>https://news.example/</link><description>d</description>{items}</channel></rss>";
    }

    /// <summary>Made-up names, far enough from each other.</summary>
    private static string NameOf(int n) => ((string[])["Aliaksandr Vasilkouski", "Iryna Hrynkevich", "Mikalai Dubrouski", "Volha Zhukouskaya", "Siarhei Patapovich", "Hanna Kruhlova", "Dzmitry Shabunia", "Natallia Rudzko"])[n];

    private List<(long Chat, int Person)> Arrived() => [.. AlertCalls().Distinct()];

    private int Sent() => AlertCalls().Count();

    private IEnumerable<(long Chat, int Person)> AlertCalls() => _telegram.CallsOf("sendMessage")
        .Where(c => c.Code == 200 && c.Text.StartsWith("<b>", StringComparison.Ordinal))
        .Select(c => (c.ChatId!.Value, Person: Enumerable.Range(0, Persons).FirstOrDefault(n => c.Text.Contains(NameOf(n), StringComparison.Ordinal), -1)))
        .Where(c => c.Person >= 0);
}
