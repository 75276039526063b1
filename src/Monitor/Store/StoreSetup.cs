using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Monitor.Store.Curators;
using Monitor.Store.Postgres;

namespace Monitor.Store;

/// <summary>How the store is opened: one SQLite file, durable at every commit, with nothing left behind of what was deleted; or, where the connection string names a host, PostgreSQL.</summary>
public static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString)
    {
        var address = Describe(connectionString);
        var (use, fence) = (new StoreUse(), new LeaderFence(address));
        services.AddSingleton(address).AddSingleton<OwnSession>().AddSingleton(use).AddSingleton(fence).AddSingleton<StoreStart>().AddSingleton<Leader>().AddSingleton<StoreTrouble>().AddSingleton<WatchlistInUse>().AddSingleton<StoryReading>().AddSingleton<BotName>();
        services.AddSingleton<AlertNow>().AddSingleton<CuratorsQueue>().AddSingleton<QueueCards>();
        return services.AddPooledDbContextFactory<MonitorDb>(options => Configure(options, address.ConnectionString).AddInterceptors(use, fence));
    }

    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => (NamesHost(connectionString)
            ? PostgresSetup.Configure(options, connectionString)
            : options.UseSqlite(connectionString).AddInterceptors(DurableConnection.Instance))
        // There is no model snapshot: migrations are hand-written and held equal to the model by a test.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>Of SQLite's file: a write waits for another process's write for 30 s, or as long as <c>Default Timeout</c> in the connection string says. Refuses a connection string of neither with a sentence that says what to write instead.</summary>
    public static StoreAddress Describe(string connectionString)
    {
        if (NamesHost(connectionString)) return PostgresSetup.Describe(connectionString);
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
            if (builder.DataSource.Length == 0) throw new SettingException("ConnectionStrings:Monitor", "it names no file; write for example: Data Source=data/monitor.db");
            return new StoreAddress(builder.DataSource, builder.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new SettingException("ConnectionStrings:Monitor", $"\"{connectionString}\" cannot be used ({e.Message}); write for example: Data Source=data/monitor.db");
        }
    }

    /// <summary>Only PostgreSQL's have a host.</summary>
    private static bool NamesHost(string connectionString) => connectionString.Split(';').Any(part => part.Contains('=', StringComparison.Ordinal) && part.Split('=')[0].Trim().Equals("Host", StringComparison.OrdinalIgnoreCase));

    private sealed class DurableConnection : DbConnectionInterceptor
    {
        public static readonly DurableConnection Instance = new();

        // synchronous=FULL: a commit that was acknowledged survives a power cut. secure_delete: /forget overwrites what it deletes.
        // busy_timeout, ms: SQLite looks every few milliseconds whether the other writer has finished; the library, only every 150.
        private const string Pragmas = "PRAGMA busy_timeout=1000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (MayOnlyRead(connection)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (MayOnlyRead(connection)) return;
            var command = connection.CreateCommand();
            await using (command)
            {
                command.CommandText = Pragmas;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        /// <summary>So EF looks whether there is a database to upgrade. A copy of one (a backup) keeps no such log yet, and cannot begin one then.</summary>
        private static bool MayOnlyRead(DbConnection connection) => connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase);
    }
}
