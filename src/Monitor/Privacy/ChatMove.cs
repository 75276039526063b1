using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Privacy;

/// <summary>A group that became a supergroup lives on under another id: the same subscriber. Message numbers of the old group mean other messages in the new one.</summary>
public sealed class ChatMove(IDbContextFactory<MonitorDb> store, ChatVault vault)
{
    /// <summary>False where the new chat has a row of its own already; the old one is then left to be suspended.</summary>
    public async Task<bool> MoveAsync(long from, long to, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (old, hash) = (vault.Hash(from), vault.Hash(to));
        if (await db.Subscribers.SingleOrDefaultAsync(s => s.ChatHash == old, cancellation) is not { } row) return await db.Subscribers.AnyAsync(s => s.ChatHash == hash, cancellation);
        if (await db.Subscribers.AnyAsync(s => s.ChatHash == hash, cancellation)) return false;
        (row.ChatHash, row.ChatCipher) = (hash, vault.Encipher(to));
        await db.SaveChangesAsync(cancellation);

        // What was sent there can no longer be edited or answered.
        await db.Deliveries.Where(d => d.SubscriberId == row.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.MessageId, (int?)null), cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
