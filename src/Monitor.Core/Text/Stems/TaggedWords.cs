using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Monitor.Core.Text.Stems;

/// <summary>
/// The words of a text that a <see cref="StemTable"/> knows: <c>foreach (var tags in table.In(text))</c>. Where words begin is told
/// thirty-two characters at a time; of those that begin like no stem nothing more is read.
/// </summary>
public ref struct TaggedWords(ReadOnlySpan<char> text, StemTable table)
{
    private const int Block = 32;

    private readonly ReadOnlySpan<char> text = text;
    private int block = -Block;
    private uint starts;
    private uint insideWord;

    /// <summary>The tags of the word.</summary>
    public int Current { get; private set; }

    public readonly TaggedWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            for (; starts != 0;)
            {
                var at = block + BitOperations.TrailingZeroCount(starts);
                starts &= starts - 1;
                Current = table.TagsAt(text[at..]);
                if (Current != 0) return true;
            }

            block += Block;
            if (block >= text.Length) return false;
            var letters = LettersIn(text, block);
            starts = letters & ~((letters << 1) | insideWord);
            insideWord = letters >> (Block - 1);
        }
    }

    /// <summary>Which of the characters from <paramref name="block"/> on are part of a word, the first in the lowest bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint LettersIn(ReadOnlySpan<char> text, int block)
    {
        if (!Vector256.IsHardwareAccelerated || block + Block > text.Length) return LettersOneByOne(text[block..Math.Min(text.Length, block + Block)]);
        ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var low = LettersOf(Vector256.LoadUnsafe(ref first, (nuint)block));
        var high = LettersOf(Vector256.LoadUnsafe(ref first, (nuint)(block + Vector256<ushort>.Count)));
        return Vector256.Narrow(low, high).ExtractMostSignificantBits();
    }

    private static uint LettersOneByOne(ReadOnlySpan<char> rest)
    {
        var bits = 0u;
        for (var i = 0; i < rest.Length; i++)
            if (Letters.CodeOf(rest[i]) != Letters.None) bits |= 1u << i;
        return bits;
    }

    /// <summary>ASCII letters, everything from À to the last alphabet before the punctuation, apostrophes and the soft hyphen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> LettersOf(Vector256<ushort> block) =>
        Between(block | Vector256.Create((ushort)0x20), 'a', 25) | Between(block, '\u00C0', 0x1F3F) | Vector256.Equals(block, Vector256.Create((ushort)'\''))
        | Vector256.Equals(block, Vector256.Create((ushort)'’')) | Vector256.Equals(block, Vector256.Create((ushort)0xAD));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Between(Vector256<ushort> block, char low, ushort width)
    {
        var above = block - Vector256.Create((ushort)low);
        return Vector256.Equals(Vector256.Min(above, Vector256.Create(width)), above);
    }
}
