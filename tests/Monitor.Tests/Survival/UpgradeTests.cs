using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Store;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>A database of each older version is brought up to date, also where the program is killed in the middle of it: no row is lost, and the next start finishes.</summary>
[Collection(Alone.Name)]
public sealed class UpgradeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_a_killed_upgrade_leaves_behind_holds_up_no_start()
    {
        using var file = new TempStore();
        foreach (var version in OlderVersions())
        {
            await MakeAsync(file.File, version, rows: 1000);
            await using var process = new ServiceCollection().AddLogging().AddStore($"Data Source={file.File}").BuildServiceProvider();
            await process.GetRequiredService<StoreStart>().OpenAsync(default).WaitAsync(Patience);
            Assert.True(await IsCurrentAsync(file.File, rows: 1000), version);
        }
    }

    [Fact]
    [Trait("Category", "Survival")]
    public async Task A_million_rows_of_each_older_version_survive_an_upgrade_killed_again_and_again()
    {
        const int Rows = 1_000_000;
        const int Kills = 5;
        var random = new Random(20251213);
        await using var house = await ServiceHouse.OpenAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(house.Database)!);
        foreach (var version in OlderVersions())
        {
            await MakeAsync(house.Database, version, Rows);
            for (var kill = 0; kill < Kills; kill++)
            {
                var killed = house.Start(MonitorProcess.FreePort());
                await Task.Delay(random.Next(500, 5000));
                await killed.KillAsync();
            }

            var (watch, port) = (Stopwatch.StartNew(), MonitorProcess.FreePort());
            var last = house.Start(port);
            await last.ReadyAsync(port);
            output.WriteLine($"{version}: {Kills} kills, then ready after {watch.Elapsed.TotalSeconds:0.0} s");
            await last.KillAsync();
            Assert.True(await IsCurrentAsync(house.Database, Rows), version);
        }
    }

    private static List<string> OlderVersions()
    {
        using var db = Open(":memory:");
        return [.. db.Database.GetMigrations().SkipLast(1)];
    }

    /// <summary>As that version would have left it, with the mark of an upgrade that was cut off.</summary>
    private static async Task MakeAsync(string file, string version, int rows)
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
        await using var db = Open(file);
        // EF knows a migration whose id has not its own 14 digits by what it takes for the name.
        await db.GetService<IMigrator>().MigrateAsync(db.GetService<IMigrationsIdGenerator>().GetName(version));
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
            INSERT INTO Items (SourceId, Reference, Origin, Title, Text, FetchedAt, ReadAt, Silent) SELECT 'old', 'item-' || i, 'old', 'Title ' || i, 'Text of item ' || i, i, i, 1 FROM n
            """);
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2025-12-13')""");
    }

    private static async Task<bool> IsCurrentAsync(string file, int rows)
    {
        await using var db = Open(file);
        return !(await db.Database.GetPendingMigrationsAsync()).Any() && await db.Items.CountAsync(i => i.SourceId == "old") == rows
            && await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync() == "ok";
    }

    private static MonitorDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        return new MonitorDb(options.Options);
    }
}
