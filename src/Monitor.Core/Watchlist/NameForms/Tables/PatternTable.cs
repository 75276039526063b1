using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms.Tables;

/// <summary>A pattern as the table keeps it: its units are a stretch of one long array. First is the first letter as written on the list.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PatternShape(int Start, byte Count, Declension Declension, Gender Gender, byte Vowel, bool ObliqueOnly, char First);

/// <summary>
/// Patterns by the key of every form they can take: a bitmap says "no" to most words at once, then fingerprint and vowels are compared,
/// then the pattern itself. Built once, never changed, so any number of threads may read it.
/// </summary>
public sealed class PatternTable
{
    /// <summary>An ending brings at most this many consonants (-ami, -owie, -ának).</summary>
    private const int EndingUnits = 2;

    private readonly PatternShape[] shapes;
    private readonly PatternUnit[] units;
    private readonly KeyBuckets keys;
    private readonly bool twins;

    /// <param name="patterns">The patterns; their place here is their id.</param>
    /// <param name="twins">Whether the form for the other gender is to be seen as well (and told apart).</param>
    public PatternTable(IReadOnlyList<NamePattern> patterns, bool twins = false)
    {
        this.twins = twins;
        shapes = new PatternShape[patterns.Count];
        units = new PatternUnit[patterns.Sum(p => p.Units.Length)];
        var all = new List<(ulong, int, ushort)>(patterns.Count * 4);
        var own = new List<ulong>();
        var start = 0;
        for (var id = 0; id < patterns.Count; id++)
        {
            var p = patterns[id];
            shapes[id] = new PatternShape(start, (byte)p.Units.Length, p.Declension, p.Gender, p.Vowel, p.ObliqueOnly, p.Word[0]);
            p.Units.CopyTo(units, start);
            start += p.Units.Length;
            own.Clear();
            PatternKeys.Of(p.Units, own);
            var outline = OutlineOf(p.Units);
            foreach (var key in own) all.Add((key, id, outline.Packed));
        }

        keys = new KeyBuckets(CollectionsMarshal.AsSpan(all));
    }

    public int Count => shapes.Length;

    /// <summary>Bytes held by the table.</summary>
    public long Bytes => keys.Bytes + (shapes.LongLength * 16) + (units.LongLength * 6);

    public PatternShape this[int id] => shapes[id];

    public ReadOnlySpan<PatternUnit> UnitsOf(int id) => units.AsSpan(shapes[id].Start, shapes[id].Count);

    /// <summary>
    /// Which beginnings of the word (whole, without its last consonant, without the last two) may be a stem, as bits; 0 for almost every
    /// word that is in no pattern.
    /// </summary>
    public int MayHold(ulong key) => Bit(key, 1) | Bit(key >> 4, 2) | Bit(key >> 8, 4);

    /// <summary>Nothing left, or only the mark of a vowel at the beginning, is no stem.</summary>
    private int Bit(ulong key, int bit) => key is not (0 or Consonants.InitialVowel) && keys.MayHold(key) ? bit : 0;

    /// <summary>How well a word fits one pattern.</summary>
    public WordFit Fit(int id, PrintedWord word) =>
        PatternFit.Of((shapes[id], twins), UnitsOf(id), word);

    /// <summary>Writes the patterns the word is a form of into <paramref name="found"/> and returns how many.</summary>
    public int Find(PrintedWord word, Span<(int Id, WordFit Fit)> found)
    {
        var may = MayHold(word.Key);
        if (may == 0) return 0;
        var outline = VowelOutline.Of(word.Units);
        var count = 0;
        for (var dropped = 0; dropped <= EndingUnits && dropped < word.Units.Length; dropped++)
        {
            var stem = word.Units.Length - dropped;
            if ((may >> dropped & 1) == 0) continue;
            var ends = dropped == 0;
            var slips = PatternFit.SlipsIn(stem);
            foreach (ref readonly var entry in keys.BucketOf(word.Key >> (4 * dropped), out var print))
            {
                if (entry.Print != print || !VowelOutline.From(entry.Trait).Fits(outline, stem, slips) || shapes[entry.Id].Count != stem) continue;
                if (!ends && !(ends = PatternFit.MayEnd(word, stem))) break;
                var fit = Fit(entry.Id, word);
                if (fit == WordFit.None) continue;
                if (count == found.Length) return count;
                found[count++] = (entry.Id, fit);
            }
        }

        return count;
    }

    private static VowelOutline OutlineOf(PatternUnit[] stem)
    {
        var (none, open) = (0, 0);
        for (var i = 0; i < stem.Length; i++) VowelOutline.Add(stem[i].Slot, i, ref none, ref open);
        return new VowelOutline((byte)none, (byte)open);
    }
}
