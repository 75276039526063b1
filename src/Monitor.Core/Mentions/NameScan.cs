using System.Runtime.InteropServices;
using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>A word of the text that is a form of a surname on the list.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NameSighting(int Start, int End, int Pattern, WordFit Fit);

/// <summary>
/// The one pass over the text: from capital to capital, each word is read as sounds, turned away by one bit if no surname has its key,
/// and compared in full otherwise. Its cost does not depend on the size of the list, and it allocates nothing before the first find.
/// </summary>
public static class NameScan
{
    /// <summary>No surname form is longer; what is longer is a chain of letters without spaces.</summary>
    private const int LongestWord = 48;

    private const int MaxPatterns = 16;

    public static List<NameSighting>? Find(ReadOnlySpan<char> text, NameIndex index, string? language, int offset, List<NameSighting>? found = null)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        Span<(int Id, WordFit Fit)> hits = stackalloc (int, WordFit)[MaxPatterns];
        Span<int> slips = stackalloc int[MaxPatterns];
        var surnames = index.Surnames;
        var (lastEnd, lastKey, lastUnits) = (-1, 0UL, 0);
        for (var at = WordStarts.Next(text, 0); at >= 0;)
        {
            var count = SoundReader.Read(text, at, units, out var end);
            if (count > 0 && end - at <= LongestWord)
            {
                var key = SoundReader.KeyOf(units[..count]);
                var before = found?.Count ?? 0;
                if (surnames.MayHold(key, count) != 0 || SoundReader.IsMixed(text[at..end])) found = Check(text, surnames, language, (at, end, offset, count), units, hits, found);
                // A word behind a given name that is no surname as it is may be one with a slip.
                if (lastEnd == at - 1 && (found?.Count ?? 0) == before && index.Given.MayHold(lastKey, lastUnits))
                {
                    var near = index.Slips.Find(units[..count], text[at..end], language, slips);
                    foreach (var id in slips[..near]) (found ??= []).Add(new NameSighting(offset + at, offset + end, id, WordFit.Slip));
                }

                (lastEnd, lastKey, lastUnits) = (end, key, count);
            }

            at = WordStarts.Next(text, Math.Max(end, at + 1));
        }

        return found;
    }

    private static List<NameSighting>? Check(ReadOnlySpan<char> text, PatternTable surnames, string? language, (int At, int End, int Offset, int Count) place, Span<SoundUnit> units, Span<(int Id, WordFit Fit)> hits, List<NameSighting>? found)
    {
        var word = Words.At(text, place.At).In(text);
        if (word.Length > LongestWord) return found;
        var count = place.Count;
        if (Folding.NeedsRepair(word))
        {
            word = Folding.Repair(word.ToString());
            count = SoundReader.Read(word, 0, units, out _);
            if (count == 0) return found;
        }

        var known = surnames.Find(SoundReader.KeyOf(units[..count]), units[..count], word, language, hits);
        foreach (var (id, fit) in hits[..known])
            (found ??= []).Add(new NameSighting(place.Offset + place.At, place.Offset + place.End, id, fit));
        return found;
    }
}
