using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;
using Monitor.Operating.Demo;
using Monitor.Pipeline;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Pipeline;

/// <summary>The seed day, whole: five outlets, one subscriber, real HTTP on both sides, the program as <c>run</c> starts it.</summary>
[Collection(Alone.Name)]
public sealed class WholeDayTests : IAsyncLifetime
{
    private const long Reader = 70001;

    private static readonly string[] Freed =
    [
        "bialiatski", "kalesnikava", "babaryka", "stefanovich", "labkovich", "znak", "zolatava", "fiaduta",
        "batalionak", "haluza", "sakalenka", "nakanishi", "beslkaya", "syrytsa",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-day-").FullName;
    private readonly DemoClock _clock = new(SeedDay.Morning);
    private readonly SeedDay _day = SeedDay.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "day"));
    private FakeBotApi _telegram = null!;
    private FeedServer _sites = null!;

    /// <summary>What the sites do to their feeds before serving them.</summary>
    private Func<string, string> _editorialWork = feed => feed;

    public async Task InitializeAsync()
    {
        _telegram = await FakeBotApi.Start();
        _sites = await FeedServer.StartAsync();
        foreach (var name in (string[])["000", "001", "002", "003", "004"])
            _sites.Feed($"/demo/{name}.xml", () => _day.FeedAt(name, _clock.GetUtcNow()) is { } feed ? _editorialWork(feed) : null);
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _sites.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_subscriber_gets_each_change_of_the_day_once_and_nothing_more_ever()
    {
        await using (var monitor = await StartAsync())
        {
            await SubscribeAsync(monitor);
            await LetTheDayPassAsync(monitor);

            var reports = await ReportsAsync(monitor);
            Assert.Equal(Freed.Append("us-potash").Append("group").Order(), reports.Order());
            var slugs = await monitor.LookAsync(db => db.Changes.Where(c => c.Alerted).Select(c => c.Slug).ToListAsync());
            Assert.All(slugs, slug => Assert.Single(Alerts(), m => m.Contains($"/changes/{slug}\"", StringComparison.Ordinal)));
            Assert.True(Alerts().Count < reports.Count, "what one article told did not come in one message");
        }

        var afterTheDay = Alerts().Count;
        var edits = _telegram.CallsOf("editMessageText").Count;
        await using (var restarted = await StartAsync())
        {
            _editorialWork = feed => feed.Replace(">day-00", ">renamed-00", StringComparison.Ordinal).Replace(">tag:", ">tag:renamed.", StringComparison.Ordinal);
            await restarted.SettleAsync(_clock);
            _editorialWork = feed => feed.Replace("<title>", "<title>Updated: ", StringComparison.Ordinal);
            await restarted.SettleAsync(_clock);
            _editorialWork = feed => feed.Replace(".example/", ".example//", StringComparison.Ordinal).Replace("day-00", "newhouse-00", StringComparison.Ordinal);
            await restarted.SettleAsync(_clock);
        }

        Assert.Equal(afterTheDay, Alerts().Count);
        Assert.Equal(edits, _telegram.CallsOf("editMessageText").Count);
    }

    [Fact]
    public async Task What_was_committed_while_Telegram_was_away_arrives_after_a_restart()
    {
        await using (var monitor = await StartAsync())
        {
            await SubscribeAsync(monitor);
            await _telegram.GoOffline();
            foreach (var instant in _day.Instants) _clock.PutForwardTo(instant + TimeSpan.FromMinutes(1));
            await monitor.WaitForAsync(db => db.Alerts.AnyAsync(), "an alert");
            await monitor.WaitForAsync(async db => !await db.Items.AnyAsync(i => i.ReadAt == null), "every item to be read");
        }

        Assert.Empty(Alerts());
        await _telegram.GoOnline();
        await using var restarted = await StartAsync();
        _clock.PutForwardTo(_clock.GetUtcNow() + TimeSpan.FromHours(1)); // past every pause between attempts
        await restarted.SettleAsync(_clock);
        var slugs = await restarted.LookAsync(db => db.Changes.Where(c => c.Alerted).Select(c => c.Slug).ToListAsync());
        Assert.NotEmpty(slugs);
        Assert.All(slugs, slug => Assert.Single(Alerts(), m => m.Contains($"/changes/{slug}\"", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Every_call_the_bot_made_that_day_is_valid_against_the_description_of_the_bot_api()
    {
        var schema = BotApiSchema.Load();
        Skip.If(schema is null, "../shared/telegram-bot-api-spec is not here");
        await using (var monitor = await StartAsync())
        {
            await SubscribeAsync(monitor);
            await LetTheDayPassAsync(monitor);
            _telegram.People.Writes(Reader, "Bialiatski");
            _telegram.People.Writes(Reader, "/latest");
            await _telegram.WaitFor(t => t.Chats.SaidIn(Reader).Count(m => m.FromBot) >= Alerts().Count + 2);
        }

        Assert.True(_telegram.Calls.Count > 20);
        Assert.Empty(_telegram.Calls.SelectMany(call => schema.CheckCall(call.Method, call.Parameters).Select(fault => $"{call.Method}: {fault}")));
    }

    [Fact]
    public async Task The_day_stands_in_the_feed_and_on_the_pages()
    {
        await using var monitor = await StartAsync();
        await LetTheDayPassAsync(monitor);
        var feed = await monitor.Client.GetStringAsync(new Uri("/feed.rss", UriKind.Relative));
        Assert.Contains("Kalesnikava", feed, StringComparison.Ordinal);
        Assert.Contains("123", feed, StringComparison.Ordinal);
        Assert.Contains("Ales Bialiatski", await monitor.Client.GetStringAsync(new Uri("/people/bialiatski", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("ready", (await monitor.Client.GetStringAsync(new Uri("/health", UriKind.Relative))).Trim());
    }

    private async Task<RunningMonitor> StartAsync()
    {
        var list = Path.Combine(_folder, "list.yaml");
        string[] seeds = [Seed("people.yaml"), Seed("sanctions.yaml")];
        await File.WriteAllTextAsync(list, WatchlistYamlWriter.Write(WatchlistImport.ReadFiles(seeds).Select(s => WatchlistAsOf.AsOf(s, SeedDay.ListDay))));
        var sources = Path.Combine(_folder, "sources.yaml");
        await File.WriteAllTextAsync(sources, _day.SourcesAt(_sites.BaseUrl));
        return await RunningMonitor.StartAsync(
            _folder, _clock, $"--Watchlist:Files={list}", $"--Sources:File={sources}", $"--Telegram:ApiBaseUrl={_telegram.BaseUrl}", $"--Telegram:BotToken={FakeBotApi.Token}");
    }

    private async Task SubscribeAsync(RunningMonitor monitor)
    {
        _telegram.People.Writes(Reader, "/start");
        await monitor.WaitForAsync(db => db.Subscriptions.AnyAsync(), "the subscription");
        await _telegram.WaitFor(t => t.Chats.SaidIn(Reader).Any(m => m.FromBot));
        await monitor.WaitForAsync(async db => !await db.Sources.AnyAsync(s => s.Active && s.FirstReadAt == null), "the silent first look");
    }

    private async Task LetTheDayPassAsync(RunningMonitor monitor)
    {
        await monitor.WaitForAsync(async db => !await db.Sources.AnyAsync(s => s.Active && s.FirstReadAt == null), "the silent first look");
        foreach (var instant in _day.Instants)
        {
            _clock.PutForwardTo(instant + TimeSpan.FromMinutes(1));
            await monitor.SettleAsync(_clock);
        }
    }

    private List<string> Alerts() => [.. _telegram.CallsOf("sendMessage").Where(c => c.ChatId == Reader && c.Code == 200 && c.Text.Contains("https://monitor.example/changes/", StringComparison.Ordinal)).Select(c => c.Text)];

    private static Task<List<string>> ReportsAsync(RunningMonitor monitor) => monitor.LookAsync(db => db.Alerts.Where(a => a.Type == AlertType.Report).Join(db.Changes, a => a.ChangeId, c => c.Id, (_, c) => c.SubjectId).ToListAsync());

    private static string Seed(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", file);
}
