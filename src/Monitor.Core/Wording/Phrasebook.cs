using System.Reflection;
using System.Text;
using YamlDotNet.Serialization;

namespace Monitor.Core.Wording;

/// <summary>
/// Every sentence a person reads, per language, from the tables in Languages/. Placeholders stand in braces; a text with plural forms
/// lists them behind each other: <c>"{count} person|{count} persons"</c> (one, few, many; English needs two).
/// </summary>
public sealed class Phrasebook
{
    public const string DefaultLanguage = "en";

    private static readonly Dictionary<string, Phrasebook> Books = new[] { "en", "be", "ru" }.ToDictionary(l => l, l => new Phrasebook(l), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts;

    private Phrasebook(string language)
    {
        Language = language;
        using var table = typeof(Phrasebook).GetTypeInfo().Assembly.GetManifestResourceStream($"Languages.{language}.yaml")
            ?? throw new InvalidOperationException($"the table of {language} is not built in");
        using var reader = new StreamReader(table, Encoding.UTF8);
        _texts = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader);
    }

    public static IReadOnlyCollection<string> Languages => Books.Keys;

    public string Language { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The book of a language tag (<c>be</c>, <c>ru-RU</c>); English for every other.</summary>
    public static Phrasebook For(string? language)
    {
        var primary = (language ?? DefaultLanguage).Split('-', '_')[0].ToLowerInvariant();
        return Books.GetValueOrDefault(primary, Books[DefaultLanguage]);
    }

    public bool Has(string key) => _texts.ContainsKey(key);

    public string Raw(string key) => _texts[key];

    public string this[string key, params (string Name, object Value)[] values]
    {
        get
        {
            var text = new StringBuilder(_texts.TryGetValue(key, out var known) ? Form(known, values) : throw new KeyNotFoundException($"no text \"{key}\" in {Language}"));
            foreach (var (name, value) in values) text.Replace("{" + name + "}", Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
            return text.ToString();
        }
    }

    private string Form(string text, (string Name, object Value)[] values)
    {
        if (!text.Contains('|', StringComparison.Ordinal)) return text;
        var forms = text.Split('|');
        var count = values.Select(v => v.Value).OfType<int>().FirstOrDefault();
        return forms[Math.Min(PluralForm(count), forms.Length - 1)];
    }

    /// <summary>CLDR plural categories: en one/other; be and ru one/few/many.</summary>
    private int PluralForm(int count)
    {
        if (Language == DefaultLanguage) return count == 1 ? 0 : 1;
        var (ones, tens) = (count % 10, count % 100);
        if (ones == 1 && tens != 11) return 0;
        return ones is >= 2 and <= 4 && tens is < 12 or > 14 ? 1 : 2;
    }
}
