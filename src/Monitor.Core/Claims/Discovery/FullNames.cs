using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Discovery;

/// <summary>A person's full name in a sentence: the words from First to Last, of which <paramref name="Surname"/> is the surname.</summary>
internal sealed record FullName(Sentence Sentence, int First, int Last, int Surname);

/// <summary>
/// Finds full names of whoever is not on the list: two capital words, one of them a known given name ("Yuri Zenkovich", "Nakanishi
/// Masatoshi"), the other a word that no table knows. Without a given name it may as well be a town or a firm.
/// </summary>
internal static class FullNames
{
    private const int ShortestSurname = 3;

    private static readonly Cue[] NotNames = [Cue.Voice, Cue.Country, Cue.Belarus, Cue.Month, Cue.Weekday, Cue.Trigger, Cue.Say, Cue.According, Cue.KinM, Cue.KinF, Cue.People, Cue.SanctionWord, Cue.Ngo];

    /// <summary>As they are printed, without the likenesses by which a listed name is found: "Peace" is nobody's name.</summary>
    private static readonly HashSet<string> GivenNames = [.. Watchlist.NameForms.GivenNames.Groups.SelectMany(g => g.Split(' ').Skip(1)).Select(n => Text.Folding.Fold(n))];

    public static IEnumerable<FullName> In(Sentence sentence, string whole)
    {
        for (var i = 0; i + 1 < sentence.Words.Count; i++)
        {
            if (At(sentence, whole, i) is not { } name) continue;
            yield return name;
            i = name.Last;
        }
    }

    private static FullName? At(Sentence sentence, string whole, int i)
    {
        if (!IsCapital(sentence, i) || !IsCapital(sentence, i + 1)) return null;
        if (IsGiven(sentence, whole, i))
        {
            // A middle name: "Maria Anna Kowalska".
            var surname = i + 2 < sentence.Words.Count && IsCapital(sentence, i + 2) && IsGiven(sentence, whole, i + 1) && IsSurname(sentence, i + 2) ? i + 2 : i + 1;
            return IsSurname(sentence, surname) ? new FullName(sentence, i, surname, surname) : null;
        }

        // The surname first; the first word of a sentence is a capital anyway. In "Menschenrechtsanwalt Ales Bialiatski" the given name has its surname behind it, listed or not.
        return i > 0 && IsSurname(sentence, i) && IsGiven(sentence, whole, i + 1) && !(i + 2 < sentence.Words.Count && sentence.Words[i + 2].Capital) ? new FullName(sentence, i, i + 1, i) : null;
    }

    private static bool IsCapital(Sentence sentence, int i) => sentence.Words[i].Capital && !sentence.Words[i].IsMark && !sentence.Refs.Any(r => r.First <= i && r.Last >= i);

    private static bool IsGiven(Sentence sentence, string whole, int i) =>
        !IsOther(sentence, i) && (sentence.At(Cue.Given, i) || GivenNames.Contains(Text.Folding.Fold(whole[sentence.Words[i].Start..sentence.Words[i].End])));

    private static bool IsSurname(Sentence sentence, int i) => sentence.Words[i].Folded.Length >= ShortestSurname && !char.IsAsciiDigit(sentence.Words[i].Folded[0]) && !IsOther(sentence, i);

    /// <summary>A word that is something else by itself: a country, a month, a known voice, an act.</summary>
    private static bool IsOther(Sentence sentence, int i) => NotNames.Any(cue => sentence.At(cue, i));
}
