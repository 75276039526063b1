using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Monitor.Store;

/// <summary>Opens the database at start: makes its folder, brings the schema up to date under SQLite's own write lock, and says plainly what is wrong.</summary>
public sealed class StoreStart(IDbContextFactory<MonitorDb> store, StoreFile file)
{
    public async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            file.MakeFolder();
            await using var db = await store.CreateDbContextAsync(cancellation);
            await db.Database.MigrateAsync(cancellation);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException($"the database {file.Path} cannot be opened for writing ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor", e);
        }
    }
}
