using System.Collections.Frozen;
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
    private readonly FrozenDictionary<ulong, int[]> byKey;

    /// <param name="surnames">The patterns.</param>
    /// <param name="included">Which of them: a twin of the other gender is nobody's name to be misspelt.</param>
    public SlipTable(PatternTable surnames, Func<int, bool> included)
    {
        this.surnames = surnames;
        var entries = new List<(ulong Key, int Id)>();
        Span<byte> stem = stackalloc byte[SoundReader.MaxUnits];
        for (var id = 0; id < surnames.Count; id++)
        {
            var units = surnames[id].Units;
            if (units.Length < ShortestStem || !included(id)) continue;
            for (var i = 0; i < units.Length; i++) stem[i] = (byte)System.Numerics.BitOperations.TrailingZeroCount(units[i].Classes);
            for (var skip = -1; skip < units.Length; skip++) entries.Add((KeyWithout(stem[..units.Length], skip), id));
        }

        byKey = entries.Distinct().GroupBy(e => e.Key).ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Id).ToArray());
    }

    /// <summary>Writes the surnames the word is one slip away from into <paramref name="found"/> and returns how many.</summary>
    public int Find(ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language, Span<int> found)
    {
        if (units.Length < ShortestStem - 1) return 0;
        var count = 0;
        Span<byte> classes = stackalloc byte[SoundReader.MaxUnits];
        for (var i = 0; i < units.Length; i++) classes[i] = ClassOf(units[i]);
        for (var skip = -1; skip < units.Length; skip++)
        {
            if (!byKey.TryGetValue(KeyWithout(classes[..units.Length], skip), out var ids)) continue;
            foreach (var id in ids)
                if (count < found.Length && !found[..count].Contains(id) && FitsWithSlip(surnames[id], units, word, language)) found[count++] = id;
        }

        return count;
    }

    private static bool FitsWithSlip(NamePattern pattern, ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language)
    {
        Span<SoundUnit> changed = stackalloc SoundUnit[SoundReader.MaxUnits];
        for (var at = 1; at < units.Length; at++)
        {
            if (units.Length > pattern.Units.Length && Fits(pattern, Without(units, at, changed), word, language)) return true;
            if (at < pattern.Units.Length && Fits(pattern, Replaced(units, at, pattern.Units[at], changed), word, language)) return true;
            if (at < pattern.Units.Length && units.Length < SoundReader.MaxUnits && Fits(pattern, Inserted(units, at, pattern.Units[at], changed), word, language)) return true;
        }

        return false;
    }

    private static bool Fits(NamePattern pattern, ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language) =>
        NamePatterns.Fit(pattern, units, word, language) is WordFit.Nominative or WordFit.Oblique;

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
        target[at] = new SoundUnit((byte)System.Numerics.BitOperations.TrailingZeroCount(right.Classes), (Sounds)right.Sounds, units[at].Slot, units[at].End);
        return target[..units.Length];
    }

    private static Span<SoundUnit> Inserted(ReadOnlySpan<SoundUnit> units, int at, PatternUnit right, Span<SoundUnit> target)
    {
        units[..at].CopyTo(target);
        units[at..].CopyTo(target[(at + 1)..]);
        target[at] = new SoundUnit((byte)System.Numerics.BitOperations.TrailingZeroCount(right.Classes), (Sounds)right.Sounds, right.Slot, units[at - 1].End);
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
