using System.Text;

namespace Monitor.Core.Feeds.Charsets;

/// <summary>
/// Tells windows-1251, koi8, iso-8859-5 and cp866 apart by what the bytes would spell: in the right one, common letters follow each other; in a wrong one, rare ones do, capitals stand
/// inside words and signs between letters. Null where the bytes beyond ASCII are too few or too scattered to be Cyrillic words (French, Polish).
/// </summary>
internal static class CyrillicGuess
{
    private const int SampleBytes = 64 * 1024;

    /// <summary>Words are runs: below this mean length the bytes are accents inside Latin words.</summary>
    private const double ShortestMeanRun = 2.2;

    private const int FewestBytes = 4;

    /// <summary>How much better than the declared one another must read; Bulgarian or Serbian in a declared encoding stays as declared.</summary>
    private const double Margin = 0.25;

    /// <summary>Seven letters in ten, in the languages of the region; then the rest of the ordinary ones.</summary>
    private const string FrequentLetters = "оеаинтсрвлкі";

    private const string OrdinaryLetters = "мдпуяызьбгчйхжшюцэ";

    /// <summary>What a capital is worth beside the same small letter: windows-1251's capitals are koi8's small letters, and headlines are set in capitals.</summary>
    private const double CapitalWorth = 0.85;

    /// <summary>koi8-r with four letters of Ukrainian and Belarusian in place of lines for drawing boxes, which no feed draws.</summary>
    private const int Koi8U = 21866;

    private static readonly Encoding[] Candidates = [Page(1251), Page(Koi8U), Page(28595), Page(866)];

    /// <summary>What servers and templates declare without thinking, and the Cyrillic pages that are taken for each other. Who declares Greek or Korean means it.</summary>
    private static readonly int[] OftenWrong = [65001, 1252, 1251, 20866, 21866, 28595, 866, 10007];

    public static Encoding? Of(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        bytes = bytes[..Math.Min(bytes.Length, SampleBytes)];
        if (declared is not null && !OftenWrong.Contains(declared.CodePage)) return null;
        if (!HasWords(bytes)) return null;
        var best = (Encoding: Candidates[0], Score: double.MinValue);
        foreach (var candidate in Candidates)
        {
            var score = Score(candidate, bytes);
            if (score > best.Score) best = (candidate, score);
        }

        if (best.Score < 0.5) return null;
        if (declared is null or UTF8Encoding) return best.Encoding;
        return Score(declared, bytes) + Margin < best.Score ? best.Encoding : null;
    }

    private static bool HasWords(ReadOnlySpan<byte> bytes)
    {
        int high = 0, runs = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if (i == 0 || bytes[i - 1] < 0x80) runs++;
        }

        return high >= FewestBytes && (double)high / runs >= ShortestMeanRun;
    }

    /// <summary>From −1 to 1: the share of bytes that make sense as letters where they stand.</summary>
    private static double Score(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        double score = 0;
        var previous = ' ';
        var total = 0;
        foreach (var c in encoding.GetString(bytes))
        {
            if (c >= 0x80)
            {
                total++;
                score += Worth(previous, c);
            }

            previous = c;
        }

        return total == 0 ? 0 : score / total;
    }

    private static double Worth(char previous, char c)
    {
        var isCyrillic = c is >= '\u0400' and <= '\u04FF';
        if (!isCyrillic) return char.IsLetter(c) || c is >= '\u2500' and <= '\u259F' ? -1 : char.IsPunctuation(c) || c == '\u00A0' ? 0.3 : -0.5;
        if (char.IsUpper(c)) return char.IsLower(previous) ? -1 : CapitalWorth * OfLetter(char.ToLowerInvariant(c));
        return OfLetter(c);
    }

    private static double OfLetter(char letter) => FrequentLetters.Contains(letter, StringComparison.Ordinal) ? 1 : OrdinaryLetters.Contains(letter, StringComparison.Ordinal) ? 0.6 : 0.3;

    private static Encoding Page(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}
