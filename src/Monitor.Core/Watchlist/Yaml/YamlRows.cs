using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monitor.Core.Watchlist.Yaml;

/// <summary>
/// Reads a YAML file that is a list of mappings, such as people.yaml or sources.yaml, keeping the line of every value so that an
/// error can name it. An empty file and <c>[]</c> are a valid empty list; a file of any other shape is an error, not an empty list.
/// </summary>
public static class YamlRows
{
    /// <summary>A list of every Belarusian prisoner ever recorded is about 5 million characters; more than this is some other file.</summary>
    public const int MaxCharacters = 20_000_000;

    public static IReadOnlyList<YamlRow> Read(ListFile file, ListErrors errors)
    {
        if (file.Yaml.Length > MaxCharacters)
        {
            errors.Add(new ListError(file.Name, 1, "", $"the file is larger than {MaxCharacters} characters; split it"));
            return [];
        }

        try
        {
            return RowsOf(Load(file.Yaml), file, errors);
        }
        catch (YamlException e)
        {
            errors.Add(Broken(file, e));
            return [];
        }
    }

    private static YamlNode? Load(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        var guard = new YamlGuard(new Parser(text));
        try
        {
            stream.Load(guard);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // On some broken texts ("{a: ?") YamlDotNet fails inside instead of saying YamlException; it means the same.
            throw new YamlException(guard.Reached, guard.Reached, "the text after this line cannot be read", e);
        }

        return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
    }

    private static List<YamlRow> RowsOf(YamlNode? root, ListFile file, ListErrors errors)
    {
        var rows = new List<YamlRow>();
        if (root is null || YamlRow.IsNothing(root)) return rows;
        if (root is not YamlSequenceNode list)
        {
            errors.Add(new ListError(file.Name, (int)root.Start.Line, "", "the file must be a list: begin every entry with \"- id: …\""));
            return rows;
        }

        foreach (var entry in list.Children)
        {
            if (entry is YamlMappingNode mapping) rows.Add(new YamlRow(mapping, "", file.Name, errors));
            else errors.Add(new ListError(file.Name, (int)entry.Start.Line, "", "every entry of the list must have keys: begin it with \"- id: …\""));
        }

        return rows;
    }

    /// <summary>The parser's word for a tab is obscure ("cannot start any token"), and a tab cannot be seen: name it.</summary>
    private static ListError Broken(ListFile file, YamlException e)
    {
        var lines = file.Yaml.Split('\n');
        var tabbed = Array.FindIndex(lines, line => line[..(line.Length - line.TrimStart().Length)].Contains('\t', StringComparison.Ordinal));
        return tabbed >= 0
            ? new ListError(file.Name, tabbed + 1, "", "a tab stands in the indentation; YAML wants spaces")
            : new ListError(file.Name, (int)Math.Max(1, e.Start.Line), "", $"this is not valid YAML: {e.Message}");
    }
}
