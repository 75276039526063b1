using System.Collections.Frozen;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>All keys under which a printed form of a pattern can be met: each way of writing its stem, with each ending's consonants behind.</summary>
internal static class PatternKeys
{
    /// <summary>A name with more ways of writing than this is indexed by the first of them only; none of ours comes near.</summary>
    private const int MaxWays = 512;

    private static readonly FrozenDictionary<(Declension, Gender), (ulong Bits, int Count)[]> Endings = AllEndings();

    public static void Of(NamePattern pattern, bool twins, HashSet<ulong> keys)
    {
        var initial = pattern.Units[0].Slot != VowelSlot.None ? (ulong)Consonants.InitialVowel : 0;
        var both = twins && pattern.Declension is Declension.Adjective or Declension.Short;
        Extend(pattern, 0, initial, keys, Endings[(pattern.Declension, both ? Gender.Unknown : pattern.Gender)]);
    }

    private static void Extend(NamePattern pattern, int at, ulong key, HashSet<ulong> keys, (ulong Bits, int Count)[] endings)
    {
        if (keys.Count > MaxWays) return;
        if (at == pattern.Units.Length)
        {
            keys.Add(key);
            foreach (var (bits, count) in endings)
                if (at + count <= SoundReader.MaxUnits) keys.Add((key << (4 * count)) | bits);
            return;
        }

        for (byte cls = 1; cls < Consonants.InitialVowel; cls++)
            if ((pattern.Units[at].Classes >> cls & 1) != 0) Extend(pattern, at + 1, (key << 4) | cls, keys, endings);
    }

    private static FrozenDictionary<(Declension, Gender), (ulong, int)[]> AllEndings()
    {
        var all = new Dictionary<(Declension, Gender), (ulong, int)[]>();
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        foreach (var declension in Enum.GetValues<Declension>())
        {
            foreach (var gender in Enum.GetValues<Gender>())
            {
                var distinct = new HashSet<(ulong, int)>();
                foreach (var ending in DeclensionEndings.All(declension, gender))
                {
                    var count = SoundReader.Read(ending.TrimStart('\''), 0, units, out _);
                    if (count == 0) continue;
                    ulong bits = 0;
                    for (var i = 0; i < count; i++) bits = (bits << 4) | units[i].Class;
                    distinct.Add((bits, count));
                }

                all[(declension, gender)] = [.. distinct];
            }
        }

        return all.ToFrozenDictionary();
    }
}
