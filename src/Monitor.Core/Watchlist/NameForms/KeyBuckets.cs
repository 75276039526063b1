using System.Numerics;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Many keys, each with one or more ids, in three flat arrays: where a bucket begins, and for each entry a short fingerprint of its key
/// and the id. About eight bytes an entry and no object, so that 150,000 persons fit; a bitmap in front turns most strangers away.
/// </summary>
internal sealed class KeyBuckets
{
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>Bits of the bitmap per key: one stranger in eight gets past it by chance.</summary>
    private const int GateBitsPerKey = 8;

    private readonly ulong[] gate;
    private readonly int gateShift;
    private readonly int[] starts;
    private readonly int shift;
    private readonly ushort[] prints;
    private readonly int[] ids;

    public KeyBuckets(List<(ulong Key, int Id)> entries)
    {
        var gateBits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, entries.Count * GateBitsPerKey));
        gate = new ulong[gateBits / 64];
        gateShift = 64 - BitOperations.Log2(gateBits);
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count / 4));
        shift = 64 - BitOperations.Log2(buckets);
        starts = new int[buckets + 1];
        foreach (var (key, _) in entries)
        {
            var hash = key * Mixer;
            var bit = hash >> gateShift;
            gate[bit >> 6] |= 1UL << (int)(bit & 63);
            starts[(hash >> shift) + 1]++;
        }

        for (var i = 0; i < buckets; i++) starts[i + 1] += starts[i];
        prints = new ushort[entries.Count];
        ids = new int[entries.Count];
        var next = starts.AsSpan(0, (int)buckets).ToArray();
        foreach (var (key, id) in entries)
        {
            var hash = key * Mixer;
            var at = next[hash >> shift]++;
            prints[at] = (ushort)hash;
            ids[at] = id;
        }
    }

    public long Bytes => (gate.LongLength * 8) + (starts.LongLength * 4) + (prints.LongLength * 2) + (ids.LongLength * 4);

    /// <summary>False for almost every key that is not held: one multiplication and one bit.</summary>
    public bool MayHold(ulong key)
    {
        var bit = key * Mixer >> gateShift;
        return (gate[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    /// <summary>The ids in the key's bucket; only those whose fingerprint in <paramref name="marks"/> is <paramref name="mark"/> can be the key's.</summary>
    public ReadOnlySpan<int> BucketOf(ulong key, out ReadOnlySpan<ushort> marks, out ushort mark)
    {
        var hash = key * Mixer;
        mark = (ushort)hash;
        var (from, to) = (starts[hash >> shift], starts[(hash >> shift) + 1]);
        marks = prints.AsSpan(from, to - from);
        return ids.AsSpan(from, to - from);
    }
}
