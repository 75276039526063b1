using System.Data.Common;

namespace Monitor.Store.Postgres;

/// <summary>
/// What this process has for itself among those that share a PostgreSQL database: advisory locks, held by one connection of its own. The server takes them all
/// back the moment the process dies, or is not heard of for a while; no lease and no clock of ours. A database of one process gives everything at once.
/// </summary>
public sealed class OwnSession(StoreAddress address) : IDisposable
{
    private const string Present = "present";

    private readonly SemaphoreSlim _one = new(1);
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private DbConnection? _connection;

    /// <summary>Counts the connections: what an earlier one held is lost.</summary>
    public int Number { get; private set; }

    /// <summary>True where this process has it, or gets it now. Asks the server in any case: what was held may be lost.</summary>
    public async Task<bool> TryHoldAsync(string what, CancellationToken cancellation)
    {
        if (!address.IsShared) return true;
        await _one.WaitAsync(cancellation);
        try
        {
            return await AskAsync(() => _held.Contains(what) ? SayAsync("SELECT true", what) : TakeAsync(what));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Never fails: with the connection lost it is let go already.</summary>
    public async Task LetGoAsync(string what)
    {
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            if (_held.Remove(what)) await SayAsync("SELECT pg_advisory_unlock(hashtextextended(@what, 0))", what);
        }
        catch (DbException)
        {
            Drop();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether no other process has a session on this database.</summary>
    public async Task<bool> IsAloneAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await AskAsync(() => SayAsync("SELECT pg_try_advisory_lock(hashtextextended(@what, 0))", Present));
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        Drop();
        _one.Dispose();
    }

    /// <summary>A connection that was lost is noticed when it is used: then once more, on a new one.</summary>
    private async Task<bool> AskAsync(Func<Task<bool>> ask)
    {
        try
        {
            if (_connection is not null) return await ask();
        }
        catch (DbException)
        {
            Drop();
        }

        await OpenAsync();
        return await ask();
    }

    private async Task<bool> TakeAsync(string what)
    {
        if (!await SayAsync("SELECT pg_try_advisory_lock(hashtextextended(@what, 0))", what)) return false;
        return _held.Add(what);
    }

    private async Task OpenAsync()
    {
        Drop();
        _connection = PostgresSetup.ConnectAlone(address.ConnectionString);
        try
        {
            await _connection.OpenAsync();
            await SayAsync("SELECT pg_advisory_lock_shared(hashtextextended(@what, 0))::text", Present);
            Number++;
        }
        catch
        {
            Drop();
            throw;
        }
    }

    /// <summary>Not called off: an answer that nobody heard would leave something held that nobody lets go.</summary>
    private async Task<bool> SayAsync(string sql, string what)
    {
        var command = _connection!.CreateCommand();
        await using (command)
        {
            command.CommandText = sql;
            var name = command.CreateParameter();
            (name.ParameterName, name.Value) = ("what", "monitor/" + what);
            command.Parameters.Add(name);
            return await command.ExecuteScalarAsync() is true;
        }
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
        _held.Clear();
    }
}
