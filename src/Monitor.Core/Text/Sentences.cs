namespace Monitor.Core.Text;

/// <summary>
/// Cuts a text into sentences: at a stop followed by a space and something that can begin a sentence, and at every line end.
/// "13 Dec. 2025", "A. Bialiatski", "§ 3.5" and "No. 9" do not end one. A run of more than <see cref="Longest"/> characters is cut
/// at a space, so that a megabyte on one line costs no more than its length.
/// </summary>
public static class Sentences
{
    public const int Longest = 2000;

    private const string Closers = "\"'”’»“)]";
    private const string Abbreviations =
        " г гг ст ч см им т д др пр р м n no nr st mr mrs ms dr prof gen sen u.s ul s tzn np im m.in r godz jr vs ca z.b bzw usw abs art ок тыс руб млн млрд стр вул дол арт п пп напр etc sr sra ud av nb op str ";

    public static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var ends = c == '\n' || (IsStop(c) && EndsSentence(text, start, i)) || (i - start >= Longest && char.IsWhiteSpace(c)) || i - start >= 2 * Longest;
            if (!ends) continue;
            var end = i + 1;
            while (c != '\n' && end < text.Length && (IsStop(text[end]) || Closers.Contains(text[end], StringComparison.Ordinal))) end++;
            if (HasLetter(text, start, end)) yield return (start, end);
            start = end;
            i = end - 1;
        }

        if (HasLetter(text, start, text.Length)) yield return (start, text.Length);
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。';

    private static bool EndsSentence(string text, int start, int at)
    {
        var next = at + 1;
        while (next < text.Length && (IsStop(text[next]) || Closers.Contains(text[next], StringComparison.Ordinal))) next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && text[next] == ' ') next++;
        if (next >= text.Length || text[next] == '\n') return true;
        if (char.IsLower(text[next])) return false;
        return text[at] != '.' || !AfterAbbreviation(text, start, at, char.IsDigit(text[next]));
    }

    /// <summary>An initial ("A."), a listed abbreviation, or a number at the head of the sentence or before a month ("13. Dezember" is told by the capital in front of it only where a digit stands before the stop).</summary>
    private static bool AfterAbbreviation(string text, int start, int at, bool digitFollows)
    {
        var from = at;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '«' or '"' or '„' or '“')) from--;
        var word = text.AsSpan(from, at - from);
        if (word.IsEmpty) return false;
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        if (word.Length <= 2 && IsNumber(word)) return true;
        if (word.Length > 6) return false;
        return Abbreviations.Contains(" " + word.ToString().ToLowerInvariant() + " ", StringComparison.Ordinal) && (digitFollows || !IsYearWord(word));
    }

    /// <summary>"in 2021 г. Суд…": the Russian and Polish word for year is often the last of its sentence.</summary>
    private static bool IsYearWord(ReadOnlySpan<char> word) => word is "г" or "гг" or "r" or "р";

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static bool HasLetter(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i])) return true;
        return false;
    }
}
