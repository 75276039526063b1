using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Monitor.Store;

/// <summary>
/// A store that cannot be written to (a full disk, a lock that another program holds) concerns everything: it is said once, in a sentence,
/// and once when it is over. Until then nothing is asked of the world whose answer could not be kept.
/// </summary>
public sealed class StoreTrouble(IDbContextFactory<MonitorDb> store, StoreAddress address, ILogger<StoreTrouble> log) : IDisposable
{
    private const string TrialKey = "trial";

    /// <summary>More than a page, so that it needs room as an item would.</summary>
    private const int TrialBytes = 64 * 1024;

    private readonly SemaphoreSlim _trying = new(1);
    private volatile bool _isOn;

    public bool IsOn => _isOn;

    /// <summary>Whether a failure is the store's and no mistake of ours.</summary>
    public static bool Is(Exception e) => Why(e) is not null;

    /// <summary>True where the failure is the store's.</summary>
    public bool Heard(Exception e)
    {
        if (Why(e) is not { } why) return false;
        if (!_isOn) log.LogError("The database {Database} cannot be written to: {Reason}. Nothing is fetched or sent until it can, and nothing is lost; it is tried again every second", address.Name, why);
        _isOn = true;
        return true;
    }

    /// <summary>Tries to write something; true once that succeeds. While one tries, others need not.</summary>
    public async Task<bool> IsOverAsync(CancellationToken cancellation)
    {
        if (!await _trying.WaitAsync(TimeSpan.Zero, cancellation)) return false;
        try
        {
            await TryAsync(cancellation);
            _isOn = false;
            log.LogInformation("The database can be written to again");
            return true;
        }
        catch (Exception e) when (Is(e))
        {
            return false;
        }
        finally
        {
            _trying.Release();
        }
    }

    public void Dispose() => _trying.Dispose();

    private async Task TryAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Settings.Where(s => s.Key == TrialKey).ExecuteDeleteAsync(cancellation);
        db.Settings.Add(new SettingRow { Key = TrialKey, Value = new string('.', TrialBytes) });
        await db.SaveChangesAsync(cancellation);
        await db.Settings.Where(s => s.Key == TrialKey).ExecuteDeleteAsync(cancellation);
    }

    private static string? Why(Exception e) => (e is DbUpdateException ? e.InnerException : e) switch
    {
        SqliteException failure => OfFile(failure.SqliteErrorCode),
        DbException failure => OfServer(failure),
        _ => null,
    };

    private static string? OfFile(int code) => code switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds it locked",
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => "the file may not be written",
        raw.SQLITE_IOERR => "the disk fails",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the file is damaged; restore a backup (monitor restore FILE)",
        _ => null,
    };

    /// <summary>By PostgreSQL's SQLSTATE (its manual, appendix A); none where the server did not answer.</summary>
    private static string? OfServer(DbException failure) => failure.SqlState switch
    {
        "53100" => "the disk of its server is full",
        "53300" => "its server allows no more connections",
        "25006" => "its server may only be read (is it a standby?)",
        { } state when state.StartsWith("57P", StringComparison.Ordinal) => "its server stops or starts",
        { } state when state is "25P03" or "57P05" || state.StartsWith("08", StringComparison.Ordinal) => "its server ended the connection",
        null when failure.IsTransient => "its server does not answer",
        _ => null,
    };
}
