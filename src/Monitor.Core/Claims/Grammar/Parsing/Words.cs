using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>Cuts a stretch of text into words, numbers and single marks. "14-летним", "didn't", "1,200" and "2021-м" are one word each.</summary>
public static class Words
{
    private const int LongestDomain = 3;

    public static IEnumerable<Word> In(string text, int start, int end, string language)
    {
        var i = start;
        while (i < end)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == '\u00AD')
            {
                i++;
                continue;
            }

            var last = IsInside(text[i]) ? EndOfWord(text, i, end) : i + 1;
            var folded = Folding.Fold(language, text.AsSpan(i, last - i));
            if (folded.Length > 0) yield return new Word(i, last, folded, char.IsUpper(text[i]));
            i = last;
        }
    }

    private static int EndOfWord(string text, int at, int end)
    {
        var i = at + 1;
        while (i < end)
        {
            if (IsInside(text[i])) i++;
            else if (text[i] == '.' && IsOfAName(text, i, end)) i += 2;
            else if (i + 1 < end && IsJoint(text[i], char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])) && IsInside(text[i + 1])) i += 2;
            else if (text[i] is ' ' or '\u00A0' or '\u202F' && IsThousands(text, i, end)) i += 4;
            else break;
        }

        return i;
    }

    /// <summary>"TUT.BY", "Zerkalo.io": a point with a letter before it and no more than three Latin letters behind it.</summary>
    private static bool IsOfAName(string text, int point, int end)
    {
        if (!char.IsAsciiLetter(text[point - 1])) return false;
        var i = point + 1;
        while (i < end && char.IsAsciiLetter(text[i])) i++;
        return i - point - 1 is > 1 and <= LongestDomain && (i == end || !char.IsLetterOrDigit(text[i]));
    }

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F' or '\u00AD' || char.IsSurrogate(c);

    private static bool IsJoint(char c, bool betweenDigits) => c is '-' or '‑' or '\'' or '’' or 'ʼ' || (c is '.' or ',' or ':' && betweenDigits);

    /// <summary>"1 200": a space within a number, where exactly three digits follow it and digits stand before.</summary>
    private static bool IsThousands(string text, int space, int end) =>
        char.IsAsciiDigit(text[space - 1]) && (space < 4 || !char.IsAsciiDigit(text[space - 4])) && space + 3 < end
        && char.IsAsciiDigit(text[space + 1]) && char.IsAsciiDigit(text[space + 2]) && char.IsAsciiDigit(text[space + 3])
        && (space + 4 >= end || !char.IsLetterOrDigit(text[space + 4]));
}
