using System.Collections.Frozen;
using System.Reflection;

namespace Monitor.Core.Claims.Languages;

/// <summary>All tables, by language; each holds its own words and the shared names (voices, countries, given names). Łacinka is read by the Belarusian one.</summary>
public static class Lexicons
{
    private const string Shared = "names";
    private const string Prefix = "claims/";

    /// <summary>Tags whose texts another table reads.</summary>
    private static readonly FrozenDictionary<string, string> ReadAs = new Dictionary<string, string>
    {
        ["nb"] = "no",
        ["nn"] = "no",
        ["da"] = "no",
        ["sk"] = "cs",
        ["hr"] = "sr",
        ["bs"] = "sr",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Lexicon> All = Load();

    public static IEnumerable<Lexicon> Every => All.Values;

    /// <summary>By the item's own tag where it has one ("be-tarask", "be-latn" and "pt-BR" by their first part), else told from the text; null where no table reads it.</summary>
    public static Lexicon? For(string? tag, string text)
    {
        if (string.IsNullOrWhiteSpace(tag)) return LanguageGuess.Of(text, All.Values);
        var primary = tag.Split('-', '_')[0].ToLowerInvariant();
        return All.GetValueOrDefault(ReadAs.GetValueOrDefault(primary, primary));
    }

    private static FrozenDictionary<string, Lexicon> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = Text(assembly, Shared);
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n != Prefix + Shared)
            .Select(n => n[Prefix.Length..])
            .ToFrozenDictionary(l => l, l => new Lexicon(l, LexiconFile.Read(l, Text(assembly, l)).Concat(LexiconFile.Read(l, names))), StringComparer.Ordinal);
    }

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
