using System.Numerics;
using System.Runtime.InteropServices;

namespace Monitor.Core.Mentions;

/// <summary>
/// What an item is about, counted over its words: the evidence on which a bare surname is taken for our person, and on which claims
/// may lean as well. "Belarus and prison" is the strongest, another country and a football team the contrary.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ItemContext(int Belarus, int Prison, int Politics, int Elsewhere, int OtherLife, int Kin = 0, int Namesake = 0, int Release = 0, bool InBelarusian = false)
{
    public bool SpeaksOfBelarus => Belarus > 0 || InBelarusian;

    public bool SpeaksOfPrison => Prison > 0;

    /// <summary>Whether a word says so that is said of prisons only.</summary>
    public bool IsSurelyOfPrison => Prison > Release;

    /// <summary>Who writes in Belarusian writes of Belarus, whether or not he names it.</summary>
    public static bool IsOfBelarus(string? language) => language is not null && (language.Equals("be", StringComparison.OrdinalIgnoreCase) || language.StartsWith("be-", StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of the text, and its language.</summary>
    public static ItemContext Of(ReadOnlySpan<char> text, string? language)
    {
        return Of(text) with { InBelarusian = IsOfBelarus(language) };
    }

    /// <summary>Reads the whole text once; words are looked up by their folded beginnings.</summary>
    public static ItemContext Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[8];
        foreach (var tags in ContextWords.Table.In(text))
            for (var rest = tags; rest != 0; rest &= rest - 1) counts[BitOperations.TrailingZeroCount(rest)]++;
        return new ItemContext(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7]);
    }

    /// <summary>In words, for reasons: "Belarus and prison".</summary>
    public string InWords()
    {
        var named = new List<string>();
        if (Belarus > 0) named.Add("Belarus");
        if (Prison > 0) named.Add("prison");
        if (Politics > 0) named.Add("politics");
        return named.Count == 0 ? "nothing that points to our person" : string.Join(" and ", named);
    }
}
