using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Store;
using Monitor.Tests.Support;

namespace Monitor.Tests.Store;

/// <summary>Whoever was replaced writes nothing any more, whichever part of the program it is that tries.</summary>
public sealed class LeaderFenceTests : IAsyncLifetime, IDisposable
{
    private readonly TempStore _file = new();
    private readonly List<ServiceProvider> _processes = [];

    public async Task InitializeAsync()
    {
        var first = Process();
        await first.GetRequiredService<StoreStart>().OpenAsync(default);
        await WriteAsync(first, db => db.Settings.Add(new SettingRow { Key = "known", Value = "before" }));
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
    }

    public void Dispose() => _file.Dispose();

    public static TheoryData<string, Func<MonitorDb, Task>> Ways => new()
    {
        { "one row", async db => { db.Settings.Add(new SettingRow { Key = "new", Value = "x" }); await db.SaveChangesAsync(); } },
        { "several rows", async db => { db.Settings.AddRange(new SettingRow { Key = "a", Value = "x" }, new SettingRow { Key = "b", Value = "x" }); await db.SaveChangesAsync(); } },
        { "an update of many", db => db.Settings.Where(s => s.Key == "known").ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, "x")) },
        { "a deletion of many", db => db.Settings.Where(s => s.Key == "known").ExecuteDeleteAsync() },
        { "plain SQL", db => db.Database.ExecuteSqlRawAsync("UPDATE Settings SET Value = 'x' WHERE Key = 'known'") },
        { "a transaction begun before", InATransactionAsync },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_replaced_leader_writes_nothing_by(string way, Func<MonitorDb, Task> write)
    {
        var (old, next) = (Process(), Process());
        await old.GetRequiredService<Leader>().BeginTermAsync(default);
        await WriteAsync(old, db => db.Settings.Add(new SettingRow { Key = "mine", Value = way }));
        await next.GetRequiredService<Leader>().BeginTermAsync(default);

        await using (var db = await Store(old).CreateDbContextAsync())
        {
            var failure = await Record.ExceptionAsync(() => write(db));
            Assert.True(failure is SqliteException or DbUpdateException, $"{way}: {failure?.GetType().Name ?? "it was written"}");
        }

        await WriteAsync(next, db => db.Settings.Add(new SettingRow { Key = "next", Value = "y" }));
        await using var look = await Store(next).CreateDbContextAsync();
        Assert.Equal("before", (await look.Settings.SingleAsync(s => s.Key == "known")).Value);
        Assert.Equal(["known", LeaderFence.TermKey, "mine", "next"], await look.Settings.Select(s => s.Key).OrderBy(k => k).ToListAsync());
    }

    [Fact]
    public async Task A_verb_beside_the_service_writes_as_before()
    {
        var (service, verb) = (Process(), Process());
        await service.GetRequiredService<Leader>().BeginTermAsync(default);
        await WriteAsync(verb, db => db.Settings.Add(new SettingRow { Key = "judged", Value = "yes" }));
        await WriteAsync(service, db => db.Settings.Add(new SettingRow { Key = "read", Value = "yes" }));
    }

    private static async Task InATransactionAsync(MonitorDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Settings.Where(s => s.Key == "known").ExecuteDeleteAsync();
        db.Settings.Add(new SettingRow { Key = "new", Value = "x" });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private ServiceProvider Process()
    {
        var process = new ServiceCollection().AddLogging().AddStore($"Data Source={_file.File}").BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    private static IDbContextFactory<MonitorDb> Store(ServiceProvider process) => process.GetRequiredService<IDbContextFactory<MonitorDb>>();

    private static async Task WriteAsync(ServiceProvider process, Action<MonitorDb> write)
    {
        await using var db = await Store(process).CreateDbContextAsync();
        write(db);
        await db.SaveChangesAsync();
    }
}
