using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Privacy;

/// <summary>
/// Deletes subscribers with all that hangs on them so that no byte of it is left in the database file: the rows are overwritten as they
/// are deleted (secure_delete), and the log in which they stood is written back and cut to nothing. Needs no key. PostgreSQL overwrites nothing:
/// there the tables are written anew without them, and its log keeps them, enciphered, until it is used again (README).
/// </summary>
public sealed class TracelessDeletion(IDbContextFactory<MonitorDb> store, StoreAddress address, TimeProvider time, ILogger<TracelessDeletion> log)
{
    /// <summary>Whoever is reading at the moment holds the log open; reads take milliseconds.</summary>
    private const int MostTries = 200;

    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>False where nothing was stored.</summary>
    public async Task<bool> EraseAsync(Expression<Func<SubscriberRow, bool>> whom, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var erased = await DeleteAsync(db, whom, cancellation);

        // Also where nothing was stored: an earlier attempt may have been cut off between the two steps.
        if (address.IsShared) await WriteAnewAsync(db, cancellation);
        else await EmptyLogAsync(db, cancellation);
        return erased;
    }

    private static async Task<bool> DeleteAsync(MonitorDb db, Expression<Func<SubscriberRow, bool>> whom, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ids = await db.Subscribers.Where(whom).Select(s => s.Id).ToListAsync(cancellation);
        await db.Deliveries.Where(d => ids.Contains(d.SubscriberId)).ExecuteDeleteAsync(cancellation);
        await db.Subscriptions.Where(s => ids.Contains(s.SubscriberId)).ExecuteDeleteAsync(cancellation);
        await db.Subscribers.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ids.Count > 0;
    }

    /// <summary>The tables that hold anything of a chat itself; deliveries hold numbers only.</summary>
    private async Task WriteAnewAsync(MonitorDb db, CancellationToken cancellation)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("""VACUUM (FULL) "Subscribers", "Subscriptions" """, cancellation);
        }
        catch (DbException e)
        {
            log.LogWarning("The tables of subscribers could not be written anew after an erasure ({Reason}); the rows are gone, and their bytes with the next erasure", e.SqlState);
        }
    }

    private async Task EmptyLogAsync(MonitorDb db, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await CheckpointAsync(db, cancellation)) return;
            await Task.Delay(TryAgain, time, cancellation);
        }

        log.LogWarning("The database's log could not be emptied after an erasure because it was in use; the rows are gone, and the next erasure or a stop of the program empties it");
    }

    /// <summary>The first column of the answer is 1 where readers or writers were in the way.</summary>
    private static async Task<bool> CheckpointAsync(MonitorDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            await using (command)
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
                return await command.ExecuteScalarAsync(cancellation) is 0L;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
