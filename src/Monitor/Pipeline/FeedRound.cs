using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// The first stage: asks every source that is due, stores its new items, and has them read at once. Each source is on its own: what one
/// of them does delays or stops no other.
/// </summary>
public sealed class FeedRound(IDbContextFactory<MonitorDb> store, SourceReader sources, ItemReading reading, TimeProvider time, ILogger<FeedRound> log)
{
    /// <summary>A source taken for asking is not asked again before this, whatever happens meanwhile; longer than any fetch may take.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);

    /// <summary>Returns how many sources were asked.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // What was stored but not read when the program last stopped comes first.
        await reading.RunAsync(cancellation);
        var due = await ClaimAsync(cancellation);
        await Task.WhenAll(due.Select(source => AskAsync(source, cancellation)));
        return due.Count;
    }

    private async Task<List<string>> ClaimAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        if (!await db.Sources.AnyAsync(s => s.Active && s.NextFetchAt <= now, cancellation)) return [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var due = await db.Sources.Where(s => s.Active && s.NextFetchAt <= now).OrderBy(s => s.NextFetchAt).ToListAsync(cancellation);
        foreach (var source in due) source.NextFetchAt = now + Taken;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return [.. due.Select(s => s.Id)];
    }

    private async Task AskAsync(string sourceId, CancellationToken cancellation)
    {
        try
        {
            if (await sources.ReadAsync(sourceId, cancellation) > 0) await reading.RunAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One of the four catch-alls (DESIGN §3): one source that fails in an unforeseen way must not stop the others.
            log.LogError(e, "Source {Source} could not be read; it is asked again later", sourceId);
        }
    }
}
