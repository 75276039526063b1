using System.Collections.Frozen;
using System.Numerics;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Patterns by the key of every form they can take, in one flat table: a bitmap says "no" to most words at once, then a fingerprint is
/// looked up, then the pattern itself is compared. Built once, never changed, so any number of threads may read it.
/// </summary>
public sealed class PatternTable
{
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>Bits of the bitmap per key: one word in eight gets past it by chance.</summary>
    private const int GateBitsPerKey = 8;

    private readonly NamePattern[] patterns;
    private readonly ulong[] gate;
    private readonly int gateShift;
    private readonly uint[] prints;
    private readonly int[] ids;
    private readonly int mask;
    private readonly int shift;

    public PatternTable(IReadOnlyList<NamePattern> patterns)
    {
        this.patterns = [.. patterns];
        var keys = new List<(ulong Key, int Id)>(patterns.Count * 16);
        var own = new HashSet<ulong>();
        for (var id = 0; id < this.patterns.Length; id++)
        {
            own.Clear();
            PatternKeys.Of(this.patterns[id], own);
            foreach (var key in own) keys.Add((key, id));
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Count * 3 / 2));
        var gateBits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Count * GateBitsPerKey));
        gate = new ulong[gateBits / 64];
        gateShift = 64 - BitOperations.Log2(gateBits);
        prints = new uint[size];
        ids = new int[size];
        mask = size - 1;
        shift = 64 - BitOperations.Log2((uint)size);
        foreach (var (key, id) in keys) Insert(key, id);
    }

    public int Count => patterns.Length;

    /// <summary>Bytes held by the table itself (without the patterns).</summary>
    public long TableBytes => gate.LongLength * 8 + prints.LongLength * 4 + ids.LongLength * 4;

    public NamePattern this[int id] => patterns[id];

    /// <summary>False for almost every word that is in no pattern: one multiplication and one bit.</summary>
    public bool MayHold(ulong key)
    {
        var hash = key * Mixer >> gateShift;
        return (gate[hash >> 6] >> (int)(hash & 63) & 1) != 0;
    }

    /// <summary>Writes the patterns the word is a form of into <paramref name="found"/> and returns how many.</summary>
    public int Find(ulong key, ReadOnlySpan<SoundUnit> units, ReadOnlySpan<char> word, string? language, Span<(int Id, WordFit Fit)> found)
    {
        var hash = key * Mixer;
        var print = Print(hash);
        var count = 0;
        for (var slot = (int)(hash >> shift); prints[slot] != 0; slot = (slot + 1) & mask)
        {
            if (prints[slot] != print) continue;
            var fit = NamePatterns.Fit(patterns[ids[slot]], units, word, language);
            if (fit == WordFit.None || count == found.Length) continue;
            found[count++] = (ids[slot], fit);
        }

        return count;
    }

    private void Insert(ulong key, int id)
    {
        var hash = key * Mixer;
        var bit = hash >> gateShift;
        gate[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = (int)(hash >> shift);
        while (prints[slot] != 0) slot = (slot + 1) & mask;
        prints[slot] = Print(hash);
        ids[slot] = id;
    }

    private static uint Print(ulong hash) => (uint)hash | 1;
}

/// <summary>All keys under which a printed form of a pattern can be met: each way of writing its stem, with each ending's consonants behind.</summary>
internal static class PatternKeys
{
    /// <summary>A name with more ways of writing than this is indexed by the first of them only; none of ours comes near.</summary>
    private const int MaxWays = 512;

    private static readonly FrozenDictionary<(Declension, Gender), (ulong Bits, int Count)[]> Endings = AllEndings();

    public static void Of(NamePattern pattern, HashSet<ulong> keys)
    {
        var initial = pattern.Units[0].Slot != VowelSlot.None ? (ulong)Consonants.InitialVowel : 0;
        Extend(pattern, 0, initial, keys, Endings[(pattern.Declension, pattern.Gender)]);
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
                    var text = ending.TrimStart('\'');
                    var count = SoundReader.Read(text, 0, units, out _);
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
