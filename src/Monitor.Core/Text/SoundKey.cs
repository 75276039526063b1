using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Monitor.Core.Text;

/// <summary>A word as it is passed: where it stands, its key, and whether it may hold letters of two alphabets (<see cref="Folding.MayNeedRepair"/>).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeardWord(int Start, int End, ulong Key, bool MayNeedRepair);

/// <summary>
/// The key of a word (as <see cref="SoundReader.KeyOf"/> gives it) without its sounds: one step of a table per letter and no branch that
/// depends on it, since in running text no letter foretells the next. Enough to turn a word away; what passes is read in full.
/// </summary>
public static class SoundKey
{
    /// <summary>Columns of the table; letters that never act differently share one.</summary>
    internal const int Columns = 32;

    /// <summary>A step: the next state, how many consonants of the key it takes back, how many it adds, and which.</summary>
    internal const int StateBits = 9, BackBits = 2, AddBits = 3;

    private static readonly byte[] ColumnOf = SoundSteps.ColumnsOfLetters();

    private static readonly uint[] Steps = SoundSteps.Table();

    /// <summary>Reads on from <paramref name="start"/> to the end of the word. A word with more consonants than a key holds has a key without meaning.</summary>
    public static ulong Of(ReadOnlySpan<char> text, int start, out int end)
    {
        var word = Hear(text, start);
        end = word.End;
        return word.Key;
    }

    /// <summary>The word that begins at <paramref name="start"/>.</summary>
    public static HeardWord Hear(ReadOnlySpan<char> text, int start)
    {
        var key = 0UL;
        var state = 0u;
        var (any, all) = (0, 0xFFFF);
        for (var i = start; ; i++)
        {
            var letter = i < text.Length ? text[i] : ' ';
            var column = Column(letter);
            var step = Steps[(state * Columns) + column];
            state = step & ((1 << StateBits) - 1);
            var back = (int)(step >> StateBits) & ((1 << BackBits) - 1);
            var add = (int)(step >> (StateBits + BackBits)) & ((1 << AddBits) - 1);
            key = (key >> (4 * back) << (4 * add)) | (step >> (StateBits + BackBits + AddBits));
            if (column == SoundSteps.End) return new HeardWord(start, i, key, Folding.MayNeedRepair(any, all));
            any |= letter;
            all &= letter;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Column(char c) => c < Letters.Limit ? ColumnOf[c] : SoundSteps.Beyond(c);
}
