using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Monitor.Store;

/// <summary>
/// A number that moves with every commit to the database: who keeps something made from the story asks whether it still holds. Asking costs
/// nothing while this process leaves the store alone; commits of other processes are seen within a quarter of a second. Only equal
/// numbers of one run mean anything.
/// </summary>
public sealed class StoreVersion(StoreFile file, StoreUse use) : IDisposable
{
    private const long OthersAreSeenAfter = 250;

    private readonly Lock _one = new();
    private SqliteConnection? _watching;
    private SqliteCommand? _ask;
    private volatile Answer _last = new(0, -1, 0);

    public long Now()
    {
        var (last, used, now) = (_last, use.Count, Environment.TickCount64);
        if (last.Used == used && now - last.At < OthersAreSeenAfter) return last.Version;

        // SQLite counts commits of *other* connections, hence one of our own that never writes.
        lock (_one)
        {
            _ask ??= Watch();
            return (_last = new Answer(Convert.ToInt64(_ask.ExecuteScalar(), CultureInfo.InvariantCulture), used, now)).Version;
        }
    }

    public void Dispose()
    {
        _ask?.Dispose();
        _watching?.Dispose();
    }

    private SqliteCommand Watch()
    {
        _watching = new SqliteConnection(file.ConnectionString);
        _watching.Open();
        var ask = _watching.CreateCommand();
        ask.CommandText = "PRAGMA data_version";
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
