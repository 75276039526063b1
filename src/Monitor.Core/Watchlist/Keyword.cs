using System.Text;

namespace Monitor.Core.Watchlist;

/// <summary>The printed word of an enum value, as files, commands and addresses write it: <c>LiftAnnounced</c> ↔ <c>lift-announced</c>.</summary>
public static class Keyword
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>False where the word names no value; the caller says so with the words of <see cref="All{T}"/>.</summary>
    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Names<T>.ByWord.TryGetValue(word, out value);
    }

    public static IEnumerable<string> All<T>() where T : struct, Enum => Names<T>.ByWord.Keys;

    private static string Kebab(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(v => v, v => Kebab(v.ToString()));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
