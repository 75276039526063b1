using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Store.Postgres;

namespace Monitor.Store;

/// <summary>What a process may do with its database: all of it; what does not need to be done by one alone (PostgreSQL only); nothing any more.</summary>
public enum Rank
{
    Leads,
    Helps,
    Over,
}

/// <summary>
/// At most one process at a time sends, and on a file at most one works at all. The lock is the operating system's (a file beside the database) or the server's
/// (<see cref="OwnSession"/>), so it is gone the moment its holder dies, and a successor need not wait for a lease to run out. Each holder has a new term: whatever
/// was being sent under an older term was interrupted, and a holder whose term is no longer the database's (its lock was lost while it slept, or <c>panic</c> ended
/// its term) writes nothing any more (<see cref="LeaderFence"/>).
/// </summary>
public sealed class Leader(IDbContextFactory<MonitorDb> store, StoreAddress address, LeaderFence fence, OwnSession session, ILogger<Leader> log) : IDisposable
{
    private const string Opening = "opening";
    internal const string Leading = "leading";

    /// <summary>The setting that <see cref="EndAllAsync"/> alters.</summary>
    private const string EndedKey = "services-ended";

    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1);
    private FileStream? _lock;
    private string? _ended;
    private int _ledIn;

    /// <summary>0 until this process leads.</summary>
    public long Term { get; private set; }

    /// <summary>Returns once no other process works on this file, or opens this shared database; says so once while it waits.</summary>
    public async Task WaitAsync(TimeProvider time, CancellationToken cancellation)
    {
        var said = false;
        while (!await MayOpenAsync(cancellation))
        {
            if (!said) log.LogWarning("Another process works on {Database}; this one waits until it ends", address.Name);
            said = true;
            await Task.Delay(AskAgain, time, cancellation);
        }
    }

    /// <summary>Once the schema is up to date: from here on, work of earlier terms counts as interrupted. Of a shared database only where nobody leads.</summary>
    public async Task JoinAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            _ended = await EndedAsync(db, cancellation);
            if (!address.IsShared) await BeginTermAsync(cancellation);
            else if (await RankAsync(cancellation) == Rank.Helps) log.LogInformation("Another process works with {Database} too, and sends; this one helps it, and takes its place when it ends", address.Name);
        }
        catch (Exception e) when (IsStores(e))
        {
            throw Unwritable(e);
        }
    }

    /// <summary>Lists and sources are taken in: the next may do so.</summary>
    public Task OpenedAsync() => session.LetGoAsync(Opening);

    /// <summary>From here on, whoever led before leads no more.</summary>
    public async Task BeginTermAsync(CancellationToken cancellation)
    {
        Term = await NextTermAsync(cancellation);
        fence.Guard(Term);
    }

    /// <summary>What this process may do at this moment. Where nobody leads a shared database, it leads from here on.</summary>
    public async Task<Rank> RankAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (!address.IsShared) return await StillLeadsAsync(db, cancellation) ? Rank.Leads : Rank.Over;
        await _one.WaitAsync(cancellation);
        try
        {
            if (await EndedAsync(db, cancellation) != _ended) return Rank.Over;
            if (!await session.TryHoldAsync(Leading, cancellation)) return Rank.Helps;
            if (_ledIn != session.Number) await BeginTermAsync(cancellation);
            _ledIn = session.Number;
            return Rank.Leads;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Returns once this process leads.</summary>
    public async Task UntilLeadingAsync(TimeProvider time, CancellationToken cancellation)
    {
        while (address.IsShared && await RankOrHelpsAsync(cancellation) != Rank.Leads) await Task.Delay(AskAgain, time, cancellation);
    }

    /// <summary>The same for those who must go on: a database that cannot be read says nothing about who leads. Alone on a file the work is begun, meets the same trouble, and reports it.</summary>
    public async Task<Rank> RankOrHelpsAsync(CancellationToken cancellation)
    {
        try
        {
            return await RankAsync(cancellation);
        }
        catch (Exception e) when (IsStores(e))
        {
            return address.IsShared ? Rank.Helps : Rank.Leads;
        }
    }

    /// <summary>Whether the database still knows this process as its leader. Asked inside a transaction, the answer holds until its end.</summary>
    public async Task<bool> StillLeadsAsync(MonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var term = Term.ToString(CultureInfo.InvariantCulture);
        return Term > 0 && await db.Settings.AnyAsync(s => s.Key == LeaderFence.TermKey && s.Value == term, cancellation);
    }

    /// <summary>Ends every service on this database: each sees it at its next tick.</summary>
    public async Task EndAllAsync(CancellationToken cancellation)
    {
        try
        {
            await BeginTermAsync(cancellation);
            await using var db = await store.CreateDbContextAsync(cancellation);
            if (await db.Settings.FindAsync([EndedKey], cancellation) is { } row) row.Value = Guid.NewGuid().ToString();
            else db.Settings.Add(new SettingRow { Key = EndedKey, Value = Guid.NewGuid().ToString() });
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception e) when (IsStores(e))
        {
            throw Unwritable(e);
        }
    }

    /// <summary>Whether no service works on this database; none can begin to on a file then.</summary>
    public async Task<bool> IsAloneAsync(CancellationToken cancellation) => address.IsShared ? await session.IsAloneAsync(cancellation) : TryLead();

    /// <summary>Takes the lock of a file if no other process has it.</summary>
    public bool TryLead()
    {
        if (address.InMemory || _lock is not null) return true;
        address.MakeFolder();
        try
        {
            _lock = new FileStream(Path.GetFullPath(address.Name) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            return true;
        }
        catch (UnauthorizedAccessException e)
        {
            throw address.Unusable(e);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _one.Dispose();
    }

    private async Task<bool> MayOpenAsync(CancellationToken cancellation)
    {
        try
        {
            return address.IsShared ? await session.TryHoldAsync(Opening, cancellation) : TryLead();
        }
        catch (DbException e)
        {
            throw address.Unusable(e);
        }
    }

    private static bool IsStores(Exception e) => e is DbException or DbUpdateException;

    private UnavailableException Unwritable(Exception e) => address.IsShared
        ? address.Unusable(e)
        : new UnavailableException($"the database {address.Name} cannot be written to ({e.Message}): another program holds it, or the disk is full. Mend that, and start again", e);

    private static Task<string?> EndedAsync(MonitorDb db, CancellationToken cancellation) =>
        db.Settings.Where(s => s.Key == EndedKey).Select(s => s.Value).SingleOrDefaultAsync(cancellation);

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
