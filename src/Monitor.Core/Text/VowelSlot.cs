using System.Runtime.CompilerServices;

namespace Monitor.Core.Text;

/// <summary>
/// The vowels between two consonants, reduced to a nucleus and a tail (ai, au): enough to tell Znak from Zenka, and loose where
/// languages differ by rule. Belarusian a is Russian o (Kalesnikava, Kolesnikova), ia is Russian e (Bialiatski, Beliatski).
/// </summary>
public static class VowelSlot
{
    public const byte None = 0, A = 1, O = 2, E = 3, I = 4, U = 5, Ia = 6, Io = 7, Iu = 8;

    private const byte Nucleus = 15;
    private const byte TailI = 16;
    private const byte TailU = 32;

    private static readonly bool[] Fits = Pairs();

    private static readonly byte[] Sums = AllSums();

    /// <summary>Adds one more vowel letter (or the yod, which counts as i): i + a = ia, o + u = ou.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Add(byte slot, byte vowel) => Sums[(slot << 4) | vowel];

    /// <summary>Two stretches of vowels as one.</summary>
    public static byte Join(byte slot, byte next) => (byte)(Add(slot, NucleusOf(next)) | (next & (TailI | TailU)));

    /// <summary>A v before a consonant sounds, and is often written, as u: Tikhanovski, Tsikhanouski.</summary>
    public static byte AddHalfVowel(byte slot) => (byte)(slot | TailU);

    /// <summary>Whether two ways of writing can be the same vowel. <paramref name="afterHard"/>: after r, sh, zh, ch, ts Belarusian has a for e (Шаўчэнка, Рабкова).</summary>
    public static bool Same(byte a, byte b, bool afterHard)
    {
        if (a == b) return true;
        if (TailsDiffer(a, b)) return false;
        return Fits[((a & Nucleus) << 4) | (b & Nucleus)] || (afterHard && Hard(a & Nucleus) && Hard(b & Nucleus));
    }

    public static bool IsEmpty(byte slot) => slot == None;

    public static bool EndsInI(byte slot) => (slot & TailI) != 0;

    public static byte NucleusOf(byte slot) => (byte)(slot & Nucleus);

    private static bool TailsDiffer(byte a, byte b)
    {
        // Vladimir ~ Uladzimir, French ou ~ u: a bare u equals an (o)u tail.
        var au = IsU(a);
        var bu = IsU(b);
        if (au && bu) return false;
        return (a & (TailI | TailU)) != (b & (TailI | TailU));
    }

    private static bool IsU(byte slot) => slot is U or Iu or TailU or (O | TailU) or (Io | TailU);

    private static bool Hard(int nucleus) => nucleus is A or E or Ia or O or Io;

    private static byte[] AllSums()
    {
        var sums = new byte[(Nucleus + TailI + TailU + 1) << 4];
        for (var slot = 0; slot < sums.Length >> 4; slot++)
            for (byte vowel = 0; vowel <= Letters.Yod; vowel++) sums[(slot << 4) | vowel] = Sum((byte)slot, vowel == Letters.Yod ? I : vowel);
        return sums;
    }

    private static byte Sum(byte slot, byte vowel)
    {
        var nucleus = slot & Nucleus;
        if (nucleus == None) return (byte)(slot | vowel);
        // и + е and i + y + e are one: Алексиевич, Aleksiyevich.
        if (nucleus == I && (slot & TailU) == 0 && vowel != I) return vowel switch { A => Ia, O => Io, E => E, U => Iu, _ => vowel };
        // я, ё, ю behind a vowel bring a yod: Маёрава, Mayorava.
        if (vowel is I or Ia or Io or Iu) return (byte)(slot | TailI);
        if (vowel == U) return (byte)(slot | TailU);
        // е behind a vowel is ye, whether the yod is written or not: Раевский, Rayeuski.
        return vowel == E ? (byte)(slot & ~TailI) : slot;
    }

    private static bool[] Pairs()
    {
        var fits = new bool[256];
        (byte, byte)[] pairs =
        [
            (A, O), (A, Ia), (O, Io), (E, Ia), (E, Io), (Ia, Io), (U, Iu), (None, U), (O, U), (O, Iu), (Io, Iu),
        ];
        foreach (var (a, b) in pairs) fits[(a << 4) | b] = fits[(b << 4) | a] = true;
        for (var same = 0; same < 9; same++) fits[(same << 4) | same] = true;
        return fits;
    }
}
