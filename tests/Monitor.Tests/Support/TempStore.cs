using Microsoft.Data.Sqlite;

namespace Monitor.Tests.Support;

/// <summary>A database file of one test, gone with it.</summary>
internal sealed class TempStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-test-");

    public string File => Path.Combine(_folder.FullName, "monitor.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
