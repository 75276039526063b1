using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Dates;

/// <summary>Years that are not when something happened: "winner of the Nobel Peace Prize for 2022", "the 2022 laureate", "Nobelpreisträger 2022".</summary>
public static class Years
{
    private const int PrizeReach = 4;
    private const int FirstYear = 1986;
    private static readonly string[] prizeWords = ["nobel", "нобел", "laurea", "лаур", "preistrager", "pristagar", "prisvinder"];
    private static readonly string[] electionWords = ["elect", "elecc", "elezi", "vote", "выбор", "выбар", "вибор", "wybor", "wahl", "volb", "verkiez", "rinkim", "velesan", "valimis", "vaali", "protest", "протест", "пратэст"];

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
    public static bool HasOld(Piece piece, DateOnly? today, bool ofElections)
    {
        if (today is not { } now) return false;
        for (var i = piece.First; i <= piece.Last; i++)
        {
            var word = piece.Sentence.Words[i].Folded;
            if (word.Length != 4 || !int.TryParse(word, CultureInfo.InvariantCulture, out var year) || year < FirstYear || year >= now.AddMonths(-1).Year || IsOfAPrize(piece.Sentence, i)) continue;
            if (ofElections || !IsOfAnElection(piece.Sentence, i)) return true;
        }

        return false;
    }

    /// <summary>"the fifth package since the election of 2020": a measure of today measured by a vote long past.</summary>
    private static bool IsOfAnElection(Sentence sentence, int year) =>
        Enumerable.Range(Math.Max(0, year - 2), 4).Any(i => i < sentence.Words.Count && Array.Exists(electionWords, w => sentence.Words[i].Folded.StartsWith(w, StringComparison.Ordinal)));

    private static bool IsPrize(Sentence sentence, int i) => Array.Exists(prizeWords, w => sentence.Words[i].Folded.Contains(w, StringComparison.Ordinal));
}
