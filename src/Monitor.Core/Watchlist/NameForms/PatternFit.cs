using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// The strict comparison of a printed word with one pattern: every consonant must be one the name can be written with, every vowel (but
/// one, in a long name) too, and the ending one of the name's declension, for its gender, in a language that has it.
/// </summary>
internal static class PatternFit
{
    /// <summary>Marks the last consonant of a stem that changes before some endings: Калесніца|ў, Sakalenka → Sakalency.</summary>
    public const ushort AlternationMark = 1 << 15;

    private const string AlternatingEndings = "еэыіиeiyę";
    private const string Softeners = "iyjиіыйїьеeєё'";
    private const int MaxEnding = 10;

    /// <summary>A vowel may be wrong only in a name long enough to stay itself.</summary>
    private const int MinimumForSlip = 4;

    /// <summary>How well a word is a form of the pattern.</summary>
    public static WordFit Of((PatternShape Shape, bool Twins) pattern, ReadOnlySpan<PatternUnit> stem, PrintedWord word)
    {
        if (word.Units.Length < stem.Length || SlipsBetween(stem, word.Units) is not (var slips and >= 0)) return WordFit.None;
        var last = word.Units[stem.Length - 1];
        Span<char> ending = stackalloc char[MaxEnding];
        if (Ending(word.Letters, last.End, ending) is not (var written and >= 0)) return WordFit.None;
        ending = ending[..written];
        if (IsAlternated(stem[^1], last) && (written == 0 || !AlternatingEndings.Contains(ending[0], StringComparison.Ordinal))) return WordFit.None;
        var shape = pattern.Shape;
        var fit = FitEnding(shape, ending, word.Language);
        if (fit == EndingFit.None || (shape.ObliqueOnly && fit != EndingFit.Oblique)) return pattern.Twins && slips == 0 && IsTwin(shape, ending, word.Language) ? WordFit.Twin : WordFit.None;
        if (slips > 0 || fit == EndingFit.Slip) return WordFit.Slip;
        return fit == EndingFit.Nominative ? WordFit.Nominative : WordFit.Oblique;
    }

    /// <summary>Vowels that may be wrong in a stem of so many consonants.</summary>
    public static int SlipsIn(int stem) => stem < MinimumForSlip ? 0 : 1;

    /// <summary>False where no name has the ending behind a stem of so many consonants: asked before any name is fetched.</summary>
    public static bool MayEnd(PrintedWord word, int stem)
    {
        Span<char> ending = stackalloc char[MaxEnding];
        if (Ending(word.Letters, word.Units[stem - 1].End, ending) is not (var written and >= 0)) return false;
        for (var k = 0; k < written; k++)
        {
            if (DeclensionEndings.Has(ending[k..written], word.Language)) return true;
            if (Letters.CodeOf(ending[k]) >= Letters.FirstConsonant) return false;
        }

        return false;
    }

    /// <summary>Number of wrong vowels, or -1 where it is another name.</summary>
    private static int SlipsBetween(ReadOnlySpan<PatternUnit> stem, ReadOnlySpan<SoundUnit> units)
    {
        var slips = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            if (!stem[i].MaySound(units[i])) return -1;
            if (VowelSlot.Same(stem[i].Slot, units[i].Slot, i > 0 && IsHard(units[i - 1]))) continue;
            if (VowelSlot.IsEmpty(stem[i].Slot) != VowelSlot.IsEmpty(units[i].Slot) || ++slips > SlipsIn(stem.Length)) return -1;
        }

        return slips;
    }

    private static int Ending(ReadOnlySpan<char> printed, int end, Span<char> ending)
    {
        var raw = printed[Math.Min(end, printed.Length)..];
        return raw.Length > MaxEnding ? -1 : Folding.Fold(raw, ending);
    }

    private static bool IsTwin(PatternShape shape, ReadOnlySpan<char> ending, string? language) =>
        shape.Declension is Declension.Adjective or Declension.Short && shape.Gender != Gender.Unknown
        && FitEnding(shape with { Gender = shape.Gender == Gender.M ? Gender.F : Gender.M }, ending, language) is EndingFit.Nominative or EndingFit.Oblique;

    private static EndingFit FitEnding(PatternShape pattern, ReadOnlySpan<char> ending, string? language)
    {
        if (pattern.Declension == Declension.Adjective && ending.IsEmpty) return EndingFit.Slip;
        if (pattern.Declension == Declension.SoftNoun) return FitSoft(pattern, ending, language);
        if (pattern.Vowel == VowelSlot.None && pattern.Declension != Declension.Yod) return DeclensionEndings.Fit(pattern.Declension, pattern.Gender, ending, language);
        byte head = VowelSlot.None;
        for (var k = 0; k <= ending.Length; k++)
        {
            var same = VowelSlot.Same(pattern.Vowel, head, afterHard: false) || (pattern.Declension == Declension.Yod && pattern.Vowel == VowelSlot.None && head == VowelSlot.I);
            if (same && DeclensionEndings.Fit(pattern.Declension, pattern.Gender, ending[k..], language) is var fit and not EndingFit.None) return fit;
            if (k == ending.Length || Letters.CodeOf(ending[k]) is Letters.None or >= Letters.Soft) break;
            head = VowelSlot.Add(head, Letters.CodeOf(ending[k]));
        }

        return EndingFit.None;
    }

    private static EndingFit FitSoft(PatternShape pattern, ReadOnlySpan<char> ending, string? language)
    {
        for (var k = 0; k <= ending.Length; k++)
        {
            // A soft sign alone is no softened vowel: Алесь is not a form of Алеся.
            var soft = k > 1 || (k == 1 && (ending.Length > 1 || ending[0] is not ('ь' or '\''))) || (ending.Length > 0 && ending[0] is 'я' or 'ю');
            if (soft && DeclensionEndings.Fit(pattern.Declension, pattern.Gender, ending[k..], language) is var fit and not EndingFit.None) return fit;
            if (k == ending.Length || !Softeners.Contains(ending[k], StringComparison.Ordinal)) break;
        }

        return EndingFit.None;
    }

    private static bool IsAlternated(PatternUnit stem, SoundUnit printed) => (stem.Classes & AlternationMark) != 0 && printed.Class == Consonants.S;

    private static bool IsHard(SoundUnit before) => before.Class is Consonants.R or Consonants.Ch || (before.Class == Consonants.S && (before.Sounds & (Sounds.Sh | Sounds.Zh | Sounds.Ch | Sounds.C)) != Sounds.None);
}
