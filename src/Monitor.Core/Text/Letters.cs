using System.Runtime.CompilerServices;

namespace Monitor.Core.Text;

/// <summary>
/// What each letter of the Latin and Cyrillic alphabets stands for in a name, as one table over the code points below 0x600.
/// Sources: the official Belarusian romanization (2007), Łacinka, ISO 9, the Russian and Ukrainian press transliterations, and the
/// orthographies of the languages named in the comments. Codes below <see cref="FirstConsonant"/> are vowels and signs.
/// </summary>
public static class Letters
{
    public const byte None = 0, Yod = 9, Soft = 10, Ignored = 11, FirstConsonant = 32;

    public const byte B = 32, P = 33, V = 34, G = 35, H = 36, K = 37, D = 38, T = 39, LatinS = 40, LatinZ = 41, LatinC = 42, Sh = 43, Zh = 44, Ch = 45,
        L = 46, M = 47, N = 48, R = 49, F = 50, X = 51, SoftS = 52, SoftC = 53, SoftZ = 54, CyrillicG = 55, CyrillicX = 56, CyrillicS = 57,
        CyrillicZ = 58, CyrillicC = 59, Shch = 60, HardG = 61, ShortU = 62;

    public const int Limit = 0x600;

    private static readonly byte[] Codes = Table();

    private static readonly (byte Class, Sounds Sounds)[] Meaning = Meanings();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte CodeOf(char c) => c < Limit ? Codes[c] : Beyond(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (byte Class, Sounds Sounds) MeaningOf(byte code) => Meaning[code];

    public static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';

    /// <summary>Marks that stand inside words without being letters: stress, soft hyphen, zero-width characters.</summary>
    public static bool IsIgnored(char c) => CodeOf(c) == Ignored;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '′';

    public static bool IsLetter(char c)
    {
        var code = CodeOf(c);
        return code is not None && !IsApostrophe(c);
    }

    private static byte Beyond(char c) => c switch
    {
        '’' or '′' => Soft,
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => Ignored,
        _ => char.IsLetter(c) ? Ignored : None,
    };

    private static byte[] Table()
    {
        var table = new byte[Limit];
        void Put(string letters, byte code)
        {
            foreach (var c in letters)
            {
                table[c] = code;
                table[char.ToUpperInvariant(c)] = code;
            }
        }

        // Latin vowels with the accents of the languages the news comes in; Finnish ä stands near a, Danish æ near e.
        Put("aáàâãäåāăą", VowelSlot.A);
        Put("oóòôõöøōőŏ", VowelSlot.O);
        Put("eéèêëēĕėęěæœ", VowelSlot.E);
        Put("iíìîïĩīĭįıyýÿŷ", VowelSlot.I);
        Put("uúùûüũūůűų", VowelSlot.U);
        Put("jĵ", Yod);

        Put("b", B); Put("p", P); Put("vw", V); Put("gğģġ", G); Put("hħĥ", H); Put("kqķ", K); Put("dďđð", D); Put("tťţțŧþ", T);
        Put("s", LatinS); Put("z", LatinZ); Put("c", LatinC); Put("šş", Sh); Put("ș", Sh); Put("žż", Zh); Put("čç", Ch);
        Put("lłľĺļ", L); Put("m", M); Put("nńňñņ", N); Put("rřŕŗ", R); Put("f", F); Put("x", X);
        Put("śß", SoftS); Put("ćĉ", SoftC); Put("ź", SoftZ); Put("ŭ", ShortU);
        table['İ'] = VowelSlot.I;

        // Cyrillic: Belarusian, Russian, Ukrainian, Bulgarian, Serbian, Macedonian.
        Put("а", VowelSlot.A); Put("о", VowelSlot.O); Put("еэєѐ", VowelSlot.E); Put("иіїыѝ", VowelSlot.I); Put("у", VowelSlot.U);
        Put("я", VowelSlot.Ia); Put("ё", VowelSlot.Io); Put("ю", VowelSlot.Iu); Put("йј", Yod); Put("ьъ", Soft);
        Put("б", B); Put("п", P); Put("в", V); Put("г", CyrillicG); Put("ґ", HardG); Put("х", CyrillicX); Put("к", K); Put("ќ", K);
        Put("дђџ", D); Put("т", T); Put("с", CyrillicS); Put("з", CyrillicZ); Put("ц", CyrillicC); Put("ш", Sh); Put("ж", Zh);
        Put("ч", Ch); Put("ћ", SoftC); Put("щ", Shch); Put("лљ", L); Put("м", M); Put("нњ", N); Put("р", R); Put("ф", F); Put("ў", ShortU);

        for (var mark = 0x300; mark < 0x370; mark++) table[mark] = Ignored;
        table['\u00AD'] = Ignored;
        table['\''] = table['`'] = table['ʼ'] = Soft;
        for (var c = 0; c < Limit; c++)
            if (table[c] == None && char.IsLetter((char)c)) table[c] = Ignored;
        return table;
    }

    private static (byte, Sounds)[] Meanings()
    {
        var all = new (byte, Sounds)[64];
        void Put(byte code, byte cls, Sounds sounds) => all[code] = (cls, sounds);
        Put(B, Consonants.B, Sounds.Plain); Put(P, Consonants.P, Sounds.Plain); Put(V, Consonants.V, Sounds.Plain); Put(ShortU, Consonants.V, Sounds.Plain);
        Put(K, Consonants.K, Sounds.Plain); Put(D, Consonants.D, Sounds.Plain); Put(T, Consonants.T, Sounds.Plain); Put(L, Consonants.L, Sounds.Plain);
        Put(M, Consonants.M, Sounds.Plain); Put(N, Consonants.N, Sounds.Plain); Put(R, Consonants.R, Sounds.Plain); Put(F, Consonants.F, Sounds.Plain);
        Put(G, Consonants.G, Sounds.G | Sounds.H); Put(H, Consonants.G, Sounds.H | Sounds.G | Sounds.Kh); Put(CyrillicG, Consonants.G, Sounds.G | Sounds.H);
        Put(HardG, Consonants.G, Sounds.G); Put(CyrillicX, Consonants.G, Sounds.Kh);
        // German writes s for z and z for ts; English and Spanish drop the sign of š and č.
        Put(LatinS, Consonants.S, Sounds.S | Sounds.Z | Sounds.Sh); Put(LatinZ, Consonants.S, Sounds.Z | Sounds.C | Sounds.Zh);
        Put(LatinC, Consonants.S, Sounds.C | Sounds.Ch); Put(Sh, Consonants.S, Sounds.Sh); Put(Zh, Consonants.S, Sounds.Zh); Put(Ch, Consonants.S, Sounds.Ch);
        Put(SoftS, Consonants.S, Sounds.S | Sounds.Sh); Put(SoftC, Consonants.S, Sounds.C | Sounds.Ch); Put(SoftZ, Consonants.S, Sounds.Z | Sounds.Zh);
        Put(CyrillicS, Consonants.S, Sounds.S); Put(CyrillicZ, Consonants.S, Sounds.Z); Put(CyrillicC, Consonants.S, Sounds.C);
        Put(Shch, Consonants.S, Sounds.Sh | Sounds.Ch);
        return all;
    }
}
