using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms.Tables;

/// <summary>All keys of a pattern's stem: one for each way of writing it. Endings need no keys: the reader asks for the word without its last consonants, too.</summary>
internal static class PatternKeys
{
    /// <summary>A name with more ways of writing than this is indexed by the first of them only; none of ours comes near.</summary>
    private const int MaxWays = 256;

    /// <summary>Adds the keys, each once: they differ at least in the place where the ways part.</summary>
    public static void Of(ReadOnlySpan<PatternUnit> units, List<ulong> keys) =>
        Extend(units, units[0].Slot != VowelSlot.None ? (ulong)Consonants.InitialVowel : 0, keys);

    private static void Extend(ReadOnlySpan<PatternUnit> rest, ulong key, List<ulong> keys)
    {
        if (keys.Count >= MaxWays) return;
        if (rest.IsEmpty)
        {
            keys.Add(key);
            return;
        }

        for (byte cls = 1; cls < Consonants.InitialVowel; cls++)
            if ((rest[0].Classes >> cls & 1) != 0) Extend(rest[1..], (key << 4) | cls, keys);
    }
}
