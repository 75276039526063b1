using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store;

/// <summary>Opens the database at start: makes its folder, brings the schema up to date under SQLite's own write lock, and says plainly what is wrong.</summary>
public sealed class StoreStart(IDbContextFactory<MonitorDb> store, StoreFile file, Leader leader)
{
    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            file.MakeFolder();
            if (await IsCurrentAsync(cancellation)) return;
            await using var db = await store.CreateDbContextAsync(cancellation);

            // EF marks a migration under way by a row, which outlives a kill -9 and would be waited for without end. Who leads knows that nobody else is at it.
            if (leader.TryLead()) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException($"the database {file.Path} cannot be opened for writing ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor", e);
        }
    }

    /// <summary>Whether the newest migration is applied, asked in plain SQL: EF's own check costs a second of every start.</summary>
    private async Task<bool> IsCurrentAsync(CancellationToken cancellation)
    {
        if (file.InMemory || !File.Exists(file.Path)) return false;
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0) return false;
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return Newest().Equals(await command.ExecuteScalarAsync(cancellation));
    }

    private static string Newest() => typeof(StoreStart).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;
}
