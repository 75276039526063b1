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

    public long Now()
    {
        // SQLite counts commits of *other* connections, hence one of our own that never writes.
        lock (_one)
        {
            if (_watching is null)
            {
                _watching = new SqliteConnection(file.ConnectionString);
                _watching.Open();
            }

            using var command = _watching.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _watching?.Dispose();
}
