using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Monitor.Store.Curators;

namespace Monitor.Store;

/// <summary>How the store is opened: one SQLite file, durable at every commit, with nothing left behind of what was deleted.</summary>
public static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString)
    {
        var sqlite = Describe(connectionString);
        var (use, fence) = (new StoreUse(), new LeaderFence(sqlite));
        services.AddSingleton(sqlite).AddSingleton(use).AddSingleton(fence).AddSingleton<StoreStart>().AddSingleton<Leader>().AddSingleton<StoreTrouble>().AddSingleton<WatchlistInUse>().AddSingleton<StoryReading>().AddSingleton<BotName>();
        services.AddSingleton<AlertNow>().AddSingleton<CuratorsQueue>().AddSingleton<QueueCards>();
        return services.AddPooledDbContextFactory<MonitorDb>(options => Configure(options, sqlite.ConnectionString).AddInterceptors(use, fence));
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .AddInterceptors(DurableConnection.Instance)
        // There is no model snapshot: migrations are hand-written and held equal to the model by a test.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>A write waits for another process's write for 30 s, or as long as <c>Default Timeout</c> in the connection string says. Refuses a connection string that is not SQLite's with a sentence that says what to write instead.</summary>
    public static StoreFile Describe(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
            if (builder.DataSource.Length == 0) throw new SettingException("ConnectionStrings:Monitor", "it names no file; write for example: Data Source=data/monitor.db");
            return new StoreFile(builder.DataSource, builder.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new SettingException("ConnectionStrings:Monitor", $"\"{connectionString}\" cannot be used ({e.Message}); write for example: Data Source=data/monitor.db");
        }
    }

    private sealed class DurableConnection : DbConnectionInterceptor
    {
        public static readonly DurableConnection Instance = new();

        // synchronous=FULL: a commit that was acknowledged survives a power cut. secure_delete: /forget overwrites what it deletes.
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = Pragmas;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }
}

/// <summary>Where the database is; <see cref="Path"/> as the operator wrote it.</summary>
public sealed record StoreFile(string Path, string ConnectionString)
{
    public bool InMemory => Path.Contains(":memory:", StringComparison.Ordinal) || ConnectionString.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the folder of the database where it is missing.</summary>
    public void MakeFolder()
    {
        if (InMemory || System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is not { Length: > 0 } folder) return;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException($"the folder {folder} of the database cannot be made ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor", e);
        }
    }
}
