using System.Buffers.Binary;
using Monitor.Core.Text;

namespace Monitor.Core.Items;

/// <summary>
/// So much of an item's words as tells a reprint: a sample of its three-word runs, and its names and figures in order, which survive
/// a translation. A new title, a new lead and a cut end leave most of both; two reports of one event share far less.
/// </summary>
public sealed class TextPrint
{
    /// <summary>The smallest hashes are a fair sample of all runs of a text, and the same sample for the same text.</summary>
    private const int MostRuns = 256;

    private const int RunWords = 3;
    private const int MostAnchors = 96;

    /// <summary>A body shorter than this says too little without its title.</summary>
    private const int ShortBody = 8;

    /// <summary>Half of the shorter text: a cut text under a new lead is still a copy; one long quotation in common is none. A short text must share more.</summary>
    private const double CopyShare = 0.5;

    private const double ShortCopyShare = 0.6;
    private const int ShortText = 25;
    private const int LeastRuns = 4;

    /// <summary>Names and figures that must come in the same order in both, and their share of the poorer and of the richer text. Of 4,036 pairs of independent passages in two languages none has that; with seven one has, with six five.</summary>
    private const int LeastAnchors = 8;

    private const double TranslationShare = 0.65;
    private const double TranslationLeast = 0.4;

    /// <summary>So many sounds of a name are compared: the rest may be its ending in another language.</summary>
    private const int NameSounds = 3;

    /// <summary>Set in the anchors that are figures; the key of a name is far smaller.</summary>
    private const uint Figure = 1u << 31;

    private readonly uint[] _runs;
    private readonly uint[] _anchors;

    private TextPrint(uint[] runs, uint[] anchors) => (_runs, _anchors) = (runs, anchors);

    public static TextPrint Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var words = WordsOf(item.Text).ToList();
        if (words.Count < ShortBody) words = [.. WordsOf(item.Title), .. words];
        return new TextPrint(Runs(words), [.. Anchors(item.Whole).Take(MostAnchors)]);
    }

    public bool IsCopyOf(TextPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SharesRuns(other) || SharesAnchors(other);
    }

    /// <summary>Every figure of the poorer text stands in the richer: "extended until 2026" is not last year's "extended until 2025".</summary>
    public bool HasFiguresOf(TextPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, its) = (_anchors.Where(IsFigure).ToHashSet(), other._anchors.Where(IsFigure).ToHashSet());
        return mine.Count < its.Count ? mine.IsSubsetOf(its) : its.IsSubsetOf(mine);
    }

    /// <summary>As it is stored: the runs, their number first, then the anchors.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 * (1 + _runs.Length + _anchors.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _runs.Length);
        var at = 4;
        foreach (var hash in _runs.Concat(_anchors))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), hash);
            at += 4;
        }

        return Convert.ToBase64String(bytes);
    }

    public static TextPrint Parse(string text)
    {
        var bytes = Convert.FromBase64String(text);
        var runs = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var all = Enumerable.Range(1, (bytes.Length / 4) - 1).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * i))).ToArray();
        return new TextPrint(all[..runs], all[runs..]);
    }

    /// <summary>Below the largest hash that both samples reach, each sample is complete, so that shares of it are shares of the texts.</summary>
    private bool SharesRuns(TextPrint other)
    {
        if (_runs.Length == 0 || other._runs.Length == 0) return false;
        var limit = Math.Min(Limit(_runs), Limit(other._runs));
        var mine = _runs.Count(r => r <= limit);
        var fewer = Math.Min(mine, other._runs.Count(r => r <= limit));
        var shared = _runs.TakeWhile(r => r <= limit).Intersect(other._runs).Count();
        return shared >= LeastRuns && shared >= fewer * (fewer < ShortText ? ShortCopyShare : CopyShare);
    }

    private static uint Limit(uint[] runs) => runs.Length < MostRuns ? uint.MaxValue : runs[^1];

    private bool SharesAnchors(TextPrint other)
    {
        var fewer = Math.Min(_anchors.Length, other._anchors.Length);
        if (fewer < LeastAnchors) return false;
        var shared = InCommonOrder(_anchors, other._anchors);
        return shared >= LeastAnchors && shared >= TranslationShare * fewer && shared >= TranslationLeast * Math.Max(_anchors.Length, other._anchors.Length);
    }

    /// <summary>The length of the longest common subsequence.</summary>
    private static int InCommonOrder(uint[] one, uint[] other)
    {
        var best = new int[other.Length + 1];
        foreach (var anchor in one)
        {
            var diagonal = 0;
            for (var j = 0; j < other.Length; j++)
            {
                var above = best[j + 1];
                best[j + 1] = anchor == other[j] ? diagonal + 1 : Math.Max(above, best[j]);
                diagonal = above;
            }
        }

        return best[^1];
    }

    private static uint[] Runs(List<string> words) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Count - RunWords + 1)).Select(i => Hash(string.Join(' ', words.Skip(i).Take(RunWords)))).Distinct().Order().Take(MostRuns)];

    private static IEnumerable<string> WordsOf(string text) => Tokens(text).Select(t => Folding.Fold(text[t.Start..t.End]));

    private static IEnumerable<uint> Anchors(string text)
    {
        foreach (var (start, end) in Tokens(text))
        {
            if (char.IsAsciiDigit(text[start])) yield return Hash(string.Concat(text[start..end].Where(char.IsAsciiDigit))) | Figure;
            else if (char.IsUpper(text[start]) && NameKey(text, start) is { } key) yield return key;
        }
    }

    private static bool IsFigure(uint anchor) => (anchor & Figure) != 0;

    private static uint? NameKey(string text, int start)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(text, start, units, out _);
        return count < 2 ? null : (uint)SoundReader.KeyOf(units[..Math.Min(count, NameSounds)]);
    }

    private static IEnumerable<(int Start, int End)> Tokens(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || Letters.IsApostrophe(text[i]) || IsInsideFigure(text, i))) i++;
            yield return (start, i);
        }
    }

    /// <summary>The mark of thousands: "1,923" and "1 923" are one figure, 1923.</summary>
    private static bool IsInsideFigure(string text, int i) =>
        text[i] is ',' or '.' or ' ' or '\u00A0' && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 3 < text.Length
        && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]));

    /// <summary>FNV-1a: the same on every machine and in every version, since it is stored.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
