using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Monitor.Store;

/// <summary>
/// At most one process at a time does the work of a database. The lock is the operating system's (a file beside the database), so it is
/// gone the moment its holder dies, and a successor need not wait for a lease to run out. Each holder has a new term: whatever was being
/// sent under an older term was interrupted, and a holder whose term is no longer the database's (the lock file was taken away while it
/// slept, or <c>panic</c> ended its term) writes nothing any more (<see cref="LeaderFence"/>).
/// </summary>
public sealed class Leader(IDbContextFactory<MonitorDb> store, StoreFile file, LeaderFence fence, ILogger<Leader> log) : IDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);
    private FileStream? _lock;

    /// <summary>0 until this process leads.</summary>
    public long Term { get; private set; }

    /// <summary>Returns once no other process works on this database; says so once while it waits.</summary>
    public async Task WaitAsync(TimeProvider time, CancellationToken cancellation)
    {
        var said = false;
        while (!TryLead())
        {
            if (!said) log.LogWarning("Another process works on {Database}; this one waits until it ends", file.Path);
            said = true;
            await Task.Delay(AskAgain, time, cancellation);
        }
    }

    /// <summary>Once the schema is up to date: from here on, work of earlier terms counts as interrupted.</summary>
    public async Task BeginTermAsync(CancellationToken cancellation)
    {
        try
        {
            Term = await NextTermAsync(cancellation);
            fence.Guard(Term);
        }
        catch (SqliteException e)
        {
            throw new UnavailableException($"the database {file.Path} cannot be written to ({e.Message}): another program holds it, or the disk is full. Mend that, and start again", e);
        }
    }

    public void Dispose() => _lock?.Dispose();

    /// <summary>Whether the database still knows this process as its leader. Asked inside a transaction, the answer holds until its end.</summary>
    public async Task<bool> StillLeadsAsync(MonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var term = Term.ToString(CultureInfo.InvariantCulture);
        return Term > 0 && await db.Settings.AnyAsync(s => s.Key == LeaderFence.TermKey && s.Value == term, cancellation);
    }

    /// <summary>Takes the lock if no other process has it.</summary>
    public bool TryLead()
    {
        if (file.InMemory || _lock is not null) return true;
        file.MakeFolder();
        try
        {
            _lock = new FileStream(Path.GetFullPath(file.Path) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            return true;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnavailableException($"the database {file.Path} cannot be opened for writing ({e.Message}). Give the program a writable folder, or name another file in ConnectionStrings:Monitor", e);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<long> NextTermAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = await db.Settings.FindAsync([LeaderFence.TermKey], cancellation);
        if (row is null) db.Settings.Add(row = new SettingRow { Key = LeaderFence.TermKey, Value = "0" });
        var term = long.Parse(row.Value, CultureInfo.InvariantCulture) + 1;
        row.Value = term.ToString(CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return term;
    }
}
