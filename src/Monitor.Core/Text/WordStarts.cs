using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Monitor.Core.Text;

/// <summary>
/// Finds the words that begin with a capital letter, Latin or Cyrillic, sixteen characters at a time: in running text nine words of ten
/// are passed over without being read. Letters of Latin Extended are taken for capitals whatever their case; the reading sorts them out.
/// </summary>
public static class WordStarts
{
    /// <summary>Offset of the next capital that begins a word at or after <paramref name="from"/>, or -1.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        while (true)
        {
            var at = NextCapital(text, from);
            if (at < 0) return -1;
            if (at == 0 || !ContinuesWord(text[at - 1])) return at;
            from = at + 1;
        }
    }

    private static bool ContinuesWord(char before) => Letters.CodeOf(before) != Letters.None && !Letters.IsApostrophe(before) && before < 0x600;

    private static int NextCapital(ReadOnlySpan<char> text, int from)
    {
        var i = from;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var first = ref MemoryMarshal.GetReference(text);
            for (; i + Vector256<ushort>.Count <= text.Length; i += Vector256<ushort>.Count)
            {
                var block = Vector256.LoadUnsafe(ref Unsafe.As<char, ushort>(ref first), (nuint)i);
                var hits = Between(block, 'A', 25) | Between(block, '\u0400', 0x2F) | Between(block, '\u00C0', 0x1E) | Between(block, '\u0100', 0x7F);
                var mask = hits.ExtractMostSignificantBits();
                if (mask != 0) return i + BitOperations.TrailingZeroCount(mask);
            }
        }

        for (; i < text.Length; i++)
        {
            var c = text[i];
            if ((uint)(c - 'A') <= 25 || (uint)(c - '\u0400') <= 0x2F || (uint)(c - '\u00C0') <= 0x1E || (uint)(c - '\u0100') <= 0x7F) return i;
        }

        return -1;
    }

    private static Vector256<ushort> Between(Vector256<ushort> block, char low, ushort width) =>
        Vector256.LessThanOrEqual(block - Vector256.Create((ushort)low), Vector256.Create(width));
}
