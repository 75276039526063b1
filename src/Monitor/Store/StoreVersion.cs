using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Monitor.Store;

/// <summary>
/// A number that moves with every commit to the database, by this process or another, at the cost of looking at one page: who keeps
/// something made from the story asks whether it still holds. Only equal numbers of one run mean anything.
/// </summary>
public sealed class StoreVersion(StoreFile file) : IDisposable
{
    private readonly Lock _one = new();
    private SqliteConnection? _watching;
    private SqliteCommand? _ask;

    public long Now()
    {
        // SQLite counts commits of *other* connections, hence one of our own that never writes.
        lock (_one)
        {
            _ask ??= Watch();
            return Convert.ToInt64(_ask.ExecuteScalar(), CultureInfo.InvariantCulture);
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
}
