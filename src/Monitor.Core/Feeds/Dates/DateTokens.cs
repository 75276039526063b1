using System.Globalization;
using System.Runtime.InteropServices;

namespace Monitor.Core.Feeds.Dates;

internal enum DateTokenKind
{
    Number,
    Word,
    Mark,
}

/// <summary>One number, word or mark; <paramref name="Glued"/> when nothing stands between it and the one before.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, int Value, bool Glued);

internal static class DateTokens
{
    /// <summary>A date has some twenty tokens; longer text is no date.</summary>
    private const int Most = 40;

    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>(16);
        var glued = false;
        for (var at = 0; at < text.Length && tokens.Count < Most;)
        {
            var start = at;
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                var value = int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
                tokens.Add(new DateToken(DateTokenKind.Number, start, at - start, value, glued));
            }
            else if (char.IsLetter(c))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || (IsInName(text, at) && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
                tokens.Add(new DateToken(DateTokenKind.Word, start, at - start, 0, glued));
            }
            else
            {
                at++;
                if (!char.IsWhiteSpace(c) && c is not (',' or '(' or ')' or '\'' or '"')) tokens.Add(new DateToken(DateTokenKind.Mark, start, 1, c is '\u2212' or '\u2013' ? '-' : c, glued));
                else
                {
                    glued = false;
                    continue;
                }
            }

            glued = true;
        }

        return tokens;
    }

    /// <summary>The slash of Europe/Minsk, the underscore of America/New_York.</summary>
    private static bool IsInName(string text, int at) => text[at] is '/' or '_' && at > 0 && char.IsLetter(text[at - 1]);
}
