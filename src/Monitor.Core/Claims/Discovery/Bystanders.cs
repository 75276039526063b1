using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Discovery;

/// <summary>
/// Who is named in news of prisoners without being one: somebody's relative, the holder of an office, whoever signs or translates. Told
/// by the words before the name; "presidential candidate" and "former minister" are no office.
/// </summary>
internal static class Bystanders
{
    private const int Reach = 3;

    public static bool IsOne(FullName name)
    {
        var sentence = name.Sentence;
        if (sentence.Of(Cue.Voice).Any(v => v.First <= name.Last && v.Last >= name.First)) return true;
        for (var i = name.First - 1; i >= Math.Max(0, name.First - Reach); i--)
        {
            var word = sentence.Words[i];
            if (word.IsMark && word.Folded is not ("," or ":" or "\"")) break;
            if (IsKin(sentence, i)) return true;
            if (sentence.Lexicon.ListsBeginningOf(Cue.Office, word.Folded) && !HadOffice(sentence, i)) return true;
            if (word.IsMark) continue;
            if (i <= 1 && sentence.Lexicon.Lists(Cue.Sign, word.Folded)) return true;
        }

        return StandsByBehind(sentence, name.Last);
    }

    /// <summary>"Natallia Pinchuk, his wife, said", "Vladimir Putin, the Russian President"; but not "X, a sister of Y, was freed".</summary>
    private static bool StandsByBehind(Sentence sentence, int last)
    {
        if (last + 1 >= sentence.Words.Count || sentence.Words[last + 1].Folded != ",") return false;
        for (var i = last + 2; i <= Math.Min(sentence.Words.Count - 1, last + Reach); i++)
        {
            if (IsKin(sentence, i)) return !sentence.At(Cue.Of, i + 1);
            if (sentence.Lexicon.ListsBeginningOf(Cue.Office, sentence.Words[i].Folded)) return true;
        }

        return false;
    }

    /// <summary>The tables count a prisoner's lawyer among those near to him; "the lawyer X" may well be the prisoner.</summary>
    private static bool IsKin(Sentence sentence, int i) => (sentence.At(Cue.KinM, i) || sentence.At(Cue.KinF, i)) && !sentence.Lexicon.ListsBeginningOf(Cue.Lawyer, sentence.Words[i].Folded);

    private static bool HadOffice(Sentence sentence, int office)
    {
        for (var i = office - 1; i >= Math.Max(0, office - Reach); i--)
            if (sentence.Lexicon.ListsBeginningOf(Cue.NotInOffice, sentence.Words[i].Folded)) return true;
        return false;
    }
}
