using System.Numerics;
using System.Runtime.InteropServices;

namespace Monitor.Core.Text;

/// <summary>
/// Where the first eight consonants of a word have a vowel before them, and where it is an i: two bytes that tell most words with the
/// same consonants apart (Marozau, Mrozau) before the names themselves are fetched. It never says no where <see cref="VowelSlot.Same"/> says yes.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VowelOutline(byte MayBeNone, byte MayBeOpen)
{
    private const int Units = 8;

    /// <summary>The outline as one number, to be kept beside a key.</summary>
    public ushort Packed => (ushort)((MayBeOpen << 8) | MayBeNone);

    public static VowelOutline From(ushort packed) => new((byte)packed, (byte)(packed >> 8));

    public static VowelOutline Of(ReadOnlySpan<SoundUnit> units)
    {
        var (none, open) = (0, 0);
        for (var i = 0; i < units.Length && i < Units; i++) Add(units[i].Slot, i, ref none, ref open);
        return new VowelOutline((byte)none, (byte)open);
    }

    /// <summary>Adds one slot. A u may be no vowel at all (Uladzimir, Vladimir): it is both.</summary>
    public static void Add(byte slot, int place, ref int none, ref int open)
    {
        if (place >= Units) return;
        var nucleus = VowelSlot.NucleusOf(slot);
        if (nucleus is VowelSlot.None or VowelSlot.U) none |= 1 << place;
        if (nucleus is not (VowelSlot.None or VowelSlot.I) || slot != nucleus && nucleus == VowelSlot.None) open |= 1 << place;
    }

    /// <summary>Whether the first <paramref name="count"/> slots can agree, but for so many slips between i and another vowel.</summary>
    public bool Fits(VowelOutline other, int count, int slips)
    {
        var agree = (MayBeNone & other.MayBeNone) | (MayBeOpen & other.MayBeOpen) | (~(MayBeNone | MayBeOpen) & ~(other.MayBeNone | other.MayBeOpen));
        var differ = ~agree & ((1 << Math.Min(count, Units)) - 1);
        if (differ == 0) return true;
        var missing = differ & ((MayBeNone & ~MayBeOpen) ^ (other.MayBeNone & ~other.MayBeOpen));
        return missing == 0 && BitOperations.PopCount((uint)differ) <= slips;
    }
}
