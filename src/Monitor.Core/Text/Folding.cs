using System.Globalization;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>
/// One plain form for comparing words: lower case, without accents, stress marks, soft hyphens; every apostrophe is '. Letters of the
/// other alphabet inside a word (Latin "c" in "Бялячкi") are put right. "Kaleśnikavaj" → "kalesnikavaj", "Бяля́цкі" → "бяляцкі".
/// </summary>
public static class Folding
{
    /// <summary>Latin letters and the Cyrillic ones they are mistaken for, pair by pair.</summary>
    private const string Twins = "aаeеoоpрcсyуxхiіkкmмtтhнbвjјsѕAАEЕOОPРCСYУXХIІKКMМTТHНBВJЈSЅ";

    /// <summary>Set in every Cyrillic letter and in no Latin one; set in every combining mark and in no common Latin letter.</summary>
    private const int CyrillicBit = 0x400, MarksBit = 0x200;

    private static readonly char[] Plain = PlainLetters();

    /// <summary>Folds into <paramref name="target"/> (at least as long as the word) and returns how much of it was written.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        var n = 0;
        foreach (var c in word)
        {
            var folded = c < Letters.Limit ? Plain[c] : Letters.IsApostrophe(c) ? '\'' : Letters.IsIgnored(c) && !char.IsLetter(c) ? '\0' : char.ToLowerInvariant(c);
            if (folded != '\0' && n < target.Length) target[n++] = folded;
        }

        return n;
    }

    /// <summary>The plain form of one letter of our alphabets.</summary>
    internal static char Plainly(char letter) => Plain[letter];

    public static string Fold(string word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        return new string(buffer[..Fold(word, buffer)]);
    }

    /// <summary>
    /// A quick look before <see cref="NeedsRepair"/>, at the bits that any and that all letters of a word have: false for nearly every word,
    /// since all its letters lie in one block of the code table.
    /// </summary>
    public static bool MayNeedRepair(int any, int all) => (any & CyrillicBit) != 0 ? (all & CyrillicBit) == 0 : (any & MarksBit) != 0;

    /// <summary>True where a word needs <see cref="Repair"/>: letters of two alphabets, or a letter written with a separate mark.</summary>
    public static bool NeedsRepair(ReadOnlySpan<char> word)
    {
        var latin = false;
        var cyrillic = false;
        foreach (var c in word)
        {
            if (c is >= '\u0300' and < '\u0370') return true;
            if (Letters.IsCyrillic(c)) cyrillic = true;
            else if (c < '\u0250' && char.IsAsciiLetter(c)) latin = true;
        }

        return latin && cyrillic;
    }

    /// <summary>The word in one alphabet (that of most of its letters) with composed letters: и + breve is й again, a stress mark is gone.</summary>
    public static string Repair(string word)
    {
        var composed = word.Normalize(NormalizationForm.FormC);
        var cyrillic = composed.Count(Letters.IsCyrillic);
        var latin = composed.Count(char.IsAsciiLetter);
        var result = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            if (c is >= '\u0300' and < '\u0370') continue;
            var twin = latin > 0 && cyrillic > 0 ? Twins.IndexOf(c, StringComparison.Ordinal) : -1;
            if (twin < 0) result.Append(c);
            else if (cyrillic >= latin) result.Append(twin % 2 == 0 ? Twins[twin + 1] : c);
            else result.Append(twin % 2 == 1 ? Twins[twin - 1] : c);
        }

        return result.ToString();
    }

    private static char[] PlainLetters()
    {
        var plain = new char[Letters.Limit];
        for (var i = 0; i < plain.Length; i++)
        {
            var c = (char)i;
            plain[i] = Letters.IsApostrophe(c) ? '\'' : Letters.IsIgnored(c) && !char.IsLetter(c) ? '\0' : Base(char.ToLowerInvariant(c));
        }

        return plain;
    }

    private static char Base(char c)
    {
        // Cyrillic й, ё, ї, ў are letters of their own; of Latin letters only the base stays.
        if (Letters.IsCyrillic(c)) return c == 'ё' ? 'е' : c;
        const string odd = "łlđdøoıiðdþtħhŧtæeœeßs";
        var at = odd.IndexOf(c, StringComparison.Ordinal);
        if (at >= 0 && at % 2 == 0) return odd[at + 1];
        var apart = c.ToString().Normalize(NormalizationForm.FormD);
        return apart.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(apart[1]) == UnicodeCategory.NonSpacingMark ? apart[0] : c;
    }
}
