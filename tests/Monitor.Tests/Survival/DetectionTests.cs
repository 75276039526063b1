using System.Globalization;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>From the look that finds an item to the first call to Telegram: with 200 sources, asked every 10 to 29 seconds, not all at once, and 1,500 persons on the list, one item after the other.</summary>
[Collection(Alone.Name)]
[Trait("Category", "Survival")]
public sealed class DetectionTests(ITestOutputHelper output)
{
    private const int Sources = 200, Items = 100;

    /// <summary>Seconds, for 99 of 100 on a machine that does nothing else.</summary>
    private const double Goal = 1;

    private static readonly string[] Given = ["Aliaksandr", "Iryna", "Mikalai", "Volha", "Siarhei", "Hanna", "Dzmitry", "Natallia", "Yauhen", "Tamara"];
    private static readonly string[] Stems = ["Bard", "Vask", "Hrynk", "Dubr", "Zhuk", "Patap", "Kruhl", "Shab", "Rudz", "Charn", "Laz", "Barys", "Tsvirk", "Halub", "Kasts", "Mar", "Padl", "Ramank", "Stral", "Yurk", "Navum", "Bahd", "Sidar", "Zaits", "Lukash", "Haid", "Prakap", "Mikhn", "Tsim", "Savits"];
    private static readonly string[] Ends = ["ovich", "enka", "uk", "ich", "ak"];
    private static readonly string[] Persons = [.. Stems.SelectMany(stem => Ends.Select(end => stem + end)).SelectMany(surname => Given.Select(given => $"{given} {surname}"))];

    /// <summary>The others are only on the list: not each of these stems can be a surname with every ending, and such a person is never found.</summary>
    private static readonly string[] Tellable = [.. Persons.Where(p => p.EndsWith("ich", StringComparison.Ordinal))];

    /// <summary>Telegram lets a chat have one message a second: the next item comes when that is over.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1.2);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, List<(string Name, DateTimeOffset At)>> _published = [];
    private string? _waiting;
    private DateTimeOffset _visible;

    [Fact]
    public async Task An_item_is_on_its_way_to_Telegram_within_a_second_of_the_look_that_found_it()
    {
        _published.Clear();
        await using var house = await ServiceHouse.OpenAsync("--Sources:Every=00:00:10");
        await using var sites = await FeedServer.StartAsync(anyAddress: true);
        for (var n = 0; n < Sources; n++)
        {
            var source = n;
            sites.Feed($"/{n}.xml", () => Feed(source));
        }

        await File.WriteAllTextAsync(Path.Combine(house.Folder, "list.yaml"), string.Concat(Persons.Select((name, n) => $"- {{id: person-{n}, kind: person, name: {name}}}\n")));
        await File.WriteAllTextAsync(Path.Combine(house.Folder, "sources.yaml"), string.Concat(Enumerable.Range(0, Sources).Select(n => $"- {{id: site-{n}, name: Site {n}, kind: feed, url: \"http://127.0.1.{n + 1}:{sites.BaseUrl.Port}/{n}.xml\", every: \"00:00:{10 + (n % 20)}\", language: en, origin: site-{n}}}\n")));
        await house.StartReadyAsync();
        await house.SubscribeAsync(5_000_000_001, 5_000_000_002, 5_000_000_003);

        var took = new List<double>();
        TimeSpan? Told(string person)
        {
            lock (_lock) return _waiting is null && house.Telegram.CallsOf("sendMessage").FirstOrDefault(c => c.At >= _visible && c.Text.Contains(person, StringComparison.Ordinal)) is { } call ? call.At - _visible : null;
        }

        foreach (var person in Enumerable.Range(0, Items).Select(n => Tellable[n * Tellable.Length / Items]))
        {
            lock (_lock) _waiting = person;
            await house.Telegram.WaitFor(_ => Told(person) is not null, ServiceHouse.Patience);
            took.Add(Told(person)!.Value.TotalSeconds);
            await Task.Delay(Between);
        }

        took.Sort();
        var (half, nearlyAll) = (took[Items / 2], took[(Items * 99 / 100) - 1]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Sources} sources, {Persons.Length} persons, {Items} items: visible to first call p50 {half:0.00} s, p90 {took[(Items * 9 / 10) - 1]:0.00} s, p99 {nearlyAll:0.00} s, worst {took[^1]:0.00} s"));
        Assert.InRange(nearlyAll, 0, Goal);
    }

    /// <summary>The source that is asked next has the item that waits.</summary>
    private string Feed(int source)
    {
        lock (_lock)
        {
            if (!_published.TryGetValue(source, out var names)) _published[source] = names = [];
            else if (_waiting is { } person)
            {
                (_waiting, _visible) = (null, DateTimeOffset.UtcNow);
                names.Add((person, _visible));
            }

            var items = names.Select((item, n) => string.Create(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{source}-{n}</guid><link>https://news{source}.example/{n}</link><title>{item.Name} was released from prison in Belarus today</title><description>The political prisoner {item.Name} was released today.</description><pubDate>{item.At:r}</pubDate></item>"));
            return $"<rss version=\"2.0\"><channel><title>Site {source}</title><link>https://news{source}.example/</link><description>d</description>{string.Concat(items)}</channel></rss>";
        }
    }
}
