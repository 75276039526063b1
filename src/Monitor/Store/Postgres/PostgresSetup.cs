using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Monitor.Store.Postgres;

/// <summary>How a PostgreSQL database is opened. Nothing else but what stands beside it names its library.</summary>
internal static class PostgresSetup
{
    private const string Example = "Host=localhost;Database=monitor;Username=monitor;Password=…";

    /// <summary>Three processes leave most of the 100 connections that a server allows by default.</summary>
    private const int MostConnections = 25;

    /// <summary>Who falls asleep in the middle of writing holds up everybody: the server ends it, and its transaction with it.</summary>
    private const string SleepersAreEnded = "-c idle_in_transaction_session_timeout=15s";

    public static StoreAddress Describe(string connectionString)
    {
        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            throw new SettingException("ConnectionStrings:Monitor", $"it cannot be used ({e.Message}); write for example: {Example}"); // not shown: it may hold a password
        }

        if (string.IsNullOrEmpty(given.Database)) throw new SettingException("ConnectionStrings:Monitor", $"it names no database; write for example: {Example}");
        given.Options = string.Join(' ', SleepersAreEnded, given.Options).TrimEnd();
        given.ApplicationName ??= "monitor";
        if (!given.ContainsKey("Maximum Pool Size") || given.MaxPoolSize > MostConnections) given.MaxPoolSize = MostConnections;
        return new StoreAddress($"{given.Database} on {given.Host}", given.ConnectionString, IsShared: true);
    }

    public static DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

    /// <summary>Of no pool, and ended by the server where it is silent: the timetable speaks on it every second, so its process sleeps or has lost its network.</summary>
    public static DbConnection ConnectAlone(string connectionString)
    {
        var alone = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        alone.Options += " -c idle_session_timeout=15s";
        return new NpgsqlConnection(alone.ConnectionString);
    }

    /// <summary>Nothing is repeated behind our back: what fails is due again at the next tick, and <see cref="StoreTrouble"/> says why.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .ReplaceService<IMigrationsSqlGenerator, IdentityColumns>()
        .AddInterceptors(OneWriter.Instance);
}
