namespace Monitor.Core.Text;

/// <summary>
/// Letters that write one sound together (sch, szcz, kh, tj), told by looking at most two letters ahead, and sounds that run into the
/// one before them (t + s = c, Polish rz, a double letter). Sources: the orthographies named in <see cref="Letters"/>.
/// </summary>
internal static class LetterGroups
{
    private static readonly bool[] Begins = Beginners();

    private static readonly ushort[] Merging = Mergers();

    /// <summary>False for most letters: they stand for themselves.</summary>
    public static bool MayBegin(byte code) => Begins[code];

    /// <summary>Whether a consonant of one class can run into one of another before it.</summary>
    public static bool MayMerge(byte before, byte cls) => (Merging[before] >> cls & 1) != 0;

    public static ((byte Class, Sounds Sounds) Meaning, int Length) At(ReadOnlySpan<char> text, int i, byte code)
    {
        var next = CodeAt(text, i + 1);
        switch (code)
        {
            // English ch is č, Polish, Czech and German ch is kh, French ch is š.
            case Letters.LatinC when next == Letters.H: return ((Consonants.Ch, Sounds.Ch | Sounds.Kh | Sounds.Sh), 2);
            case Letters.LatinC when next == Letters.LatinZ: return ((Consonants.S, Sounds.Ch), 2);
            case Letters.LatinC when next == Letters.LatinS: return ((Consonants.S, Sounds.Ch | Sounds.C), 2);
            case Letters.LatinS when next == Letters.LatinC && CodeAt(text, i + 2) == Letters.H: return ((Consonants.S, Sounds.Sh), 3);
            // Japanese shi is си in the Russian rule, so sh before i can be s.
            case Letters.LatinS when next == Letters.H: return ((Consonants.S, CodeAt(text, i + 2) == VowelSlot.I ? Sounds.Sh | Sounds.S : Sounds.Sh), 2);
            // Polish sz is š, Hungarian sz is s.
            case Letters.LatinS when next == Letters.LatinZ: return ((Consonants.S, Sounds.Sh | Sounds.S), 2);
            case Letters.LatinZ when next == Letters.H: return ((Consonants.S, Sounds.Zh), 2);
            case Letters.K when next == Letters.H: return ((Consonants.G, Sounds.Kh), 2);
            case Letters.G when next == Letters.H: return ((Consonants.G, Sounds.G | Sounds.H), 2);
            case Letters.H when next == Letters.H: return ((Consonants.G, Sounds.Kh), 2);
            case Letters.P when next == Letters.H: return ((Consonants.F, Sounds.Plain), 2);
            case Letters.T when next == Letters.H: return ((Consonants.T, Sounds.Plain), 2);
            // Swedish tj is č, Dutch and Swedish sj š, Dutch zj ž; elsewhere the j softens: Pintjuk, Tatjana, Sjanon. The vowel behind fits with and without it.
            case Letters.T when next == Letters.Yod && text[i + 1] is 'j' or 'J': return ((Consonants.S, Sounds.Ch | Sounds.C), 2);
            case Letters.LatinS or Letters.LatinZ when next == Letters.Yod: return (Letters.MeaningOf(code), 2);
            // French and Spanish gu before e and i is g: Evgueni, Serguéi.
            case Letters.G when next == VowelSlot.U && CodeAt(text, i + 2) is VowelSlot.E or VowelSlot.I: return (Letters.MeaningOf(code), 2);
            case Letters.X: return ((Consonants.K, Sounds.Plain), 1);
            default: return (Letters.MeaningOf(code), 1);
        }
    }

    /// <summary>Merges a consonant into the last of those before it; the number of units then, or 0 where both are heard.</summary>
    public static int Merge(Span<SoundUnit> before, SoundUnit unit, byte code)
    {
        if (Merged(before[^1], unit, code) is not { } merged) return 0;
        before[^1] = merged;
        if (before.Length == 1 || merged.Class != Consonants.S || merged.Slot != VowelSlot.None || before[^2].Class is not (Consonants.S or Consonants.Ch)) return before.Length;
        // st + s, sch + tsch, ch + tch: the new sibilant runs into the one before it.
        before[^2] = before[^2] with { Class = Consonants.S, Sounds = before[^2].Sounds | merged.Sounds, End = merged.End };
        return before.Length - 1;
    }

    private static SoundUnit? Merged(SoundUnit before, SoundUnit unit, byte code)
    {
        if (before.Class == Consonants.T && unit.Class is Consonants.S or Consonants.Ch)
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

    private static bool[] Beginners()
    {
        var begins = new bool[64];
        foreach (var code in (ReadOnlySpan<byte>)[Letters.LatinC, Letters.LatinS, Letters.LatinZ, Letters.K, Letters.G, Letters.H, Letters.P, Letters.T, Letters.X]) begins[code] = true;
        return begins;
    }

    private static ushort[] Mergers()
    {
        var merging = new ushort[16];
        for (var cls = 1; cls < Consonants.InitialVowel; cls++) merging[cls] = (ushort)(1 << cls);
        foreach (var (before, cls) in (ReadOnlySpan<(byte, byte)>)[(Consonants.T, Consonants.S), (Consonants.T, Consonants.Ch), (Consonants.D, Consonants.S), (Consonants.R, Consonants.S), (Consonants.S, Consonants.Ch)]) merging[before] |= (ushort)(1 << cls);
        return merging;
    }

    private static byte CodeAt(ReadOnlySpan<char> text, int i) => i < text.Length ? Letters.CodeOf(text[i]) : Letters.None;
}
