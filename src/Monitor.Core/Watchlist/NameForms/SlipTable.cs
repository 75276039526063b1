using System.Numerics;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Long surnames with one consonant too many, missing or wrong ("Kalensnikova"). Only asked for a word that stands beside a known given
/// name and is no surname as it is: a slip of the typesetter is believed only when the rest fits.
/// </summary>
public sealed class SlipTable
{
    /// <summary>Shorter names turn into other names too easily.</summary>
    private const int ShortestStem = 5;

    private readonly PatternTable surnames;
    private readonly KeyBuckets keys;

    public SlipTable(PatternTable surnames)
    {
        this.surnames = surnames;
        var entries = new List<(ulong Key, int Id)>();
        Span<byte> stem = stackalloc byte[SoundReader.MaxUnits];
        for (var id = 0; id < surnames.Count; id++)
        {
            var units = surnames.UnitsOf(id);
            if (units.Length < ShortestStem) continue;
            for (var i = 0; i < units.Length; i++) stem[i] = (byte)BitOperations.TrailingZeroCount(units[i].Classes);
            for (var skip = -1; skip < units.Length; skip++) entries.Add((KeyWithout(stem[..units.Length], skip), id));
        }

        keys = new KeyBuckets(entries);
    }

    public long Bytes => keys.Bytes;

    /// <summary>Writes the surnames the word is one slip away from into <paramref name="found"/> and returns how many.</summary>
    public int Find(ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language, Span<int> found)
    {
        if (units.Length < ShortestStem - 1) return 0;
        var count = 0;
        Span<byte> classes = stackalloc byte[SoundReader.MaxUnits];
        for (var i = 0; i < units.Length; i++) classes[i] = ClassOf(units[i]);
        for (var skip = -1; skip < units.Length; skip++)
        {
            var key = KeyWithout(classes[..units.Length], skip);
            if (!keys.MayHold(key)) continue;
            var bucket = keys.BucketOf(key, out var marks, out var mark);
            for (var i = 0; i < bucket.Length && count < found.Length; i++)
                if (marks[i] == mark && !found[..count].Contains(bucket[i]) && FitsWithSlip(bucket[i], units, word, language)) found[count++] = bucket[i];
        }

        return count;
    }

    private bool FitsWithSlip(int id, ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language)
    {
        Span<SoundUnit> changed = stackalloc SoundUnit[SoundReader.MaxUnits];
        var stem = surnames.UnitsOf(id);
        for (var at = 1; at < units.Length; at++)
        {
            if (units.Length > stem.Length && Fits(id, Without(units, at, changed), word, language)) return true;
            if (at < stem.Length && Fits(id, Replaced(units, at, stem[at], changed), word, language)) return true;
            if (at < stem.Length && units.Length < SoundReader.MaxUnits && Fits(id, Inserted(units, at, stem[at], changed), word, language)) return true;
        }

        return false;
    }

    private bool Fits(int id, ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language) => surnames.Fit(id, units, word, language) is WordFit.Nominative or WordFit.Oblique;

    private static Span<SoundUnit> Without(ReadOnlySpan<SoundUnit> units, int at, Span<SoundUnit> target)
    {
        units[..at].CopyTo(target);
        units[(at + 1)..].CopyTo(target[at..]);
        if (at < units.Length - 1 && target[at].Slot == VowelSlot.None) target[at] = target[at] with { Slot = units[at].Slot };
        return target[..(units.Length - 1)];
    }

    private static Span<SoundUnit> Replaced(ReadOnlySpan<SoundUnit> units, int at, PatternUnit right, Span<SoundUnit> target)
    {
        units.CopyTo(target);
        target[at] = new SoundUnit((byte)BitOperations.TrailingZeroCount(right.Classes), (Sounds)right.Sounds, units[at].Slot, units[at].End);
        return target[..units.Length];
    }

    private static Span<SoundUnit> Inserted(ReadOnlySpan<SoundUnit> units, int at, PatternUnit right, Span<SoundUnit> target)
    {
        units[..at].CopyTo(target);
        units[at..].CopyTo(target[(at + 1)..]);
        target[at] = new SoundUnit((byte)BitOperations.TrailingZeroCount(right.Classes), (Sounds)right.Sounds, right.Slot, units[at - 1].End);
        return target[..(units.Length + 1)];
    }

    /// <summary>Ch and S are one here, as the printed key is asked once.</summary>
    private static byte ClassOf(SoundUnit unit) => unit.Class == Consonants.Ch ? Consonants.S : unit.Class;

    private static ulong KeyWithout(ReadOnlySpan<byte> classes, int skip)
    {
        ulong key = 0;
        for (var i = 0; i < classes.Length; i++)
            if (i != skip) key = (key << 4) | classes[i];
        return key;
    }
}
