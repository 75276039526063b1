namespace Monitor.Core.Text;

/// <summary>
/// Reads one word in any of our alphabets as consonants with the vowels before them, and gives it a key that is the same for every
/// usual way of writing the same name: Бяляцкі, Беляцкий, Bialiatski, Bjaljazki, Bialacki all have the key B-L-S-K.
/// Nothing is allocated; a word is read in one go, letter groups (sch, szcz, kh, tj) by looking at most three letters ahead.
/// </summary>
public static class SoundReader
{
    /// <summary>A key holds this many consonants of 4 bits; longer words are no names we could know.</summary>
    public const int MaxUnits = 15;

    /// <summary>Reads the word that begins at <paramref name="start"/>; <paramref name="end"/> is set behind its last letter. Returns the number of units, 0 for a word without consonants or with too many.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, Span<SoundUnit> units, out int end)
    {
        var count = 0;
        var slot = VowelSlot.None;
        var i = start;
        while (i < text.Length)
        {
            var code = Letters.CodeOf(text[i]);
            if (code == Letters.None) break;
            if (code < Letters.FirstConsonant)
            {
                if (code == Letters.Soft)
                {
                    if (Letters.IsApostrophe(text[i]) && !IsLetterAt(text, i + 1)) break;
                }
                else if (code != Letters.Ignored)
                {
                    if (code == VowelSlot.U && slot != VowelSlot.None && IsLastLatin(text, i))
                    {
                        if (count == units.Length) return TooLong(text, i, out end);
                        units[count++] = new SoundUnit(Consonants.V, Sounds.Plain, slot, i + 1 - start);
                        slot = VowelSlot.None;
                    }
                    else
                    {
                        slot = VowelSlot.Add(slot, code == Letters.Yod ? VowelSlot.I : code);
                    }
                }

                i++;
                continue;
            }

            if (code is Letters.V or Letters.ShortU && IsHalfVowel(text, i))
            {
                slot = VowelSlot.AddHalfVowel(slot);
                i++;
                continue;
            }

            var (group, length) = GroupAt(text, i, code);
            i += length;
            var unit = new SoundUnit(group.Class, group.Sounds, slot, i - start);
            if (slot == VowelSlot.None && count > 0 && Merge(units[count - 1], unit, code) is { } merged)
            {
                units[count - 1] = merged;
                // st + s, sch + tsch: the new sibilant runs into the one before it.
                if (count > 1 && merged.Class == Consonants.S && merged.Slot == VowelSlot.None && units[count - 2].Class == Consonants.S)
                {
                    units[count - 2] = units[count - 2] with { Sounds = units[count - 2].Sounds | merged.Sounds, End = merged.End };
                    count--;
                }
            }
            else
            {
                if (count == units.Length) return TooLong(text, i, out end);
                units[count++] = unit;
            }

            if (code == Letters.X)
            {
                if (count == units.Length) return TooLong(text, i, out end);
                units[count++] = new SoundUnit(Consonants.S, Sounds.S, VowelSlot.None, i - start);
            }

            slot = VowelSlot.None;
        }

        end = i;
        return count;
    }

    /// <summary>The consonant classes, first in the highest place, headed by a mark where the word begins with a vowel.</summary>
    public static ulong KeyOf(ReadOnlySpan<SoundUnit> units)
    {
        ulong key = units.Length > 0 && units[0].Slot != VowelSlot.None ? Consonants.InitialVowel : 0u;
        foreach (var unit in units) key = (key << 4) | unit.Class;
        return key;
    }

    /// <summary>True for a word that needs repair before it is read: letters of two alphabets, or a separate mark on a letter.</summary>
    public static bool IsMixed(ReadOnlySpan<char> word)
    {
        // A Latin letter lies below 0x250, a Cyrillic one from 0x400, marks between.
        var all = 0;
        foreach (var c in word) all |= c < 0x250 ? (char.IsAsciiLetter(c) ? 1 : 0) : c < 0x300 ? 0 : c < 0x370 ? 4 : 2;
        return all > 2;
    }

    private static int TooLong(ReadOnlySpan<char> text, int i, out int end)
    {
        while (i < text.Length && Letters.CodeOf(text[i]) != Letters.None) i++;
        end = i;
        return 0;
    }

