using System.Globalization;
using System.Text;

namespace Monitor.Core.Claims.Languages;

/// <summary>
/// How words are compared: lower case, without stress marks and, in Latin script, without diacritics (ł = l, ß = ss). Belarusian
/// is brought to one spelling for both orthographies and Łacinka: "зьняволены", "зняволены" and "źniavoleny" become the same word.
/// The tables go through the same folding, so that they can be written as people write.
/// </summary>
public static class Folding
{
    public static string Fold(string language, ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && !char.IsLetterOrDigit(word[0])) return Mark(word[0]);
        return language switch
        {
            "be" => Belarusian(IsLatin(word) ? LacinkaToCyrillic(word) : Plain(word)),
            "sr" when !IsLatin(word) => SerbianToLatin(Plain(word)),
            _ => Plain(word),
        };
    }

    private static string Mark(char mark) => mark switch
    {
        '–' or '—' or '―' or '−' => "—",
        '«' or '»' or '“' or '”' or '„' or '"' => "\"",
        '[' => "(",
        ']' => ")",
        '’' or 'ʼ' or '`' => "'",
        _ => mark.ToString(),
    };

    private static bool IsLatin(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLetter(c)) return c < 'Ͱ';
        return false;
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var raw in word)
        {
            var c = char.ToLowerInvariant(raw);
            if (c is '\u0300' or '\u0301' or '\u00AD') continue;
            if (c < 0x80 || (c >= 'а' && c <= 'я') || c is 'і' or 'ї' or 'є' or 'ґ' or 'ў')
            {
                text.Append(c);
                continue;
            }

            switch (c)
            {
                case 'ё': text.Append('е'); break;
                case 'ł': text.Append('l'); break;
                case 'đ' or 'ð': text.Append('d'); break;
                case 'ø': text.Append('o'); break;
                case 'ß': text.Append("ss"); break;
                case 'æ': text.Append("ae"); break;
                case 'œ': text.Append("oe"); break;
                case 'ı': text.Append('i'); break;
                case '’' or 'ʼ': text.Append('\''); break;
                default: AppendBase(text, c); break;
            }
        }

        return text.ToString();
    }

    private static void AppendBase(StringBuilder text, char c)
    {
        if (char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) return;
        var latin = c < 'Ͱ' || (c >= 'Ḁ' && c < 'ἀ');
        text.Append(latin ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c);
    }

    /// <summary>One spelling for both orthographies: the soft sign falls (зьняць, зняць), ў = у, э = е.</summary>
    private static string Belarusian(string word)
    {
        var text = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is 'ь' or '\'') continue;
            text.Append(c switch { 'ў' => 'у', 'э' => 'е', _ => c });
        }

        return text.ToString();
    }

    /// <summary>Letter by letter, with j and i before a vowel as the soft vowels: "vyjšaŭ" → "выйшау", "Biełaruś" → "Беларус".</summary>
    private static string LacinkaToCyrillic(ReadOnlySpan<char> word)
    {
        var source = word.ToString().ToLowerInvariant();
        if (!source.AsSpan().ContainsAnyExceptInRange('\0', '\u1FFF')) source = source.Normalize(NormalizationForm.FormC);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            var next = i + 1 < source.Length ? source[i + 1] : '\0';
            if (c == 'c' && next == 'h')
            {
                text.Append('х');
                i++;
            }
            else if (c is 'j' or 'i' && next is 'a' or 'e' or 'o' or 'u')
            {
                text.Append(next switch { 'a' => 'я', 'e' => 'е', 'o' => 'е', _ => 'ю' });
                i++;
            }
            else
            {
                text.Append(LacinkaLetter(c));
            }
        }

        return text.ToString();
    }

    private static char LacinkaLetter(char c) => c switch
    {
        'a' => 'а',
        'b' => 'б',
        'c' or 'ć' => 'ц',
        'č' => 'ч',
        'd' => 'д',
        'e' => 'е',
        'f' => 'ф',
        'g' or 'h' => 'г',
        'i' => 'і',
        'j' => 'й',
        'k' => 'к',
        'l' or 'ł' => 'л',
        'm' => 'м',
        'n' or 'ń' => 'н',
        'o' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' or 'ś' => 'с',
        'š' => 'ш',
        't' => 'т',
        'u' or 'ŭ' => 'у',
        'v' or 'w' => 'в',
        'y' => 'ы',
        'z' or 'ź' => 'з',
        'ž' => 'ж',
        _ => c,
    };

    private static string SerbianToLatin(string word)
    {
        const string cyrillic = "абвгдђежзијклљмнњопрстћуфхцчџш";
        string[] latin = ["a", "b", "v", "g", "d", "d", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "c", "u", "f", "h", "c", "c", "dz", "s"];
        var text = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var at = cyrillic.IndexOf(c, StringComparison.Ordinal);
            if (at < 0) text.Append(c);
            else text.Append(latin[at]);
        }

        return text.ToString();
    }
}
