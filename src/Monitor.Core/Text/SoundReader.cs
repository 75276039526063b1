using System.Runtime.CompilerServices;

namespace Monitor.Core.Text;

/// <summary>
/// Reads one word in any of our alphabets as consonants with the vowels before them, and gives it a key that is the same for every
/// usual way of writing the same name: Бяляцкі, Беляцкий, Bialiatski, Bjaljazki, Bialacki all have the key B-L-S-K.
/// Nothing is allocated; a letter costs one look into a table, and only where a group or a merger can begin is more looked at.
/// </summary>
public static class SoundReader
{
    /// <summary>A key holds this many consonants of 4 bits; longer words are no names we could know.</summary>
    public const int MaxUnits = 15;

    /// <summary>What has more letters is no name, but a chain of letters without spaces.</summary>
    public const int LongestWord = 64;

    /// <summary>Reads the word that begins at <paramref name="start"/>; <paramref name="end"/> is set behind its last letter. Returns the number of units, 0 for a word without consonants or with too many.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, Span<SoundUnit> units, out int end)
    {
        var count = 0;
        var slot = VowelSlot.None;
        var limit = Math.Min(text.Length, start + LongestWord);
        var i = start;
        while (i < limit)
        {
            var code = Letters.CodeOf(text[i]);
            if (code == Letters.None || (code == Letters.Soft && EndsWord(text, i))) break;
            if (IsLastLatinU(text, i, code, slot)) code = Letters.ShortU;
            if (code < Letters.Soft)
            {
                slot = VowelSlot.Add(slot, code);
                i++;
            }
            else if (code is Letters.Soft or Letters.Ignored)
            {
                i++;
            }
            else if (code is Letters.V or Letters.ShortU && IsHalfVowel(text, i))
            {
                slot = VowelSlot.AddHalfVowel(slot);
                i++;
            }
            else
            {
                if (count + (code == Letters.X ? 2 : 1) > units.Length) return TooLong(text, i, out end);
                i = AddConsonant(text, (start, i), code, slot, units, ref count);
                slot = VowelSlot.None;
            }
        }

        if (i == limit && i < text.Length && IsLetterAt(text, i)) return TooLong(text, i, out end);
        end = i;
        return count;
    }

    /// <summary>The consonant classes, first in the highest place, headed by a mark where the word begins with a vowel.</summary>
    public static ulong KeyOf(ReadOnlySpan<SoundUnit> units)
    {
        ulong key = units.Length > 0 && units[0].Slot != VowelSlot.None ? Consonants.InitialVowel : 0u;
        foreach (ref readonly var unit in units) key = (key << 4) | unit.Class;
        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddConsonant(ReadOnlySpan<char> text, (int Start, int At) place, byte code, byte slot, Span<SoundUnit> units, ref int count)
    {
        var (group, length) = LetterGroups.MayBegin(code) ? LetterGroups.At(text, place.At, code) : (Letters.MeaningOf(code), 1);
        var end = place.At + length;
        var unit = new SoundUnit(group.Class, slot, (byte)(end - place.Start), group.Sounds);
        if (slot == VowelSlot.None && count > 0 && LetterGroups.MayMerge(units[count - 1].Class, unit.Class) && LetterGroups.Merge(units[..count], unit, code) is var kept and > 0) count = kept;
        else units[count++] = unit;
        if (code == Letters.X) units[count++] = new SoundUnit(Consonants.S, VowelSlot.None, (byte)(end - place.Start), Sounds.S);
        return end;
    }

    private static int TooLong(ReadOnlySpan<char> text, int i, out int end)
    {
        while (i < text.Length && Letters.CodeOf(text[i]) != Letters.None) i++;
        end = i;
        return 0;
    }

    /// <summary>An apostrophe with no letter behind it closes a quotation.</summary>
    private static bool EndsWord(ReadOnlySpan<char> text, int i) => Letters.IsApostrophe(text[i]) && !IsLetterAt(text, i + 1);

    private static bool IsHalfVowel(ReadOnlySpan<char> text, int i)
    {
        var next = i + 1;
        while (next < text.Length && Letters.CodeOf(text[next]) == Letters.Ignored) next++;
        var code = next < text.Length ? Letters.CodeOf(text[next]) : Letters.None;
        if (code < Letters.FirstConsonant) return false;
        // "Ivanovs": an ending on a name, the v is still heard.
        return code != Letters.LatinS || IsLetterAt(text, next + 1);
    }

    /// <summary>A Latin u that ends a word behind a vowel is ў: Ivanou, Latypau.</summary>
    private static bool IsLastLatinU(ReadOnlySpan<char> text, int i, byte code, byte slot) =>
        code == VowelSlot.U && slot != VowelSlot.None && text[i] is 'u' or 'U' && (i + 1 >= text.Length || Letters.IsApostrophe(text[i + 1]) || Letters.CodeOf(text[i + 1]) == Letters.None);

    private static bool IsLetterAt(ReadOnlySpan<char> text, int i) => i < text.Length && Letters.IsLetter(text[i]);
}
