using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Telegram;

namespace Monitor.Pipeline;

/// <summary>
/// The machine's clock may be set, and instants in our rows were written by the clock as it was. When it is set back, whatever waited goes
/// on waiting for as long as it had to, and no longer. Set forward (or asleep), everything due is due once: nothing to do but say it.
/// </summary>
public sealed class ClockWatch(IDbContextFactory<MonitorDb> store, SendPace pace, TimeProvider time, ILogger<ClockWatch> log)
{
    /// <summary>Less than this is a slow tick, or a clock that is being nudged.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Doubtful = TimeSpan.FromDays(2);
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    private readonly Lock _one = new();
    private DateTimeOffset? _last;
    private long _lastAt;
    private long? _doubtfulSince;

    /// <summary>False for a day after a leap of days: what the passing of months erases must not go by a clock that may be wrong.</summary>
    public bool IsTrusted => _doubtfulSince is not { } since || time.GetElapsedTime(since) > Grace;

    public async Task LookAsync(CancellationToken cancellation)
    {
        var first = _last is null ? await LastLookAtASourceAsync(cancellation) : null;
        var (now, leap) = Measure(first);
        if (leap > Doubtful) _doubtfulSince = time.GetTimestamp();
        if (leap.Duration() > Tolerance)
            log.LogWarning("The clock went {Direction} by {Leap} (to {Now:u}): it was set, or the machine slept. Everything goes on; if the clock is wrong, set it right", leap > TimeSpan.Zero ? "forward" : "back", leap.Duration(), now);
        if (leap > -Tolerance) return;
        pace.ClockWasSet(leap);
        await ShiftAsync(now, leap, cancellation);
    }

    /// <summary>How far the clock is from where the last look and the time since lead to expect it.</summary>
    private (DateTimeOffset Now, TimeSpan Leap) Measure(DateTimeOffset? first)
    {
        lock (_one)
        {
            var now = time.GetUtcNow();
            var leap = _last is { } last ? now - (last + time.GetElapsedTime(_lastAt)) : Beyond(now - (first ?? now));
            (_last, _lastAt) = (now, time.GetTimestamp());
            return (now, leap);
        }
    }

    /// <summary>At a start the program was off for some time: only what cannot be that is a leap.</summary>
    private static TimeSpan Beyond(TimeSpan passed) => passed < TimeSpan.Zero || passed > Doubtful ? passed : TimeSpan.Zero;

    private async Task<DateTimeOffset?> LastLookAtASourceAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Sources.MaxAsync(s => s.LastFetchAt, cancellation);
    }

    /// <summary>What was due stays due, what is tried again waits as long as before; items that a clock days ahead took for old are read again. Not moved: what waits for an hour of the day (quiet hours, digests).</summary>
    private async Task ShiftAsync(DateTimeOffset at, TimeSpan leap, CancellationToken cancellation)
    {
        var (now, by) = (at.ToUnixTimeMilliseconds(), (long)leap.TotalMilliseconds);
        var was = now - by;
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Sources" SET "NextFetchAt" = "NextFetchAt" + {by} WHERE "NextFetchAt" > {now}""", cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Sources" SET "LastFetchAt" = {now} WHERE "LastFetchAt" > {now}""", cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Subscribers" SET "NotBefore" = "NotBefore" + {by} WHERE "NotBefore" > {now}""", cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Deliveries" SET "NextAttemptAt" = "NextAttemptAt" + {by} WHERE "State" = 'pending' AND "NextAttemptAt" > {now} AND ("NextAttemptAt" <= {was} OR "Attempts" > 0)""", cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Items" SET "FetchedAt" = {now}, "ReadAt" = NULL WHERE "FetchedAt" > {(at + Doubtful).ToUnixTimeMilliseconds()} AND NOT "Silent" """, cancellation);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Settings" SET "Value" = CAST(CAST("Value" AS bigint) + {by} AS TEXT) WHERE "Key" = 'sending-held-until'""", cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
