using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>One consonant of a name with all it can be printed as: a mask of classes, the sounds, the vowels before it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PatternUnit(ushort Classes, ushort Sounds, byte Slot)
{
    /// <summary>Whether a printed consonant can be this one; the vowels before them are another question.</summary>
    public bool MaySound(SoundUnit printed) => (Classes >> printed.Class & 1) != 0 && (Sounds & (int)printed.Sounds) != 0;
}

/// <summary>
/// One word of a name, ready to be compared with any printed form of it: the stem as units, then how it declines.
/// <paramref name="Vowel"/> is what the stem ends in before the ending (the e of Siarhe|i); <paramref name="ObliqueOnly"/> marks a stem
/// with a fled vowel, which never stands bare (Северинц|а).
/// </summary>
public sealed record NamePattern(string Word, PatternUnit[] Units, Declension Declension, Gender Gender, byte Vowel, bool ObliqueOnly);

/// <summary>How well a printed word fits a pattern.</summary>
public enum WordFit
{
    None,

    /// <summary>The form for the other gender: somebody else's name (Tsikhanouskaya, where the list has Tsikhanouski).</summary>
    Twin,

    /// <summary>One slip: a wrong vowel or a lost ending. Good only beside the right given name.</summary>
    Slip,
    Oblique,
    Nominative,
}
