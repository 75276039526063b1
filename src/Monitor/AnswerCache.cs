using System.Collections.Concurrent;
using Monitor.Store;

namespace Monitor;

/// <summary>
/// Answers as they were last made, thrown away whole as soon as anything is committed to the store: a reader never gets yesterday's. Who
/// asks for what is just being made waits for it, so a crowd costs no more than its first reader.
/// </summary>
public sealed class AnswerCache(StoreVersion store)
{
    /// <summary>A guard, not a tuning: the Host header is the reader's, so the number of keys is not ours to trust.</summary>
    private const int MostDocuments = 1000;

    private volatile Shelf _shelf = new(-1);

    /// <param name="make">Null: there is no such thing, which is not kept. It must not be cancelled with its first reader.</param>
    public async ValueTask<WebDocument?> GetAsync(string key, Func<Task<WebDocument?>> make)
    {
        // Asked before the story is read: a commit in between costs one more making, never a stale shelf.
        var version = store.Now();
        var shelf = _shelf;
        if (shelf.Version != version || shelf.Documents.Count > MostDocuments) _shelf = shelf = new Shelf(version);
        var kept = shelf.Documents.GetOrAdd(key, static (_, make) => new(make), make);
        try
        {
            if (await kept.Value is { } document) return document;
        }
        catch
        {
            shelf.Documents.TryRemove(new(key, kept));
            throw;
        }

        shelf.Documents.TryRemove(new(key, kept));
        return null;
    }

    private sealed class Shelf(long version)
    {
        public long Version { get; } = version;
        public ConcurrentDictionary<string, Lazy<Task<WebDocument?>>> Documents { get; } = new(StringComparer.Ordinal);
    }
}
