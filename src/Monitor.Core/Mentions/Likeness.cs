using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>Whether a typed word is nearly a surname by its consonants: whole with one slip, or only its beginning.</summary>
internal static class Likeness
{
    internal enum Kind
    {
        None,
        Beginning,
        Whole,
    }

    /// <summary>A beginning needs two consonants, a slip three that are right.</summary>
    private const int ShortestSlip = 4;

    /// <summary>An ending may add this many consonants behind the stem.</summary>
    private const int EndingUnits = 2;

    public static Kind Of(ReadOnlySpan<PatternUnit> stem, ReadOnlySpan<SoundUnit> typed)
    {
        var same = 0;
        while (same < stem.Length && same < typed.Length && stem[same].MaySound(typed[same])) same++;
        if (same == stem.Length && typed.Length <= stem.Length + EndingUnits) return Kind.Whole;
        if (same == typed.Length && same >= 2 && VowelsFit(stem, typed)) return Kind.Beginning;
        if (stem.Length < ShortestSlip) return Kind.None;
        // One consonant wrong, missing or too many: the rest must fit behind it.
        return RestFits(stem, typed, same + 1, same + 1) || RestFits(stem, typed, same + 1, same) || RestFits(stem, typed, same, same + 1) ? Kind.Whole : Kind.None;
    }

    private static bool RestFits(ReadOnlySpan<PatternUnit> stem, ReadOnlySpan<SoundUnit> typed, int s, int t)
    {
        while (s < stem.Length && t < typed.Length && stem[s].MaySound(typed[t]))
        {
            s++;
            t++;
        }

        return s >= stem.Length && t <= typed.Length && typed.Length - t <= 1;
    }

    private static bool VowelsFit(ReadOnlySpan<PatternUnit> stem, ReadOnlySpan<SoundUnit> typed)
    {
        for (var i = 0; i < typed.Length; i++)
            if (!VowelSlot.Same(stem[i].Slot, typed[i].Slot, afterHard: true)) return false;
        return true;
    }
}
