using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Monitor.Pipeline.Sources;
using Monitor.Store;
using Monitor.Store.Postgres;

namespace Monitor.Pipeline;

/// <summary>
/// The first stage: asks every source that is due, stores its new items, and has them read at once. Each source is on its own: what one
/// of them does delays or stops no other.
/// </summary>
public sealed class FeedRound(IDbContextFactory<MonitorDb> store, OwnSession session, SourceReader sources, ItemReading reading, TimeProvider time, ILogger<FeedRound> log)
{
    private static readonly TimeSpan AfterUnforeseen = TimeSpan.FromMinutes(1);

    /// <summary>Sources being asked just now. In memory: after a crash they are due at once, for nothing is known of an answer.</summary>
    private readonly ConcurrentDictionary<string, bool> _asking = new(StringComparer.Ordinal);

    /// <summary>Returns how many sources were asked.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // What was stored but not read when the program last stopped comes first.
        await reading.RunAsync(cancellation);
        var due = await DueAsync(cancellation);
        await Task.WhenAll(due.Select(source => AskAsync(source, cancellation)));
        return due.Count;
    }

    private async Task<List<string>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var due = await db.Sources.Where(s => s.Active && s.PausedAt == null && s.NextFetchAt <= now).OrderBy(s => s.NextFetchAt).Select(s => s.Id).ToListAsync(cancellation);
        return due.FindAll(id => _asking.TryAdd(id, true));
    }

    private async Task AskAsync(string sourceId, CancellationToken cancellation)
    {
        try
        {
            if (!await session.TryHoldAsync(Look(sourceId), cancellation)) return; // another process is at it
            if (await sources.ReadAsync(sourceId, cancellation) > 0) await reading.RunAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !StoreTrouble.Is(e))
        {
            // One of the four catch-alls (DESIGN §3): one source that fails in an unforeseen way must not stop the others. A store that fails is not its fault.
            log.LogError(e, "Source {Source} could not be read; it is asked again in {Pause}", sourceId, AfterUnforeseen);
            await Task.Delay(AfterUnforeseen, time, cancellation);
        }
        finally
        {
            await session.LetGoAsync(Look(sourceId));
            _asking.TryRemove(sourceId, out _);
        }
    }

    private static string Look(string sourceId) => "look/" + sourceId;
}
