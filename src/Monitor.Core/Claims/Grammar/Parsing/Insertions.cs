using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// A few words between two commas, behind an act that still lacks its person: "Freigelassen wurden, so Wjasna, X und Y", "На свободу вышли, по данным «Весны», X и Y". They part
/// nothing. Where a person stands before them, or more than the bare act, the commas stay what they are: "His cellmate was freed, he said, X remains"; so they do where anything is denied.
/// </summary>
internal static class Insertions
{
    private const int Longest = 6;

    /// <summary>What may stand before the name: "правозащитники".</summary>
    private const int BeforeName = 3;

    /// <summary>From comma to comma.</summary>
    public static IReadOnlyList<(int First, int Last)> In(Sentence sentence)
    {
        if (sentence.Refs.Count == 0 || !sentence.Has(Cue.Trigger) || sentence.Has(Cue.Not)) return [];
        var found = new List<(int, int)>();
        for (var i = 1; i < sentence.Words.Count; i++)
        {
            if (!IsComma(sentence, i) || Closing(sentence, i) is not { } closing) continue;
            if (IsBareAct(sentence, i) && IsEmpty(sentence, i + 1, closing - 1) && IsFollowedByName(sentence, closing)) found.Add((i, closing));
        }

        return found;
    }

    private static bool IsComma(Sentence sentence, int i) => sentence.Words[i].Folded == ",";

    private static int? Closing(Sentence sentence, int opening)
    {
        for (var j = opening + 2; j <= Math.Min(opening + Longest + 1, sentence.Words.Count - 1); j++)
            if (IsComma(sentence, j)) return j;
        return null;
    }

    /// <summary>From the mark before on nothing but the act, its auxiliary and its day; behind a name it would be told of that one ("X, freed last week, said, Y …").</summary>
    private static bool IsBareAct(Sentence sentence, int comma)
    {
        if (sentence.Refs.Any(r => r.First < comma) || sentence.Strangers.Any(s => s.First < comma)) return false;
        var acts = 0;
        for (var i = comma - 1; i >= 0 && !sentence.Words[i].IsMark; i--)
        {
            if (sentence.At(Cue.Trigger, i)) acts++;
            else if (!sentence.At(Cue.Aux, i) && !sentence.At(Cue.DaysBack, i) && !sentence.Times.Any(t => t.First <= i && t.Last >= i)) return false;
        }

        return acts > 0;
    }

    private static bool IsEmpty(Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (IsNamed(sentence, i) || sentence.At(Cue.Trigger, i) || sentence.At(Cue.Relative, i)) return false;
        return true;
    }

    private static bool IsFollowedByName(Sentence sentence, int closing)
    {
        for (var i = closing + 1; i <= Math.Min(closing + 1 + BeforeName, sentence.Words.Count - 1); i++)
        {
            if (sentence.Refs.Any(r => r.First == i && r.IsPerson)) return true;
            if (sentence.Words[i].IsMark || sentence.At(Cue.Trigger, i)) return false;
        }

        return false;
    }

    private static bool IsNamed(Sentence sentence, int i) => sentence.Refs.Any(r => r.First <= i && r.Last >= i) || sentence.Strangers.Any(s => s.First <= i && s.Last >= i);
}
