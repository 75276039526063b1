using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Dates;

/// <summary>Years that are not when something happened: "winner of the Nobel Peace Prize for 2022", "the 2022 laureate", "Nobelpreisträger 2022".</summary>
public static class Years
{
    private const int PrizeReach = 4;
    private const int FirstYear = 1986;

    public static bool IsOfAPrize(Sentence sentence, int year)
    {
        for (var i = year - 1; i >= Math.Max(0, year - PrizeReach) && !sentence.Words[i].IsMark; i--)
        {
            if (sentence.At(Cue.Trigger, i)) break;
            if (IsPrize(sentence, i)) return true;
        }

        for (var i = year + 1; i <= Math.Min(sentence.Words.Count - 1, year + 2) && !sentence.Words[i].IsMark; i++)
            if (IsPrize(sentence, i)) return true;
        return false;
    }

    /// <summary>"arrested in the 2020 election campaign": the year is the campaign's, and still tells that it is long ago.</summary>
    public static bool HasOld(Piece piece, DateOnly? today)
    {
        if (today is not { } now) return false;
        for (var i = piece.First; i <= piece.Last; i++)
        {
            var word = piece.Sentence.Words[i].Folded;
            if (word.Length != 4 || !int.TryParse(word, CultureInfo.InvariantCulture, out var year) || year < FirstYear || year >= now.AddMonths(-1).Year || IsOfAPrize(piece.Sentence, i)) continue;
            if (!CountsTheMeasure(piece.Sentence, i)) return true;
        }

        return false;
    }

    /// <summary>"the fifth after the 2020 election package": between an election and the measure, the year only counts the measures.</summary>
    private static bool CountsTheMeasure(Sentence sentence, int year) =>
        Enumerable.Range(year + 1, 2).Any(i => sentence.At(Cue.SanctionWord, i))
        && Enumerable.Range(Math.Max(0, year - 2), 2).Any(i => i < year && sentence.Lexicon.ListsBeginningOf(Cue.Election, sentence.Words[i].Folded));

    private static bool IsPrize(Sentence sentence, int i) => sentence.Lexicon.ListsPartOf(Cue.Prize, sentence.Words[i].Folded);
}
