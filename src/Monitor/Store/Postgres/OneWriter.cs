using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Monitor.Store.Postgres;

/// <summary>
/// One transaction at a time, among all processes, as SQLite has it by itself: every transaction begins with an advisory lock that ends with it. The story is told
/// on that ground (an item is read against all claims before it), and what it costs is little: what takes time, fetching and parsing, happens outside.
/// </summary>
internal sealed class OneWriter : DbTransactionInterceptor
{
    public static readonly OneWriter Instance = new();

    private const string WaitForTurn = "SELECT pg_advisory_xact_lock(hashtextextended('monitor/writing', 0))";

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = Command(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var command = Command(connection, result);
        await using (command) await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (WaitForTurn, transaction);
        return command;
    }
}
