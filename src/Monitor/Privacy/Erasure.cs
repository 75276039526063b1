namespace Monitor.Privacy;

/// <summary>Erases everything about one chat, without a trace.</summary>
public sealed class Erasure(TracelessDeletion deletion, ChatVault vault)
{
    /// <summary>False where nothing was stored.</summary>
    public Task<bool> ForgetAsync(long chatId, CancellationToken cancellation)
    {
        var hash = vault.Hash(chatId);
        return deletion.EraseAsync(s => s.ChatHash == hash, cancellation);
    }

    /// <summary>The same for a chat that is not here to ask for it.</summary>
    public Task<bool> ForgetRowAsync(long subscriber, CancellationToken cancellation) => deletion.EraseAsync(s => s.Id == subscriber, cancellation);
}
