using System.Runtime.CompilerServices;

namespace Monitor.Core.Text.Stems;

/// <summary>
/// The first letters of a word as one number, five bits a letter, so that a beginning is compared in one step. Case and accents do not
/// matter; some letters share their bits (Latin and Cyrillic ones among them), so that equal heads may still be unequal words.
/// </summary>
internal static class WordHead
{
    /// <summary>So many letters are in a head, the first of them in the highest bits.</summary>
    public const int Length = 8;

    public const int LetterBits = 5;

    /// <summary>So many of them lead into a table.</summary>
    private const int IndexLetters = 3;

    /// <summary>How many different beginnings <see cref="Index"/> tells apart.</summary>
    public const int Indices = 1 << (IndexLetters * LetterBits);

    /// <summary>Stands for a letter that cannot be told alone: a mark, a letter of another alphabet. Where it stands no head can be trusted.</summary>
    public const byte Unclear = 0x80;

    private const int Letterless = 0, Apostrophe = 31;

    private static readonly byte[] Slots = AllSlots();

    /// <summary>What stands for a letter: 0 for what is none, <see cref="Unclear"/> where more than the letter must be known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte SlotOf(char c) => c < Letters.Limit ? Slots[c] : Unclear;

    /// <summary>The first three letters; what follows the word does not count.</summary>
    public static int Index(ulong head) => (int)(head >> ((Length - IndexLetters) * LetterBits));

    /// <summary>The head of the word that begins the text; false where a letter of it is unclear.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out ulong head)
    {
        head = 0;
        var last = Math.Min(Length, text.Length);
        for (var i = 0; i < last; i++)
        {
            var slot = SlotOf(text[i]);
            if (slot == Unclear) return false;
            if (slot == Letterless) break;
            head |= (ulong)slot << ((Length - 1 - i) * LetterBits);
        }

        return true;
    }

    /// <summary>The head of a folded word. Letters that no stem has stand as none.</summary>
    public static ulong OfFolded(ReadOnlySpan<char> folded)
    {
        var head = 0UL;
        for (var i = 0; i < folded.Length && i < Length; i++) head |= (ulong)(SlotOf(folded[i]) & ~Unclear) << ((Length - 1 - i) * LetterBits);
        return head;
    }

    /// <summary>The bits of so many first letters.</summary>
    public static ulong MaskOf(int letters)
    {
        var known = Math.Min(Length, letters) * LetterBits;
        return ((1UL << known) - 1) << ((Length * LetterBits) - known);
    }

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
