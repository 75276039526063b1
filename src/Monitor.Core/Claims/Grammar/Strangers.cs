using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar;

/// <summary>Full names of persons who are not on the list: a known given name with one or two capital words after it ("Yuri Zenkovich"), outside every mention.</summary>
public static class Strangers
{
    private const int LongestName = 3;

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

    private static bool IsName(Sentence sentence, int i) =>
        sentence.Words[i].Capital && sentence.Words[i].Folded.Length > 1 && !sentence.At(Cue.Month, i) && !sentence.At(Cue.Weekday, i) && !sentence.At(Cue.Voice, i) && !sentence.At(Cue.Country, i);

    private static bool Taken(Sentence sentence, int i)
    {
        foreach (var r in sentence.Refs)
            if (r.First <= i && r.Last >= i) return true;
        return sentence.At(Cue.Voice, i);
    }
}