    private static ((byte Class, Sounds Sounds) Meaning, int Length) GroupAt(ReadOnlySpan<char> text, int i, byte code)
    {
        var next = i + 1 < text.Length ? Letters.CodeOf(text[i + 1]) : Letters.None;
        switch (code)
        {
            case Letters.LatinC when next == Letters.H: return ((Consonants.Ch, Sounds.Ch | Sounds.Kh), 2);
            case Letters.LatinC when next == Letters.LatinZ: return ((Consonants.S, Sounds.Ch), 2);
            case Letters.LatinC when next == Letters.LatinS: return ((Consonants.S, Sounds.Ch | Sounds.C), 2);
            case Letters.LatinS when next == Letters.LatinC && CodeAt(text, i + 2) == Letters.H: return ((Consonants.S, Sounds.Sh), 3);
            // Japanese shi is си in the Russian rule, so sh before i can be s.
            case Letters.LatinS when next == Letters.H: return ((Consonants.S, CodeAt(text, i + 2) == VowelSlot.I ? Sounds.Sh | Sounds.S : Sounds.Sh), 2);
            case Letters.LatinS when next == Letters.LatinZ: return ((Consonants.S, Sounds.Sh), 2);
            case Letters.LatinZ when next == Letters.H: return ((Consonants.S, Sounds.Zh), 2);
            case Letters.K when next == Letters.H: return ((Consonants.G, Sounds.Kh), 2);
            case Letters.G when next == Letters.H: return ((Consonants.G, Sounds.G | Sounds.H), 2);
            case Letters.H when next == Letters.H: return ((Consonants.G, Sounds.Kh), 2);
            case Letters.P when next == Letters.H: return ((Consonants.F, Sounds.Plain), 2);
            case Letters.T when next == Letters.H: return ((Consonants.T, Sounds.Plain), 2);
            // Swedish and Danish tj is č, elsewhere it is a soft t: Pintjuk, Tatjana.
            case Letters.T when next == Letters.Yod && text[i + 1] is 'j' or 'J': return ((Consonants.S, Sounds.Ch | Sounds.C), IsVowel(CodeAt(text, i + 2)) ? 1 : 2);
            case Letters.LatinS when next == Letters.Yod && !IsVowel(CodeAt(text, i + 2)): return ((Consonants.S, Sounds.S | Sounds.Sh), 2);
            case Letters.X: return ((Consonants.K, Sounds.Plain), 1);
            default: return (Letters.MeaningOf(code), 1);
        }
    }

    /// <summary>Letters that make one sound together (ts, dz, Polish rz, shch) or stand double.</summary>
    private static SoundUnit? Merge(SoundUnit before, SoundUnit unit, byte code)
    {
        var sibilant = unit.Class is Consonants.S or Consonants.Ch;
        if (before.Class == Consonants.T && sibilant)
        {
            var sounds = Sounds.None;
            if ((unit.Sounds & (Sounds.S | Sounds.Z | Sounds.C)) != Sounds.None) sounds |= Sounds.C;
            if ((unit.Sounds & (Sounds.Sh | Sounds.Zh | Sounds.Ch)) != Sounds.None) sounds |= Sounds.Ch;
            return before with { Class = Consonants.S, Sounds = sounds, End = unit.End };
        }

        if (before.Class == Consonants.D && unit.Class == Consonants.S) return before with { End = unit.End };
        if (before.Class == Consonants.R && code is Letters.LatinZ or Letters.CyrillicZ && unit.Sounds != Sounds.Zh) return before with { End = unit.End };
        if (before.Class == Consonants.S && unit.Class == Consonants.Ch) return before with { Sounds = before.Sounds | Sounds.Sh | Sounds.Ch, End = unit.End };
        if (before.Class == unit.Class) return before with { Sounds = before.Sounds | unit.Sounds, End = unit.End };
        return null;
    }

    private static bool IsHalfVowel(ReadOnlySpan<char> text, int i)
    {
        var next = i + 1;
        while (next < text.Length && Letters.CodeOf(text[next]) == Letters.Ignored) next++;
        var code = CodeAt(text, next);
        if (code < Letters.FirstConsonant) return false;
        // "Ivanovs": an ending on a name, the v is still heard.
        return code != Letters.LatinS || IsLetterAt(text, next + 1);
    }

    private static bool IsLastLatin(ReadOnlySpan<char> text, int i) => text[i] is 'u' or 'U' && (i + 1 >= text.Length || Letters.IsApostrophe(text[i + 1]) || CodeAt(text, i + 1) == Letters.None);

    private static bool IsVowel(byte code) => code is > 0 and < Letters.Soft;

    private static bool IsLetterAt(ReadOnlySpan<char> text, int i) => i < text.Length && Letters.IsLetter(text[i]);

    private static byte CodeAt(ReadOnlySpan<char> text, int i) => i < text.Length ? Letters.CodeOf(text[i]) : Letters.None;
}
