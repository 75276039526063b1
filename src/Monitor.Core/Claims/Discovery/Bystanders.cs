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

    private static readonly string[] Offices =
    [
        "president", "envoy", "minister", "ambassador", "secretary", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "chancellor", "judge", "prosecutor", "investigator", "commissioner",
        "президент", "прэзідэнт", "посланни", "спецпосланни", "пасланні", "спецпасланні", "посланец", "министр", "міністр", "премьер", "прэм'ер", "прем'єр", "посол", "пасол", "секретар", "сакратар", "советни", "дарад", "радни", "пресс-секретар", "прэс-сакратар", "судь", "суддз", "судд", "прокурор", "пракурор",
        "prezydent", "wysłanni", "wyslanni", "ministr", "premier", "ambasador", "rzeczni", "dorad", "sędzi", "sedzi", "prokurator", "präsident", "prasident", "gesandte", "sondergesandte", "botschafter", "sprecher", "richter", "staatsanwalt", "président", "émissaire", "ministre", "juge",
    ];

    private static readonly string[] Lawyers = ["lawyer", "attorney", "advocat", "адвокат", "адвакат", "юрист", "юрыст", "adwokat", "prawni", "anwalt", "avocat"];

    private static readonly string[] Signs = ["edited", "editor:", "translated", "translation", "translator", "author", "by", "перевод", "пераклад", "переклад", "автор", "аўтар", "фото", "фота", "photo", "autor", "tłumaczenie", "foto"];

    private static readonly string[] NotInOffice = ["candidate", "former", "ex", "кандидат", "кандыдат", "бывш", "былы", "был", "экс", "колишн", "kandydat", "były", "byly", "ehemalig", "ancien", "candidat"];

    public static bool IsOne(FullName name)
    {
        var sentence = name.Sentence;
        if (sentence.Of(Cue.Voice).Any(v => v.First <= name.Last && v.Last >= name.First)) return true;
        for (var i = name.First - 1; i >= Math.Max(0, name.First - Reach); i--)
        {
            var word = sentence.Words[i];
            if (word.IsMark && word.Folded is not ("," or ":" or "\"")) break;
            if (IsKin(sentence, i)) return true;
            if (Begins(Offices, word.Folded) && !HadOffice(sentence, i)) return true;
            if (word.IsMark) continue;
            if (i <= 1 && Array.Exists(Signs, s => s.TrimEnd(':') == word.Folded)) return true;
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
            if (Begins(Offices, sentence.Words[i].Folded)) return true;
        }

        return false;
    }

    /// <summary>The tables count a prisoner's lawyer among those near to him; "the lawyer X" may well be the prisoner.</summary>
    private static bool IsKin(Sentence sentence, int i) => (sentence.At(Cue.KinM, i) || sentence.At(Cue.KinF, i)) && !Begins(Lawyers, sentence.Words[i].Folded);

    private static bool HadOffice(Sentence sentence, int office)
    {
        for (var i = office - 1; i >= Math.Max(0, office - Reach); i--)
            if (Begins(NotInOffice, sentence.Words[i].Folded)) return true;
        return false;
    }

    private static bool Begins(string[] words, string word) => Array.Exists(words, w => word.StartsWith(w, StringComparison.Ordinal));
}
