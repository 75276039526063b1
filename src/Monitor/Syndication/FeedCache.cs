using System.Collections.Concurrent;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>Feeds as they were last written, thrown away whole as soon as anything is committed to the store: a reader never gets yesterday's.</summary>
public sealed class FeedCache(StoreVersion store)
{
    /// <summary>A guard, not a tuning: the Host header is the reader's, so the number of keys is not ours to trust.</summary>
    private const int MostDocuments = 500;

    private volatile Shelf _shelf = new(-1);

    public async Task<WebDocument> GetAsync(string key, Func<Task<WebDocument>> write)
    {
        // Asked before the story is read: a commit in between costs one more writing, never a stale shelf.
        var version = store.Now();
        var shelf = _shelf;
        if (shelf.Version != version || shelf.Documents.Count > MostDocuments) _shelf = shelf = new Shelf(version);
        if (shelf.Documents.TryGetValue(key, out var known)) return known;
        return shelf.Documents[key] = await write();
    }

    private sealed class Shelf(long version)
    {
        public long Version { get; } = version;
        public ConcurrentDictionary<string, WebDocument> Documents { get; } = new(StringComparer.Ordinal);
    }
}
