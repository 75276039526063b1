using System.Runtime.CompilerServices;

namespace Monitor.Core.Text.Stems;

/// <summary>
/// One bit for each beginning of four letters, hashed, so that it stays in the processor's nearest cache: most words of a text are turned
/// away by it with four looks into a table and one into the bits. It never turns away a word whose <see cref="WordHead"/> it was opened for.
/// </summary>
internal sealed class HeadGate
{
    private const int Told = 4, Bits = 16;

    private const uint Mixer = 0x9E3779B1;

    private readonly ulong[] bits = new ulong[(1 << Bits) / 64];

    /// <summary>Lets all words pass that have so many first letters of this head.</summary>
    public void Open(ulong head, int letters)
    {
        var first = (uint)(head >> ((WordHead.Length - Told) * WordHead.LetterBits));
        var free = Math.Max(0, Told - letters) * WordHead.LetterBits;
        for (var rest = 0u; rest < 1u << free; rest++)
        {
            var bit = Hash(first | rest);
            bits[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>Whether some head may stand at the beginning of a text. A letter that cannot be told alone lets pass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool LetsPass(ReadOnlySpan<char> text)
    {
        if (text.Length < Told) return true;
        uint a = WordHead.SlotOf(text[0]), b = WordHead.SlotOf(text[1]), c = WordHead.SlotOf(text[2]), d = WordHead.SlotOf(text[3]);
        if (((a | b | c | d) & WordHead.Unclear) != 0) return true;
        // What stands behind the end of a word is another word's.
        if (c == 0 || b == 0) (c, d) = (b == 0 ? 0 : c, 0);
        var bit = Hash((((((a << WordHead.LetterBits) | b) << WordHead.LetterBits) | c) << WordHead.LetterBits) | d);
        return (bits[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint head) => head * Mixer >> (32 - Bits);
}
