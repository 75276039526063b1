using System.Collections.Frozen;
using System.Reflection;

namespace Monitor.Core.Claims.Languages;

/// <summary>
/// All tables, by language; each holds its own words and the shared names (voices, countries, given names). Łacinka is read by the Belarusian one.
/// A table is read when a text first needs it: all of them cost a start half a second and 20 MB, and few follow news in all languages.
/// </summary>
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

    private static readonly FrozenDictionary<string, Lazy<Lexicon>> All = Find();

    public static IEnumerable<Lexicon> Every => All.Values.Select(l => l.Value);

    /// <summary>By the item's own tag where it has one ("be-tarask", "be-latn" and "pt-BR" by their first part), else told from the text; null where no table reads it.</summary>
    public static Lexicon? For(string? tag, string text)
    {
        if (string.IsNullOrWhiteSpace(tag)) return LanguageGuess.Of(text, Every);
        var primary = tag.Split('-', '_')[0].ToLowerInvariant();
        return All.GetValueOrDefault(ReadAs.GetValueOrDefault(primary, primary))?.Value;
    }

    private static FrozenDictionary<string, Lazy<Lexicon>> Find() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n != Prefix + Shared)
        .Select(n => n[Prefix.Length..])
        .ToFrozenDictionary(l => l, l => new Lazy<Lexicon>(() => Read(l)), StringComparer.Ordinal);

    private static Lexicon Read(string language) => new(language, LexiconFile.Read(language, Text(language)).Concat(LexiconFile.Read(language, Text(Shared))));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
