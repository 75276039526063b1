using System.Numerics;
using System.Runtime.InteropServices;

namespace Monitor.Core.Watchlist.NameForms.Tables;

/// <summary>What a table keeps of a key: eight bytes, so that a bucket is one line of the processor's cache. The trait is the table's own.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct KeyEntry(int Id, ushort Print, ushort Trait);

/// <summary>
/// Many keys, each with one or more ids, in two flat arrays: where a bucket begins, and the entries with a short fingerprint of their
/// key. No object per entry, so that 150,000 persons fit; a bitmap in front turns most strangers away with one look into memory.
/// </summary>
internal sealed class KeyBuckets
{
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>Bits of the bitmap per key. Each key sets two bits of one word: about one stranger in a hundred gets past it by chance.</summary>
    private const int GateBitsPerKey = 16;

    /// <summary>A short list can afford a bitmap that hardly anything gets past.</summary>
    private const int SmallestGate = 512;

    private const int EntriesPerBucket = 4;

    private readonly ulong[] gate;
    private readonly int gateShift;
    private readonly int[] starts;
    private readonly int shift;
    private readonly KeyEntry[] entries;

    public KeyBuckets(ReadOnlySpan<(ulong Key, int Id, ushort Trait)> keys)
    {
        var words = BitOperations.RoundUpToPowerOf2((uint)Math.Max(SmallestGate, keys.Length * (long)GateBitsPerKey / 64));
        gate = new ulong[words];
        gateShift = 64 - BitOperations.Log2(words);
        var buckets = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length / EntriesPerBucket));
        shift = 64 - BitOperations.Log2(buckets);
        starts = new int[buckets + 1];
        entries = new KeyEntry[keys.Length];
        foreach (var (key, _, _) in keys)
        {
            var hash = key * Mixer;
            gate[hash >> gateShift] |= BitsOf(hash);
            starts[hash >> shift]++;
        }

        // Starts first holds counts, then the end of each bucket, and is counted down to its beginning as the entries are put in.
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            var (key, id, trait) = keys[i];
            var hash = key * Mixer;
            entries[--starts[hash >> shift]] = new KeyEntry(id, PrintOf(hash), trait);
        }
    }

    public long Bytes => (gate.LongLength * 8) + (starts.LongLength * 4) + (entries.LongLength * 8);

    /// <summary>False for almost every key that is not held: one multiplication, one word of memory.</summary>
    public bool MayHold(ulong key)
    {
        var hash = key * Mixer;
        var bits = BitsOf(hash);
        return (gate[hash >> gateShift] & bits) == bits;
    }

    /// <summary>The entries of the key's bucket; only those whose fingerprint is <paramref name="print"/> can be the key's.</summary>
    public ReadOnlySpan<KeyEntry> BucketOf(ulong key, out ushort print)
    {
        var hash = key * Mixer;
        print = PrintOf(hash);
        var bucket = hash >> shift;
        return entries.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]);
    }

    private static ulong BitsOf(ulong hash) => (1UL << (int)(hash >> 20 & 63)) | (1UL << (int)(hash >> 26 & 63));

    private static ushort PrintOf(ulong hash) => (ushort)(hash >> 8);
}
