using System.Runtime.CompilerServices;

namespace Monitor.Core.Text;

/// <summary>
/// One bit for each three first letters (five bits a letter, so that Latin and Cyrillic ones share them): most words of a text are turned
/// away by it with three looks into a table and one into the bits. Case and accents do not matter; a mark among the letters lets pass.
/// </summary>
internal sealed class HeadGate
{
    private const int LetterBits = 5, Letterless = 0, Apostrophe = 31;

    private const byte Unclear = 0x80;

    private static readonly byte[] Slots = AllSlots();

    private readonly ulong[] bits = new ulong[(1 << (3 * LetterBits)) / 64];

    /// <summary>Lets words pass that begin with this folded head; one shorter than three letters is a whole word.</summary>
    public void Open(ReadOnlySpan<char> head)
    {
        var first = Slots[head[0]];
        if (head.Length == 1)
        {
            for (var any = 0; any <= Apostrophe; any++) Set(first, Letterless, any);
            return;
        }

        Set(first, Slots[head[1]], head.Length > 2 ? Slots[head[2]] : Letterless);
    }

    /// <summary>Whether some head may stand at the beginning of <paramref name="rest"/>, the text from a word's first letter on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool LetsPass(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3) return LetsPassShort(rest);
        var (a, b, c) = (SlotOf(rest[0]), SlotOf(rest[1]), SlotOf(rest[2]));
        var bit = (a << (2 * LetterBits)) | (b << LetterBits) | c;
        return ((a | b | c) & Unclear) != 0 || (bits[bit >> 6] >> (bit & 63) & 1) != 0;
    }

    /// <summary>The last word of a text may have fewer letters, or none that we know.</summary>
    private bool LetsPassShort(ReadOnlySpan<char> rest) => !rest.IsEmpty && LetsPass([rest[0], rest.Length > 1 ? rest[1] : ' ', ' ']);

    private void Set(int a, int b, int c)
    {
        var bit = (a << (2 * LetterBits)) | (b << LetterBits) | c;
        bits[bit >> 6] |= 1UL << (bit & 63);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(char c) => c < Letters.Limit ? Slots[c] : Unclear;

    private static byte[] AllSlots()
    {
        var slots = new byte[Letters.Limit];
        Span<char> folded = stackalloc char[1];
        for (var i = 0; i < slots.Length; i++)
        {
            var c = (char)i;
            if (Letters.IsApostrophe(c)) slots[i] = Apostrophe;
            else if (Letters.CodeOf(c) == Letters.None) slots[i] = Letterless;
            else if (Folding.Fold([c], folded) == 0) slots[i] = Unclear;
            else slots[i] = (byte)(1 + (folded[0] % 30));
        }

        return slots;
    }
}
