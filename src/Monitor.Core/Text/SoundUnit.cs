using System.Runtime.InteropServices;

namespace Monitor.Core.Text;

/// <summary>
/// Coarse consonant classes, 4 bits each: what survives every way of writing a Belarusian name. ts, z, s, sh, zh, ch are one class,
/// because "Bialiatski", "Bjaljazki" and "Bialacki" write the same sound with each of them; the finer <see cref="Sounds"/> tell them apart afterwards.
/// </summary>
public static class Consonants
{
    public const byte None = 0, B = 1, P = 2, V = 3, G = 4, K = 5, D = 6, T = 7, S = 8, Ch = 9, L = 10, M = 11, N = 12, R = 13, F = 14;

    /// <summary>Stands first in a key when the word begins with a vowel (or with a V that is only half a vowel: Uladzimir, Vladimir).</summary>
    public const byte InitialVowel = 15;
}

/// <summary>The sounds a letter group can stand for; a set, since "ch" is č in English and kh in Polish.</summary>
[Flags]
public enum Sounds : ushort
{
    None = 0,
    Plain = 1,
    S = 2,
    Z = 4,
    Sh = 8,
    Zh = 16,
    C = 32,
    Ch = 64,
    Kh = 128,
    H = 256,
    G = 512,
}

/// <summary>One consonant of a word with the vowels before it; <paramref name="End"/> is the offset just behind it in the word.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SoundUnit(byte Class, byte Slot, byte End, Sounds Sounds);
