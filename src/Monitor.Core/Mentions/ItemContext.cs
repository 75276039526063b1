using Monitor.Core.Text;

namespace Monitor.Core.Mentions;

/// <summary>
/// What an item is about, counted over its words: the evidence on which a bare surname is taken for our person, and on which claims
/// may lean as well. "Belarus and prison" is the strongest, another country and a football team the contrary.
/// </summary>
public sealed record ItemContext(int Belarus, int Prison, int Politics, int Elsewhere, int OtherLife, int Kin = 0)
{
    /// <summary>No topic has shorter words.</summary>
    private const int ShortestWord = 3;

    public bool SpeaksOfBelarus => Belarus > 0;

    public bool SpeaksOfPrison => Prison > 0;

    /// <summary>Reads the whole text once; words are looked up by their folded beginnings.</summary>
    public static ItemContext Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[6];
        for (var i = 0; i < text.Length; i++)
        {
            if (Letters.CodeOf(text[i]) == Letters.None) continue;
            var start = i;
            while (++i < text.Length && Letters.CodeOf(text[i]) != Letters.None) { }
            if (i - start < ShortestWord) continue;
            var tags = ContextWords.Table.TagsOfPrinted(text[start..i]);
            for (var topic = 0; tags != 0; topic++, tags >>= 1)
                if ((tags & 1) != 0) counts[topic]++;
        }

        return new ItemContext(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
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
