using Monitor.Core.Feeds;

namespace Monitor.Pipeline;

/// <summary>The configured sources by id; replaced whole when the file is read again.</summary>
public sealed class SourcesInUse
{
    private volatile Dictionary<string, Source> _byId = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Source> All => _byId.Values;

    public Source? Find(string id) => _byId.GetValueOrDefault(id);

    public void Replace(IEnumerable<Source> sources) => _byId = sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
}
