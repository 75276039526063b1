using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Watchlist.Yaml;

/// <summary>
/// One mapping of a list file, asked key by key. What is wrong is added to the errors with its line, and a harmless value is given
/// back so that one reading finds every error. All values are text as written: <c>NO</c> is Norway and <c>000</c> stays <c>000</c>.
/// </summary>
public sealed class YamlRow
{
    private const int LongestText = 4_000;

    private readonly YamlMappingNode _node;
    private readonly string _path;
    private readonly string _file;
    private readonly ListErrors _errors;

    internal YamlRow(YamlMappingNode node, string path, string file, ListErrors errors) => (_node, _path, _file, _errors) = (node, path, file, errors);

    public int Line => (int)_node.Start.Line;

    /// <summary>A key nobody knows is most often a misspelt one whose value would silently be lost.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> known)
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (!known.Contains(name)) Complain(key, name, $"unknown key; known here: {string.Join(", ", known)}");
        }
    }

    public void Refuse(string key, string what) => Complain(Find(key) ?? _node, key, what);

    public bool Has(string key) => Find(key) is { } node && !IsNothing(node);

    public string Required(string key)
    {
        if (Text(key) is { } text) return text;
        Refuse(key, $"missing; add \"{key}: …\"");
        return "";
    }

    public string? Text(string key) => Find(key) is { } node ? Scalar(node, key) : null;

    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not { } node || IsNothing(node)) return [];
        if (node is YamlSequenceNode list) return [.. list.Children.Select(entry => Scalar(entry, key) ?? Missing(entry, key))];
        Complain(node, key, "must be a list, such as [one, two]");
        return [];
    }

    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Row(key) is not { } row) return map;
        foreach (var name in row._node.Children.Keys.Select(k => (k as YamlScalarNode)?.Value ?? "")) map[name] = row.Required(name);
        return map;
    }

    public T? Word<T>(string key, params IReadOnlyCollection<T> allowed) where T : struct, Enum
    {
        if (Text(key) is not { } word) return null;
        if (Keyword.TryParse<T>(word, out var value) && allowed.Contains(value)) return value;
        Refuse(key, $"\"{word}\" is not known here; write one of {string.Join(", ", allowed.Select(Keyword.Of))}");
        return null;
    }

    public PartialDate? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        Refuse(key, $"\"{text}\" is not a date; write a year, a month or a day such as 2021, 2023-04 or 2025-12-13");
        return null;
    }

    public YamlRow? Row(string key)
    {
        if (Find(key) is not { } node || IsNothing(node)) return null;
        if (node is YamlMappingNode mapping) return Below(mapping, key);
        Complain(node, key, "must have keys of its own, such as {key: value}");
        return null;
    }

    public IReadOnlyList<YamlRow> Rows(string key)
    {
        if (Find(key) is not { } node || IsNothing(node)) return [];
        if (node is YamlSequenceNode list && list.Children.All(entry => entry is YamlMappingNode))
            return [.. list.Children.Cast<YamlMappingNode>().Select(entry => Below(entry, key))];
        Complain(node, key, "must be a list of entries with keys, each begun with a dash");
        return [];
    }

    /// <summary>No value at all: nothing after the colon, <c>~</c> or <c>null</c>. A quoted "null" is a word.</summary>
    internal static bool IsNothing(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    private YamlRow Below(YamlMappingNode mapping, string key) => new(mapping, _path + key + ".", _file, _errors);

    private YamlNode? Find(string key) =>
        _node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode name && string.Equals(name.Value, key, StringComparison.Ordinal)).Value;

    private string? Scalar(YamlNode node, string key)
    {
        if (node is not YamlScalarNode scalar) Complain(node, key, "must be one text, not a list or keys");
        else if (IsNothing(node) || string.IsNullOrWhiteSpace(scalar.Value)) return null;
        else if (scalar.Value.Length <= LongestText) return scalar.Value;
        else Complain(node, key, $"longer than {LongestText} characters");
        return "";
    }

    private string Missing(YamlNode entry, string key)
    {
        Complain(entry, key, "an entry of the list is empty; fill it or leave it out");
        return "";
    }

    private void Complain(YamlNode node, string key, string what) =>
        _errors.Add(new ListError(_file, (int)node.Start.Line, _path + key, what));
}
