using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Operating.Safekeeping;

/// <summary>Copies of the database: written in one go, checked, and readable by their owner only.</summary>
internal static class StoreCopy
{
    /// <summary>The file to copy. PostgreSQL has its own tools for that, which do it better than we could.</summary>
    public static string FileOf(StoreAddress address, string instead) => address.IsShared
        ? throw new SettingException("ConnectionStrings:Monitor", $"{address.Name} is PostgreSQL's: {instead}")
        : address.Name;

    /// <summary>Refuses what is damaged, is no database of this program, or is that of a newer version.</summary>
    public static async Task CheckAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(file, cancellation);
            if (await AskAsync(connection, "PRAGMA integrity_check", cancellation) is not ["ok"]) throw new BadDataException($"{file}: the database is damaged (PRAGMA integrity_check)");
            if (await AskAsync(connection, "SELECT name FROM sqlite_master WHERE name IN ('__EFMigrationsHistory', 'Subscribers', 'Changes')", cancellation) is not { Count: 3 })
                throw new BadDataException($"{file}: it is a database, but not one of this program");
            var unknown = (await AskAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancellation)).Except(KnownMigrations(), StringComparer.Ordinal).ToList();
            if (unknown.Count > 0) throw new BadDataException($"{file}: it was written by a newer version of this program ({unknown[0]}); use that version");
        }
        catch (SqliteException e)
        {
            throw new BadDataException($"{file}: it cannot be read as a database ({e.Message})");
        }
    }

    /// <summary>One consistent moment of <paramref name="source"/>, whoever writes to it meanwhile. It has its name only once it is whole and checked.</summary>
    public static async Task WriteAsync(string source, string target, CancellationToken cancellation)
    {
        var partial = target + ".partial";
        try
        {
            MakeForOwner(partial);
            await using (var connection = await OpenAsync(source, cancellation)) await AskAsync(connection, $"VACUUM INTO '{partial.Replace("'", "''", StringComparison.Ordinal)}'", cancellation);
            await CheckAsync(partial, cancellation);
            await using (var written = new FileStream(partial, FileMode.Open, FileAccess.Write)) written.Flush(flushToDisk: true);
            File.Move(partial, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new UnavailableException($"{target} could not be written ({e.Message}); nothing was changed", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>SQLite writes into a file that is there and empty; so nobody else can read it from its first byte on.</summary>
    private static void MakeForOwner(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var _ = new FileStream(file, options);
    }

    /// <summary>Read-only, and without a pool that would keep the file open.</summary>
    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<List<string>> AskAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var answers = new List<string>();
        while (await reader.ReadAsync(cancellation)) answers.Add(reader.GetString(0));
        return answers;
    }

    private static List<string> KnownMigrations()
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, "Data Source=:memory:");
        using var db = new MonitorDb(options.Options);
        return [.. db.Database.GetMigrations()];
    }
}
