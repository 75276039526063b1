using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>Full names of persons who are not on the list: a known given name with one or two capital words after it ("Yuri Zenkovich"), outside every mention.</summary>
public static class Strangers
{
    private const int LongestName = 3;
    private const int ShortestName = 4;

    public static IReadOnlyList<(int First, int Last)> In(Sentence sentence)
    {
        var found = new List<(int First, int Last)>();
        foreach (var given in sentence.Of(Cue.Given))
        {
            if (!sentence.Words[given.First].Capital || Taken(sentence, given.First) || found.Exists(f => f.Last >= given.First)) continue;
            var last = given.First;
            while (last + 1 < sentence.Words.Count && last - given.First < LongestName - 1 && IsName(sentence, last + 1)) last++;
            if (last > given.First && !Taken(sentence, last)) found.Add((given.First, last));
        }

        return found;
    }

    /// <summary>
    /// Somebody or something with a name of its own in front of a trigger: two capital words that no table knows, also joined by "and", or one behind an initial ("A. Radniankou"). It only keeps a trigger from being read of the person spoken of before. German writes every noun so and is left out.
    /// </summary>
    public static bool UnknownName(Sentence sentence, int first, int last)
    {
        if (sentence.Lexicon.Has(Trait.NounsHaveCapitals) || TitleCase(sentence)) return false;
        for (var i = first; i <= last && i < sentence.Words.Count; i++)
        {
            if (!IsUnknown(sentence, i)) continue;
            if (i + 1 <= last && IsUnknown(sentence, i + 1)) return true;
            if (IsBehindInitial(sentence, i) || (i + 2 <= last && sentence.At(Cue.And, i + 1) && IsUnknown(sentence, i + 2))) return true;
        }

        return false;
    }

    private static bool IsBehindInitial(Sentence sentence, int i) =>
        i > 1 && sentence.Words[i - 1].Folded == "." && sentence.Words[i - 2] is { Capital: true, Folded.Length: 1 };

    /// <summary>A capital word inside the clause that no table knows: somebody's surname, where it is said who is not free.</summary>
    public static bool UnknownWord(Sentence sentence, int first, int last)
    {
        if (sentence.Lexicon.Has(Trait.NounsHaveCapitals) || TitleCase(sentence)) return false;
        for (var i = first; i <= last && i < sentence.Words.Count; i++)
            if (i > 0 && IsUnknown(sentence, i)) return true;
        return false;
    }

    /// <summary>"Лосика отпустили", "Statkevich too was freed": the word at the head of a sentence, unknown and close to the verb, is a name of its own.</summary>
    public static bool Heads(Sentence sentence, int verb) =>
        !sentence.Lexicon.Has(Trait.NounsHaveCapitals) && verb is 1 or 2 && !TitleCase(sentence) && IsUnknown(sentence, 0) && sentence.Words[0].Folded.Length >= ShortestName;

    /// <summary>"Бахмут, которую тоже искали, уже дома": the sentence begins with a name of its own.</summary>
    public static bool HeadsARelative(Sentence sentence) =>
        sentence.Words.Count > 2 && !sentence.Lexicon.Has(Trait.NounsHaveCapitals) && IsUnknown(sentence, 0) && sentence.Words[1].Folded == "," && sentence.At(Cue.Relative, 2);

    private static bool IsUnknown(Sentence sentence, int i)
    {
        var word = sentence.Words[i];
        if (!word.Capital || word.Folded.Length < 3 || char.IsAsciiDigit(word.Folded[0])) return false;
        foreach (var hit in sentence.Hits)
            if (hit.First <= i && hit.Last >= i && hit.Cue != Cue.Given) return false;
        return !sentence.Refs.Any(r => r.First <= i && r.Last >= i);
    }

    private static bool TitleCase(Sentence sentence) => sentence.IsTitle && sentence.Words.Count(w => w.Capital) * 2 > sentence.Words.Count(w => !w.IsMark);

    private static bool IsName(Sentence sentence, int i) =>
        sentence.Words[i].Capital && sentence.Words[i].Folded.Length > 1 && !sentence.At(Cue.Month, i) && !sentence.At(Cue.Weekday, i) && !sentence.At(Cue.Voice, i) && !sentence.At(Cue.Country, i);

    private static bool Taken(Sentence sentence, int i)
    {
        foreach (var r in sentence.Refs)
            if (r.First <= i && r.Last >= i) return true;
        return sentence.At(Cue.Voice, i);
    }
}
