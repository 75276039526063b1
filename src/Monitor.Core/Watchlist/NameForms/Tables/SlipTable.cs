using System.Numerics;
using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms.Tables;

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

    /// <param name="surnames">The surnames; short ones are left out.</param>
    /// <param name="givenMark">The mark of the given names a surname is borne with (<see cref="GivenNameIndex.MarkOf"/>), kept beside its keys.</param>
    public SlipTable(PatternTable surnames, Func<int, ushort> givenMark)
    {
        this.surnames = surnames;
        var entries = new List<(ulong Key, int Id, ushort Trait)>();
        Span<byte> stem = stackalloc byte[SoundReader.MaxUnits];
        for (var id = 0; id < surnames.Count; id++)
        {
            var units = surnames.UnitsOf(id);
            if (units.Length < ShortestStem) continue;
            var mark = givenMark(id);
            for (var i = 0; i < units.Length; i++) stem[i] = MainClass(units[i]);
            for (var skip = -1; skip < units.Length; skip++) entries.Add((KeyWithout(stem[..units.Length], skip), id, mark));
        }

        keys = new KeyBuckets(CollectionsMarshal.AsSpan(entries));
    }

    public long Bytes => keys.Bytes;

    /// <summary>Writes the surnames the word is one slip away from into <paramref name="found"/> and returns how many; only those borne with such a given name.</summary>
    public int Find(PrintedWord word, ushort givenMark, Span<int> found)
    {
        var units = word.Units;
        if (units.Length < ShortestStem - 1) return 0;
        var count = 0;
        Span<byte> classes = stackalloc byte[SoundReader.MaxUnits];
        for (var i = 0; i < units.Length; i++) classes[i] = ClassOf(units[i]);
        for (var skip = -1; skip < units.Length; skip++)
        {
            var key = KeyWithout(classes[..units.Length], skip);
            if (!keys.MayHold(key)) continue;
            foreach (ref readonly var entry in keys.BucketOf(key, out var print))
            {
                if (entry.Print != print || (entry.Trait & givenMark) == 0 || count == found.Length || found[..count].Contains(entry.Id)) continue;
                if (FitsWithSlip(entry.Id, word)) found[count++] = entry.Id;
            }
        }

        return count;
    }

    private bool FitsWithSlip(int id, PrintedWord word)
    {
        var units = word.Units;
        Span<SoundUnit> changed = stackalloc SoundUnit[SoundReader.MaxUnits];
        var stem = surnames.UnitsOf(id);
        for (var at = 1; at < units.Length; at++)
        {
            if (units.Length > stem.Length && Fits(id, Without(units, at, changed), word)) return true;
            if (at < stem.Length && Fits(id, Replaced(units, at, stem[at], changed), word)) return true;
            if (at < stem.Length && units.Length < SoundReader.MaxUnits && Fits(id, Inserted(units, at, stem[at], changed), word)) return true;
        }

        return false;
    }

    private bool Fits(int id, ReadOnlySpan<SoundUnit> units, PrintedWord word) => surnames.Fit(id, word.With(units)) is WordFit.Nominative or WordFit.Oblique;

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
        target[at] = new SoundUnit(MainClass(right), units[at].Slot, units[at].End, (Sounds)right.Sounds);
        return target[..units.Length];
    }

    private static Span<SoundUnit> Inserted(ReadOnlySpan<SoundUnit> units, int at, PatternUnit right, Span<SoundUnit> target)
    {
        units[..at].CopyTo(target);
        units[at..].CopyTo(target[(at + 1)..]);
        target[at] = new SoundUnit(MainClass(right), right.Slot, units[at - 1].End, (Sounds)right.Sounds);
        return target[..(units.Length + 1)];
    }

    /// <summary>Of several ways to write a sound the sibilant, else the first.</summary>
    private static byte MainClass(PatternUnit unit) => (unit.Classes >> Consonants.S & 1) != 0 ? Consonants.S : (byte)BitOperations.TrailingZeroCount(unit.Classes);

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
