using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist;

/// <summary>An id for a person who comes onto the list by name: the surname in Latin letters, "Mikałaj Statkievič" → statkievic.</summary>
public static class SubjectId
{
    private const string Cyrillic = "абвгґдеёжзийклмнопрстуўфхцчшщъыьэюяіїє";

    private static readonly string[] Latin =
        ["a", "b", "v", "h", "g", "d", "e", "io", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia", "i", "i", "e"];

    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var surname = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        var id = new StringBuilder();
        foreach (var c in Folding.Fold(surname))
        {
            var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0) id.Append(Latin[at]);
            else if (char.IsAsciiLetterOrDigit(c)) id.Append(c);
            else if (c == '-') id.Append(c);
        }

        return id.Length > 0 ? id.ToString() : "person";
    }
}
