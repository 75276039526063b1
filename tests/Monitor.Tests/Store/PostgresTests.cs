using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Tests.Support;
using Npgsql;

namespace Monitor.Tests.Store;

/// <summary>The same store on PostgreSQL: one schema, upgraded by the same migrations; texts, erasure, and what is said where it cannot be used. The other tests run on it too with MONITOR_TEST_STORE=postgres.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly List<ServiceProvider> _processes = [];

    public Task InitializeAsync()
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
    }

    [SkippableFact]
    public async Task The_same_migrations_give_exactly_the_schema_of_the_model()
    {
        await using var migrated = Open(PostgresCluster.EmptyDatabase("migrated"));
        await migrated.Database.MigrateAsync();
        await using var modelled = Open(PostgresCluster.EmptyDatabase("modelled"));
        await modelled.Database.EnsureCreatedAsync();
        Assert.Equal(await ColumnsAsync(modelled), await ColumnsAsync(migrated));
        Assert.Equal(await IndexesAsync(modelled), await IndexesAsync(migrated));
    }

    [SkippableFact]
    public async Task The_oldest_schema_is_brought_up_to_date_with_its_rows_by_whichever_of_three_starts_first()
    {
        var database = PostgresCluster.EmptyDatabase("older");
        await using (var db = Open(database))
        {
            await db.GetService<IMigrator>().MigrateAsync(db.GetService<IMigrationsIdGenerator>().GetName(db.Database.GetMigrations().First()));
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "Items" ("SourceId", "Reference", "Origin", "Title", "Text", "FetchedAt", "Silent") SELECT 'old', 'item-' || i, 'old', 'Title', 'Text', i, true FROM generate_series(1, 1000) AS i""");
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync(Process(database))));
        await using var current = Open(database);
        Assert.Empty(await current.Database.GetPendingMigrationsAsync());
        Assert.Equal(1000, await current.Items.CountAsync());
    }

    [SkippableFact]
    public async Task A_text_that_it_would_refuse_is_kept_without_what_is_no_letter()
    {
        var process = Process(PostgresCluster.Database("texts"));
        await WriteAsync(process, db => db.Settings.Add(new SettingRow { Key = "half\uD800", Value = "nul\0 and \uD83D\uDE00" }));
        await using var look = await Store(process).CreateDbContextAsync();
        var row = await look.Settings.SingleAsync(s => s.Key == "half\uD800");
        Assert.Equal(("half\uFFFD", "nul\uFFFD and \uD83D\uDE00"), (row.Key, row.Value));
    }

    [SkippableFact]
    public async Task What_is_kept_of_a_page_holds_until_something_is_committed_by_whomever()
    {
        var database = PostgresCluster.Database("versions");
        var (mine, other) = (Process(database), Process(database));
        using var version = new StoreVersion(mine.GetRequiredService<StoreAddress>(), mine.GetRequiredService<StoreUse>());
        var before = version.Now();
        await WriteAsync(mine, db => db.Settings.Add(new SettingRow { Key = "a", Value = "1" }));
        var after = version.Now();
        Assert.NotEqual(before, after);
        await WriteAsync(other, db => db.Settings.Add(new SettingRow { Key = "b", Value = "1" }));
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (version.Now() == after) await Task.Delay(20, giveUp.Token);
    }

    [SkippableFact]
    public async Task Erased_is_erased_from_the_tables_files_too()
    {
        var process = Process(PostgresCluster.Database("erased"));
        string[] traces = ["hash-of-the-forgotten-7f3a", "cipher-of-the-forgotten-91bc"];
        await WriteAsync(process, db => db.Subscribers.Add(new SubscriberRow { ChatHash = traces[0], ChatCipher = traces[1], Language = "be", LastContactDay = "2025-12-13" }));
        await WriteAsync(process, db => db.Subscriptions.Add(new SubscriptionRow { SubscriberId = 1, Follow = "all" }));
        await SayAsync(process, "CHECKPOINT");
        Assert.All(traces, trace => Assert.True(IsInTables(trace)));

        var deletion = new TracelessDeletion(Store(process), process.GetRequiredService<StoreAddress>(), TimeProvider.System, process.GetRequiredService<ILogger<TracelessDeletion>>());
        Assert.True(await deletion.EraseAsync(s => s.ChatHash == traces[0], default));
        await SayAsync(process, "CHECKPOINT");
        Assert.DoesNotContain(traces, IsInTables);
    }

    [SkippableFact]
    public async Task A_server_that_does_not_answer_is_the_stores_trouble_and_said_without_its_password()
    {
        var address = StoreSetup.Describe("Host=127.0.0.1;Port=1;Database=monitor;Username=monitor;Password=s3cret");
        var failure = await Assert.ThrowsAsync<NpgsqlException>(() => Open(address.ConnectionString).Settings.CountAsync());
        Assert.True(StoreTrouble.Is(failure));
        Assert.Equal("monitor on 127.0.0.1", address.Name);
        var said = await Assert.ThrowsAsync<UnavailableException>(() => Process(address.ConnectionString).GetRequiredService<Leader>().WaitAsync(TimeProvider.System, default));
        Assert.DoesNotContain("s3cret", said.ToString(), StringComparison.Ordinal);
        var refused = Assert.Throws<SettingException>(() => StoreSetup.Describe("Host=a;Password=s3cret;Nonsense=1"));
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("names no database", Assert.Throws<SettingException>(() => StoreSetup.Describe("Host=a;Password=s3cret")).Message, StringComparison.Ordinal);
    }

    private static async Task OpenAsync(ServiceProvider process)
    {
        await process.GetRequiredService<Leader>().WaitAsync(TimeProvider.System, default);
        await process.GetRequiredService<StoreStart>().OpenAsync(default);
        await process.GetRequiredService<Leader>().JoinAsync(default);
        await process.GetRequiredService<Leader>().OpenedAsync();
    }

    private static bool IsInTables(string trace) => Directory.EnumerateFiles(Path.Combine(PostgresCluster.Data, "base"), "*", SearchOption.AllDirectories).Any(file => Holds(file, trace));

    /// <summary>The server may take a file away while they are read.</summary>
    private static bool Holds(string file, string trace)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private ServiceProvider Process(string database)
    {
        var process = new ServiceCollection().AddLogging().AddStore(database).BuildServiceProvider();
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

    private static async Task SayAsync(ServiceProvider process, string sql)
    {
        await using var db = await Store(process).CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static MonitorDb Open(string connectionString) => new((DbContextOptions<MonitorDb>)StoreSetup.Configure(new DbContextOptionsBuilder<MonitorDb>(), connectionString).Options);

    private static Task<List<string>> ColumnsAsync(MonitorDb db) => db.Database.SqlQueryRaw<string>(
        """SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(identity_generation, '') AS "Value" FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' ORDER BY 1""").ToListAsync();

    private static Task<List<string>> IndexesAsync(MonitorDb db) => db.Database.SqlQueryRaw<string>(
        """SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%' UNION SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conname NOT LIKE '%\_\_%' ORDER BY 1""").ToListAsync();
}
