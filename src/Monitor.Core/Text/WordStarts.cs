using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Monitor.Core.Text;

/// <summary>
/// Finds the words that begin with a capital letter, Latin or Cyrillic, a block of characters at a time: in running text nine words of ten
/// are passed over without being read. Letters of Latin Extended are taken for capitals whatever their case; the reading sorts them out.
/// </summary>
public static class WordStarts
{
    /// <summary>Characters looked at in one go; each is one bit of the answer.</summary>
    public const int Block = 32;

    /// <summary>Offset of the next capital that begins a word at or after <paramref name="from"/>, or -1.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        for (var block = from; block < text.Length; block += Block)
        {
            for (var capitals = CapitalsIn(text, block); capitals != 0; capitals &= capitals - 1)
            {
                var at = block + BitOperations.TrailingZeroCount(capitals);
                if (Begins(text, at)) return at;
            }
        }

        return -1;
    }

    /// <summary>The capitals among the characters from <paramref name="block"/> on, the first in the lowest bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint CapitalsIn(ReadOnlySpan<char> text, int block)
    {
        if (!Vector256.IsHardwareAccelerated || block + Block > text.Length) return CapitalsOneByOne(text, block);
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var low = Capitals(Vector256.LoadUnsafe(ref first, (nuint)block));
        var high = Capitals(Vector256.LoadUnsafe(ref first, (nuint)(block + Vector256<ushort>.Count)));
        return (low | high) == Vector256<ushort>.Zero ? 0 : Vector256.Narrow(low, high).ExtractMostSignificantBits();
    }

    /// <summary>Whether a capital begins a word: "iPhone" has none, "d'Ales" has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins(ReadOnlySpan<char> text, int at) => at == 0 || text[at - 1] is ' ' || !ContinuesWord(text[at - 1]);

    private static bool ContinuesWord(char before) => Letters.CodeOf(before) != Letters.None && !Letters.IsApostrophe(before) && before < Letters.Limit;

    private static uint CapitalsOneByOne(ReadOnlySpan<char> text, int block)
    {
        var rest = text[block..Math.Min(text.Length, block + Block)];
        var bits = 0u;
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if ((uint)(c - 'A') <= 25 || (uint)(c - '\u0400') <= 0x2F || (uint)(c - '\u00C0') <= 0x1E || (uint)(c - '\u0100') <= 0x7F) bits |= 1u << i;
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Capitals(Vector256<ushort> block) => Between(block, 'A', 25) | Between(block, '\u0400', 0x2F) | Between(block, '\u00C0', 0x1E) | Between(block, '\u0100', 0x7F);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Between(Vector256<ushort> block, char low, ushort width)
    {
        var above = block - Vector256.Create((ushort)low);
        return Vector256.Equals(Vector256.Min(above, Vector256.Create(width)), above);
    }
}
