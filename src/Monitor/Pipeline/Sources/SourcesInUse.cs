using System.Collections.Concurrent;
using Monitor.Core.Feeds;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>The sources as Core reads them. Their rows are the truth and may change any time; each is read anew only when its document has changed.</summary>
public sealed class SourcesInUse
{
    private readonly ConcurrentDictionary<string, (string Document, Source? Source)> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<Source> Of(IEnumerable<SourceRow> rows) => [.. rows.Select(Read).OfType<Source>()];

    private Source? Read(SourceRow row)
    {
        if (_read.TryGetValue(row.Id, out var known) && known.Document == row.Document) return known.Source;
        var source = SourceRows.ToSource(row);
        _read[row.Id] = (row.Document, source);
        return source;
    }
}
