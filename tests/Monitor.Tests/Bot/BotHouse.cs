using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Bot;
using Monitor.Bot.Receiving;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Bot;

/// <summary>The whole bot with a real database in a folder of its own, talking over HTTP to a Telegram for tests. The list is the seeds' unless a test brings one.</summary>
internal sealed class BotHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ITestOutputHelper? _output;
    private UpdateLoop _loop;

    private BotHouse(FakeBotApi telegram, string folder, TimeProvider time, ITestOutputHelper? output, string[] settings)
    {
        (Telegram, Folder, _output) = (telegram, folder, output);
        Log = new LogTrap();
        var read = Settings.From(new ConfigurationBuilder().AddCommandLine(
            [$"--ConnectionStrings:Monitor={TestStore.At(Path.Combine(folder, "monitor.db"))}", $"--Privacy:KeyDirectory={Path.Combine(folder, "keys")}",
             $"--Telegram:BotToken={FakeBotApi.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}", "--Telegram:MaxMessagesPerSecond=1000", .. settings]).Build());
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(read).AddSingleton(time).AddSingleton<WatchlistImport>().AddSingleton<StoreStart>();
        services.AddStore(read.Database).AddKeys(read).AddBot(read);
        _services = services.BuildServiceProvider();
        _loop = _services.GetServices<IHostedService>().OfType<UpdateLoop>().Single();
    }

    private const int MostLooks = 1000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public FakeBotApi Telegram { get; }

    public string Folder { get; }

    public LogTrap Log { get; }

    public static async Task<BotHouse> OpenAsync(ITestOutputHelper? output = null, TimeProvider? time = null, IReadOnlyList<Subject>? list = null, bool listen = true, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("monitor-bot-").FullName;
        var house = new BotHouse(await FakeBotApi.Start(), folder, time ?? TimeProvider.System, output, settings);
        await house.Get<StoreStart>().OpenAsync(default);
        var seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
        list ??= WatchlistImport.ReadFiles([Path.Combine(seeds, "people.yaml"), Path.Combine(seeds, "sanctions.yaml")]);
        await house.Get<WatchlistImport>().ImportAsync(list, WatchlistImport.ReadArticles(Path.Combine(seeds, "articles.yaml")), default);
        if (listen) await house.ListenAsync();
        return house;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task ListenAsync()
    {
        await _loop.StartAsync(default);
        await IdleAsync();
    }

    /// <summary>Until the loop gives up by itself.</summary>
    public async Task RunToEndAsync()
    {
        await _loop.StartAsync(default);
        await _loop.ExecuteTask!;
    }

    /// <summary>A new process on the same database, as far as the loop is concerned.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        _loop = ActivatorUtilities.CreateInstance<UpdateLoop>(_services);
        await ListenAsync();
    }

    public Task StopAsync() => _loop.StopAsync(default);

    /// <summary>Until everything that came in was handled and the bot waits for more.</summary>
    public async Task IdleAsync()
    {
        await Telegram.WaitFor(t => t.Updates is { Unconfirmed: 0, IsPolled: true });
        for (var look = 0; Get<UpdateHandling>().Waiting > 0 && look < MostLooks; look++) await Task.Delay(Look);
    }

    public Task<string> AskAsync(long chat, string text, string language = "en") => AskInAsync(chat, chat, text, language);

    /// <summary>What the bot says to it, "" where it says nothing.</summary>
    public async Task<string> AskInAsync(long chat, long person, string text, string language = "en", int? topic = null)
    {
        var before = Telegram.Chats.SaidIn(chat).Count;
        Telegram.People.WritesIn(chat, person, text, language, topic);
        await IdleAsync();
        var answer = string.Join("\n\n", Telegram.Chats.SaidIn(chat).Skip(before).Select(m => m.Text));
        _output?.WriteLine($"— {text}\n{answer}\n");
        return answer;
    }

    public async Task<T> ReadAsync<T>(Func<MonitorDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<MonitorDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _loop.StopAsync(default);
        var problems = BotApiSchema.Load() is { } schema ? Telegram.Calls.SelectMany(c => schema.CheckCall(c.Method, c.Parameters)).Distinct().ToList() : [];
        await _services.DisposeAsync();
        await Telegram.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        Assert.Empty(problems);
    }
}

/// <summary>Keeps every log line of every level, with its exception, as a log file would.</summary>
internal sealed class LogTrap : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Trap(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Trap(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
