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

    /// <summary>
    /// False for most words that are no slip away from any surname: told from the key alone, consonant by consonant left out, before the
    /// word is read again.
    /// </summary>
    public bool MayHold(ulong key)
    {
        var length = (67 - BitOperations.LeadingZeroCount(key)) / 4;
        if (length > 0 && key >> (4 * (length - 1)) == Consonants.InitialVowel) key &= (1UL << (4 * --length)) - 1;
        if (length < ShortestStem - 1) return false;
        key = WithSibilants(key);
        if (keys.MayHold(key)) return true;
        for (var i = 0; i < length; i++)
        {
            var behind = key & ((1UL << (4 * i)) - 1);
            if (keys.MayHold((key >> (4 * i) >> 4 << (4 * i)) | behind)) return true;
        }

        return false;
    }

    /// <summary>The key with each Ch as S, as <see cref="ClassOf"/> has it.</summary>
    private static ulong WithSibilants(ulong key)
    {
        for (var i = 0; i < 64; i += 4)
            if ((key >> i & 15) == Consonants.Ch) key -= (ulong)(Consonants.Ch - Consonants.S) << i;
        return key;
    }

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
            // The slip stands no further on than the first consonant that is another.
            if (at <= stem.Length && !stem[at - 1].MaySound(units[at - 1])) return false;
            if (units.Length > stem.Length && GoesOn(stem, at, units, at + 1) && Fits(id, Without(units, at, changed), word)) return true;
            if (at >= stem.Length) continue;
            if (GoesOn(stem, at + 1, units, at + 1) && Fits(id, Replaced(units, at, stem[at], changed), word)) return true;
            if (units.Length < SoundReader.MaxUnits && GoesOn(stem, at + 1, units, at) && Fits(id, Inserted(units, at, stem[at], changed), word)) return true;
        }

        return false;
    }

    /// <summary>A quick look behind the slip, before the word is written as it should be and compared whole.</summary>
    private static bool GoesOn(ReadOnlySpan<PatternUnit> stem, int inStem, ReadOnlySpan<SoundUnit> units, int inWord) =>
        inStem >= stem.Length || (inWord < units.Length && stem[inStem].MaySound(units[inWord]));

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
