using System.Globalization;
using System.Text;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Feeds.Lists;

/// <summary>Writes sources as a sources file that <see cref="SourceList"/> reads back equal; the same sources give the same bytes.</summary>
public static class SourceListWriter
{
    public static string Write(IEnumerable<Source> sources)
    {
        var yaml = new StringBuilder();
        foreach (var source in sources) WriteSource(yaml, source);
        return yaml.Length > 0 ? yaml.ToString() : "[]\n";
    }

    private static void WriteSource(StringBuilder yaml, Source source)
    {
        Line(yaml, "- id", source.Id);
        Line(yaml, "  name", source.Name);
        Line(yaml, "  kind", Keyword.Of(source.Kind));
        Line(yaml, "  url", source.Url.OriginalString);
        Line(yaml, "  language", source.Language);
        Line(yaml, "  origin", source.Origin);
        Line(yaml, "  role", Keyword.Of(source.Role));
        Line(yaml, "  every", source.Every?.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture));
        if (source.Select is not { } select) return;
        (string Key, string? Value)[] parts = [("item", select.Item), ("title", select.Title), ("link", select.Link), ("date", select.Date), ("text", select.Text)];
        yaml.Append("  select: {").AppendJoin(", ", parts.Where(part => part.Value is not null).Select(part => $"{part.Key}: {Quoted(part.Value!)}")).Append("}\n");
    }

    private static void Line(StringBuilder yaml, string key, string? value)
    {
        if (value is not null) yaml.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    /// <summary>Single quotes take every character to the letter; a line break has no place in a name.</summary>
    private static string Quoted(string value) => "'" + value.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal) + "'";
}
