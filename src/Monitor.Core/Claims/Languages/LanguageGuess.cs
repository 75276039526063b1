using System.Buffers;
using Monitor.Core.Claims.Grammar.Parsing;

namespace Monitor.Core.Claims.Languages;

/// <summary>
/// The language of a text without a tag: the table most of whose small words stand in its first words. Two thirds of the
/// share of the best must be its own, so that a text in a language without a table is left alone.
/// </summary>
public static class LanguageGuess
{
    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("їЇєЄґҐ");
    private static readonly SearchValues<char> Serbian = SearchValues.Create("јљњђћџЈЉЊЂЋЏ");
    private static readonly SearchValues<char> Russian = SearchValues.Create("ыЫэЭ");

    private const int WordsLooked = 200;
    private const double LeastShare = 0.06;

    public static Lexicon? Of(string text, IEnumerable<Lexicon> lexicons)
    {
        var end = 0;
        var words = Words.In(text, 0, Math.Min(text.Length, WordsLooked * 12), "").Where(w => !w.IsMark).Take(WordsLooked).ToList();
        foreach (var word in words) end = word.End;
        if (words.Count == 0) return null;
        var raw = words.Select(w => text[w.Start..w.End]).ToList();
        var letters = Letters(text.AsSpan(0, end));
        var best = lexicons
            .Select(l => (Lexicon: l, Share: (double)l.CommonWords(raw.Select(w => Folding.Fold(l.Language, w))) / words.Count + Script(l.Language, letters)))
            .OrderByDescending(c => c.Share).ThenBy(c => c.Lexicon.Language, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Share >= LeastShare ? best.Lexicon : null;
    }

    /// <summary>Letters that only one of the languages has speak for it, letters it lacks against it.</summary>
    private static double Script(string language, (bool Cyrillic, bool Be, bool Uk, bool Ru, bool Bg, bool Sr, bool Lacinka) seen) => language switch
    {
        "be" => seen.Be || seen.Lacinka ? 0.3 : 0,
        "uk" => seen.Uk ? 0.3 : seen.Be || seen.Ru ? -0.3 : 0,
        "ru" => seen.Ru && !seen.Be && !seen.Uk ? 0.2 : seen.Be || seen.Uk || seen.Sr ? -0.3 : 0,
        "bg" => seen.Bg && !seen.Ru && !seen.Be && !seen.Uk ? 0.1 : seen.Ru || seen.Be || seen.Uk || seen.Sr ? -0.3 : 0,
        "sr" => seen.Sr ? 0.3 : seen.Cyrillic ? -0.2 : 0,
        _ => seen.Cyrillic || seen.Lacinka ? -0.2 : 0,
    };

    private static (bool Cyrillic, bool Be, bool Uk, bool Ru, bool Bg, bool Sr, bool Lacinka) Letters(ReadOnlySpan<char> text)
    {
        int cyrillic = 0, latin = 0;
        foreach (var c in text)
        {
            if (c is >= 'Ѐ' and <= 'ӿ') cyrillic++;
            else if (char.IsLetter(c)) latin++;
        }

        var mostly = cyrillic > latin;
        return (mostly, mostly && text.IndexOfAny("ўЎ") >= 0, mostly && text.IndexOfAny(Ukrainian) >= 0, mostly && text.IndexOfAny(Russian) >= 0 && text.IndexOfAny("іІўЎ") < 0,
            mostly && text.IndexOfAny("ъЪ") >= 0, mostly && text.IndexOfAny(Serbian) >= 0, !mostly && text.IndexOfAny("ŭŬ") >= 0);
    }
}
