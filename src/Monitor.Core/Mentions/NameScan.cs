using System.Numerics;
using System.Runtime.InteropServices;
using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>A word of the text that is a form of a surname on the list.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NameSighting(int Start, int End, int Pattern, WordFit Fit);

/// <summary>
/// The one pass over the text: from capital to capital, each word is read as sounds, turned away by a few bits if no surname has its
/// key, and compared in full otherwise. Its cost hardly depends on the size of the list, and it allocates nothing before the first find.
/// </summary>
public readonly ref struct NameScan(ReadOnlySpan<char> text, NameIndex index, string? language, int offset)
{
    /// <summary>On a long list many surnames sound alike; so many are kept apart.</summary>
    private const int MaxPatterns = 64;

    private readonly ReadOnlySpan<char> text = text;

    /// <summary>The sightings of the text, behind those in <paramref name="found"/>; their offsets are counted from <paramref name="offset"/>.</summary>
    public static List<NameSighting>? Find(ReadOnlySpan<char> text, NameIndex index, string? language, int offset, List<NameSighting>? found = null) =>
        new NameScan(text, index, language, offset).Run(found);

    private List<NameSighting>? Run(List<NameSighting>? found)
    {
        var last = default(HeardWord);
        for (var block = 0; block < text.Length; block += WordStarts.Block)
        {
            for (var capitals = WordStarts.CapitalsIn(text, block); capitals != 0; capitals &= capitals - 1)
            {
                var at = block + BitOperations.TrailingZeroCount(capitals);
                if (at < last.End || !WordStarts.Begins(text, at)) continue;
                var word = SoundKey.Hear(text, at);
                var before = found?.Count ?? 0;
                if (index.Surnames.MayHold(word.Key) != 0 || word.MayNeedRepair) found = Check(word, found);
                // A word behind a given name that is no surname as it is may be one with a slip.
                if (at > 0 && last.End == at - 1 && (found?.Count ?? 0) == before && index.Given.MayHold(last.Key) && index.Slips.MayHold(word.Key)) found = CheckSlips(last, word, found);
                last = word;
            }
        }

        return found;
    }

    private List<NameSighting>? Check(HeardWord heard, List<NameSighting>? found)
    {
        Span<SoundUnit> buffer = stackalloc SoundUnit[SoundReader.MaxUnits];
        Span<(int Id, WordFit Fit)> hits = stackalloc (int, WordFit)[MaxPatterns];
        var word = WordAt(heard.Start, buffer);
        var repaired = heard.MayNeedRepair && Folding.NeedsRepair(word.Letters) ? PrintedWord.Read(Folding.Repair(word.Letters.ToString()), language, buffer) : word;
        if (repaired.Units.IsEmpty) return found;
        var known = index.Surnames.Find(repaired, hits);
        foreach (var (id, fit) in hits[..known]) Add(heard.Start, word, (id, fit), ref found);
        return found;
    }

    private List<NameSighting>? CheckSlips(HeardWord given, HeardWord heard, List<NameSighting>? found)
    {
        Span<int> groups = stackalloc int[GivenNameIndex.MaxGroups];
        groups = groups[..index.Given.GroupsOf(text[given.Start..given.End], language, groups)];
        if (groups.IsEmpty) return found;
        Span<SoundUnit> buffer = stackalloc SoundUnit[SoundReader.MaxUnits];
        Span<int> slips = stackalloc int[MaxPatterns];
        var word = WordAt(heard.Start, buffer);
        var near = index.Slips.Find(word, GivenNameIndex.MarkOf(groups), slips);
        foreach (var id in slips[..near]) Add(heard.Start, word, (id, WordFit.Slip), ref found);
        return found;
    }

    private PrintedWord WordAt(int start, Span<SoundUnit> buffer)
    {
        var count = SoundReader.Read(text, start, buffer, out var end);
        return new PrintedWord(text[start..end], buffer[..count], language);
    }

    private void Add(int start, PrintedWord word, (int Id, WordFit Fit) hit, ref List<NameSighting>? found) =>
        (found ??= []).Add(new NameSighting(offset + start, offset + start + word.Letters.Length, hit.Id, hit.Fit));
}
