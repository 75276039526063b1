using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Bot;
using Monitor.Bot.Receiving;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Operating.Demo;
using Monitor.Pipeline;
using Monitor.Pipeline.Sending;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;

namespace Monitor.Tests.Pipeline.Sending;

/// <summary>The sending half of the program on a database of its own, over HTTP to the fake Telegram; time can be put forward.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 12, 13, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-outbox-").FullName;
    private readonly DeliveryOptions _options;
    private ServiceProvider _services = null!;

    private readonly string _curators;

    private Outbox(DeliveryOptions options, string curators) => (_options, _curators) = (options, curators);

    public DemoClock Clock { get; } = new(Start);

    public FakeBotApi Telegram { get; private set; } = null!;

    public static async Task<Outbox> OpenAsync(int perSecond = 10_000, TimeSpan? spacing = null, string channel = "", string curators = "")
    {
        var outbox = new Outbox(new DeliveryOptions(perSecond, spacing ?? TimeSpan.Zero, new Uri("https://monitor.example"), channel), curators);
        outbox.Telegram = await FakeBotApi.Start(outbox.Clock);
        await outbox.BeginAsync();
        return outbox;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A new process on the same database.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        await BeginAsync();
    }

    /// <summary>A chat that follows all changes, or only what is named; as the bot would have stored it.</summary>
    public async Task SubscribeAsync(long chat, string[]? follows = null, Action<SubscriberRow>? adjust = null)
    {
        Telegram.Chats.Add(chat, chat > 0 ? "private" : "supergroup");
        var vault = Get<ChatVault>();
        var row = new SubscriberRow { ChatHash = vault.Hash(chat), ChatCipher = vault.Encipher(chat), Language = "en", LastContactDay = "2025-12-01" };
        adjust?.Invoke(row);
        await LookAsync(async db =>
        {
            db.Subscribers.Add(row);
            await db.SaveChangesAsync();
            foreach (var follow in follows ?? [Follow.All]) db.Subscriptions.Add(new SubscriptionRow { SubscriberId = row.Id, Follow = follow });
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A change of one person (or the group), and its alert as ItemReading commits it.</summary>
    public Task<long> AlertAsync(string subject, long item, AlertType type = AlertType.Report, Standing standing = Standing.Reported, ClaimKind kind = ClaimKind.Released, string? title = null) => LookAsync(async db =>
    {
        var change = await db.Changes.FirstOrDefaultAsync(c => c.SubjectId == subject);
        if (change is null) db.Changes.Add(change = new ChangeRow { Slug = $"{subject}-slug", SubjectId = subject, Kind = kind, Date = PartialDate.Parse("2025-12-13"), Day = "2025-12-13", CreatedAt = Start, UpdatedAt = Start, Alerted = true });
        await db.SaveChangesAsync();
        var alert = new Alert
        {
            Type = type,
            Subject = subject,
            Names = new Dictionary<string, string> { [""] = subject },
            Kind = kind,
            Date = change.Date,
            Standing = standing,
            Origins = ["viasna"],
            Items = title is null ? [] : [new AlertItem("1", title, "https://news.example/?a=1&b=<i>", title, Start, Contrary: false)],
            Count = subject == Evidence.Group ? 123 : null,
        };
        db.Alerts.Add(new AlertRow { ChangeId = change.Id, Type = type, ItemId = item, CreatedAt = Clock.GetUtcNow(), Facts = JsonSerializer.Serialize(alert), UpToSubscriptionId = await db.Subscriptions.MaxAsync(s => (long?)s.Id) ?? 0 });
        await db.SaveChangesAsync();
        return change.Id;
    });

    public Task<int> RunAsync() => Get<DeliveryRound>().RunAsync(default);

    /// <summary>Puts the clock forward to whatever is due next, until nothing waits any more (what is held for a digest aside).</summary>
    public async Task RunToEndAsync()
    {
        while (true)
        {
            await RunAsync();
            var waits = await LookAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Pending && d.CarriedBy == null)
                .Join(db.Subscribers, d => d.SubscriberId, s => s.Id, (d, s) => new { d.NextAttemptAt, s.NotBefore }).ToListAsync());
            if (waits.Count == 0) return;
            var next = waits.Min(w => w.NotBefore > w.NextAttemptAt ? w.NotBefore.Value : w.NextAttemptAt);
            var held = Get<Monitor.Telegram.SendPace>().HeldUntil;
            Clock.PutForwardTo((held > next ? held : next) + TimeSpan.FromSeconds(1));
        }
    }

    public async Task<T> LookAsync<T>(Func<MonitorDb, Task<T>> look)
    {
        await using var db = await Get<IDbContextFactory<MonitorDb>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>What stands in the chat now, oldest first.</summary>
    public IReadOnlyList<FakeMessage> In(long chat) => Telegram.Chats.SaidIn(chat);

    public async Task ListenAsync() => await _services.GetServices<IHostedService>().OfType<UpdateLoop>().Single().StartAsync(default);

    public async ValueTask DisposeAsync()
    {
        await _services.GetServices<IHostedService>().OfType<UpdateLoop>().Single().StopAsync(default);
        await _services.DisposeAsync();
        await Telegram.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BeginAsync()
    {
        var settings = Settings.From(new ConfigurationBuilder().AddCommandLine(
            [$"--ConnectionStrings:Monitor={TestStore.At(Path.Combine(_folder, "monitor.db"))}", $"--Privacy:KeyDirectory={Path.Combine(_folder, "keys")}",
             $"--Telegram:BotToken={FakeBotApi.Token}", $"--Telegram:ApiBaseUrl={Telegram.BaseUrl}", string.Create(CultureInfo.InvariantCulture, $"--Telegram:Channel={_options.Channel}"), $"--Telegram:Curators={_curators}"]).Build());
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton(settings).AddSingleton<TimeProvider>(Clock).AddSingleton(_options);
        services.AddStore(settings.Database).AddKeys(settings).AddPipeline(settings).AddBot(settings).AddSingleton<DeliveryRound>();
        _services = services.BuildServiceProvider();
        await Get<Leader>().WaitAsync(Clock, default);
        await Get<StoreStart>().OpenAsync(default);
        await Get<Leader>().JoinAsync(default);
        await Get<Leader>().OpenedAsync();
    }
}
