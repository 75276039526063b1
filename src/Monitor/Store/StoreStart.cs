using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store;

/// <summary>Opens the database at start: makes its folder, brings the schema up to date under the database's own lock, and says plainly what is wrong.</summary>
public sealed class StoreStart(IDbContextFactory<MonitorDb> store, StoreAddress address, Leader leader)
{
    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            address.MakeFolder();
            if (await IsCurrentAsync(cancellation)) return;
            await using var db = await store.CreateDbContextAsync(cancellation);

            // EF marks a migration under way by a row, which outlives a kill -9 and would be waited for without end. Who leads knows that nobody else is at it.
            if (!address.IsShared && leader.TryLead()) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw address.Unusable(e);
        }
    }

    /// <summary>Whether the newest migration is applied, asked in plain SQL: EF's own check costs a second of every start.</summary>
    private async Task<bool> IsCurrentAsync(CancellationToken cancellation)
    {
        if (address.InMemory || (!address.IsShared && !File.Exists(address.Name))) return false;
        await using var connection = address.Connect();
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = address.IsShared ? "SELECT count(*) FROM pg_tables WHERE tablename = '__EFMigrationsHistory'" : "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) == 0) return false;
        command.CommandText = "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"";
        return Newest().Equals(await command.ExecuteScalarAsync(cancellation));
    }

    private static string Newest() => typeof(StoreStart).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;
}
