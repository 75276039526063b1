using System.Globalization;

namespace Monitor.Core.Watchlist.Yaml;

/// <summary>
/// Ids stand in addresses (/people/znak), feeds and subscriptions for ever: each must be there, be writable in an address, and be
/// given once over all files. "group" is taken: it stands for a mass release.
/// </summary>
public sealed class UniqueIds
{
    private const int Longest = 100;
    private const string Reserved = "group";

    private readonly Dictionary<string, string> _firstPlace = new(StringComparer.OrdinalIgnoreCase);

    public void Check(YamlRow row, string file)
    {
        var id = row.Required("id");
        if (id.Length == 0) return;
        var place = string.Create(CultureInfo.InvariantCulture, $"{file}:{row.Line}");
        if (id.Length > Longest || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
            row.Refuse("id", $"\"{id}\" cannot stand in an address; use letters, digits and dashes, {Longest} at most");
        else if (string.Equals(id, Reserved, StringComparison.OrdinalIgnoreCase))
            row.Refuse("id", $"\"{id}\" is reserved for group releases; choose another");
        else if (!_firstPlace.TryAdd(id, place))
            row.Refuse("id", $"\"{id}\" is already at {_firstPlace[id]}; an id is given once over all files");
    }
}
