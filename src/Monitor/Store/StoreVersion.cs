using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Monitor.Store;

/// <summary>
/// A number that moves with every commit to the database: who keeps something made from the story asks whether it still holds. Asking costs
/// nothing while this process leaves the store alone; commits of other processes are seen within a quarter of a second. Only equal
/// numbers of one run mean anything.
/// </summary>
public sealed class StoreVersion(StoreAddress address, StoreUse use) : IDisposable
{
    private const long OthersAreSeenAfter = 250;

    /// <summary>SQLite counts commits of *other* connections, hence one of our own that never writes.</summary>
    private const string OfFile = "PRAGMA data_version";

    /// <summary>Which transactions of the server are over and which are under way: another after each commit.</summary>
    private const string OfServer = "SELECT hashtextextended(pg_current_snapshot()::text, 0)";

    private readonly Lock _one = new();
    private DbConnection? _watching;
    private DbCommand? _ask;
    private volatile Answer _last = new(0, -1, 0);

    public long Now()
    {
        var (last, used, now) = (_last, use.Count, Environment.TickCount64);
        if (last.Used == used && now - last.At < OthersAreSeenAfter) return last.Version;

        lock (_one)
        {
            return (_last = new Answer(Ask(), used, now)).Version;
        }
    }

    public void Dispose()
    {
        _ask?.Dispose();
        _watching?.Dispose();
        (_ask, _watching) = (null, null);
    }

    /// <summary>A server may have ended the connection; the next who asks gets a new one.</summary>
    private long Ask()
    {
        try
        {
            return Convert.ToInt64((_ask ??= Watch()).ExecuteScalar(), CultureInfo.InvariantCulture);
        }
        catch (DbException)
        {
            Dispose();
            throw;
        }
    }

    private DbCommand Watch()
    {
        _watching = address.Connect();
        _watching.Open();
        var ask = _watching.CreateCommand();
        ask.CommandText = address.IsShared ? OfServer : OfFile;
        ask.Prepare();
        return ask;
    }

    private sealed record Answer(long Version, long Used, long At);
}

/// <summary>How often this process has finished with a connection to the store: whatever it committed, it committed before.</summary>
public sealed class StoreUse : DbConnectionInterceptor
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Interlocked.Increment(ref _count);

    public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }
}
