using System.Runtime.CompilerServices;

namespace Monitor.Core.Text;

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
        var key = 0UL;
        var state = 0u;
        var i = start;
        uint column;
        do
        {
            column = i < text.Length ? Column(text[i]) : SoundSteps.End;
            var step = Steps[(state * Columns) + column];
            state = step & ((1 << StateBits) - 1);
            var back = (int)(step >> StateBits) & ((1 << BackBits) - 1);
            var add = (int)(step >> (StateBits + BackBits)) & ((1 << AddBits) - 1);
            key = (key >> (4 * back) << (4 * add)) | (step >> (StateBits + BackBits + AddBits));
            i++;
        }
        while (column != SoundSteps.End);
        end = i - 1;
        return key;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Column(char c) => c < Letters.Limit ? ColumnOf[c] : SoundSteps.Beyond(c);
}
