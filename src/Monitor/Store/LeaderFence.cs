using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Monitor.Store;

/// <summary>
/// The last fence: a commit of a process that no longer leads becomes a rollback, whoever wrote it and by whatever way. SQLite asks in the
/// middle of the commit, when nobody else can write, so the answer holds. Processes that never led (verbs) are not asked.
/// PostgreSQL has no such hook; there the term is read in each transaction that only the leader may make.
/// </summary>
public sealed class LeaderFence(StoreAddress address) : DbConnectionInterceptor, IDisposable
{
    public const string TermKey = "leader-term";

    private const int Commit = 0;
    private const int Rollback = 1;

    private readonly Lock _one = new();
    private SqliteConnection? _beside;
    private SqliteCommand? _ask;
    private string? _term;

    /// <summary>From here on only this term may write.</summary>
    public void Guard(long term) => _term = term.ToString(CultureInfo.InvariantCulture);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Fence(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Fence(connection);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _ask?.Dispose();
        _beside?.Dispose();
    }

    /// <summary>Nobody else can reach a database in memory.</summary>
    private void Fence(DbConnection connection)
    {
        if (!address.InMemory && connection is SqliteConnection { Handle: { } handle }) raw.sqlite3_commit_hook(handle, static fence => ((LeaderFence)fence).Judge(), this);
    }

    /// <summary>Called from within SQLite, which no exception may reach.</summary>
    private int Judge()
    {
        if (_term is null) return Commit;
        try
        {
            return Committed() == _term ? Commit : Rollback;
        }
        catch (SqliteException)
        {
            return Rollback;
        }
    }

    /// <summary>Asked on a connection of its own: one in the middle of its commit cannot be asked.</summary>
    private string? Committed()
    {
        lock (_one)
        {
            _ask ??= Ask();
            return _ask.ExecuteScalar() as string;
        }
    }

    private SqliteCommand Ask()
    {
        _beside = new SqliteConnection(address.ConnectionString);
        _beside.Open();
        var ask = _beside.CreateCommand();
        ask.CommandText = $"SELECT Value FROM Settings WHERE Key = '{TermKey}'";
        return ask;
    }
}
