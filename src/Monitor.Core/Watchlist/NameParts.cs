using Monitor.Core.Text;

namespace Monitor.Core.Watchlist;

/// <summary>Finds what stands anywhere inside a name, whatever the case and the accents: "калеснік" is in Калеснікава, "maria kal" in María Kalesnikava.</summary>
public sealed class NameParts(IReadOnlyList<Subject> subjects)
{
    private readonly List<(string Id, string Names)> _plain = [.. subjects.Select(s => (s.Id, string.Join('\n', s.OtherNames.Concat(s.Names.Values).Prepend(s.Name).Select(Folding.Fold))))];

    /// <summary>The ids of the subjects, in the order of the list.</summary>
    public IEnumerable<string> Find(string part)
    {
        var plain = Folding.Fold(part.Trim());
        return plain.Length == 0 ? [] : _plain.Where(s => s.Names.Contains(plain, StringComparison.Ordinal)).Select(s => s.Id);
    }
}
