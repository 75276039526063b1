using System.Runtime.InteropServices;

namespace Monitor.Core.Text;

/// <summary>What stands between two words: nothing but spaces, quotes and brackets; a comma; a hyphen; or the end of a thought.</summary>
public enum Gap
{
    Edge,
    Space,
    Comma,
    Hyphen,
    Break,
}

/// <summary>A word of a text by its offsets.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WordSpan(int Start, int End)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];
}

/// <summary>Steps from word to word. A word is letters with the marks and apostrophes inside it; a hyphen ends it, and is told as the gap.</summary>
public static class Words
{
    /// <summary>Longest stretch between two words that is looked at; more than this is a break anyway.</summary>
    private const int Reach = 24;

    public static WordSpan At(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && Part(text, end)) end++;
        return new WordSpan(start, end);
    }

    public static WordSpan? After(ReadOnlySpan<char> text, int end, out Gap gap)
    {
        gap = Gap.Edge;
        var i = end;
        while (i < text.Length && !Letters.IsLetter(text[i]))
        {
            if (i - end > Reach) return null;
            i++;
        }

        if (i == text.Length) return null;
        gap = Between(text[end..i], default);
        return At(text, i);
    }

    public static WordSpan? Before(ReadOnlySpan<char> text, int start, out Gap gap)
    {
        gap = Gap.Edge;
        var i = start;
        while (i > 0 && !Letters.IsLetter(text[i - 1]))
        {
            if (start - i > Reach) return null;
            i--;
        }

        if (i == 0) return null;
        var end = i;
        while (i > 0 && Part(text, i - 1)) i--;
        var word = new WordSpan(i, end);
        gap = Between(text[end..start], word);
        // A possessive "Lukashenko's Minsk" or an elided article keeps the words apart from each other's names.
        return word;
    }

    public static bool IsCapital(ReadOnlySpan<char> text, WordSpan word) => word.Length > 0 && char.IsUpper(text[word.Start]);

    private static bool Part(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (Letters.IsApostrophe(c)) return i > 0 && i + 1 < text.Length && Letters.IsLetter(text[i - 1]) && Letters.IsLetter(text[i + 1]);
        return Letters.CodeOf(c) != Letters.None;
    }

    private static Gap Between(ReadOnlySpan<char> between, WordSpan before)
    {
        var gap = Gap.Space;
        foreach (var c in between)
        {
            if (c == ',') gap = gap == Gap.Space ? Gap.Comma : Gap.Break;
            else if (c is '-' or '\u2010' or '\u2011') gap = between.Length == 1 ? Gap.Hyphen : Gap.Break;
            // A point after one or two letters is an initial: "A. Bialiatski", "А.В. Беляцкий".
            else if (c == '.') { if (before.Length is 0 or > 2) gap = Gap.Break; }
            else if (c == '\n' || (!char.IsWhiteSpace(c) && c is not ('"' or '«' or '»' or '“' or '”' or '„' or '(' or ')' or '\'' or '’' or '‘' or '\u200E' or '\u200F' or '\u202A' or '\u202C' or '\u2066' or '\u2069'))) gap = Gap.Break;
        }

        return gap;
    }
}
