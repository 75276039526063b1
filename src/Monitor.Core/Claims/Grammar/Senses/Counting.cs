using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>Whether a trigger is told of so many people and not of the person spoken of before.</summary>
public static class Counting
{
    /// <summary>"123 prisoners": a number right before a word for people; "freed along with 13 others", "he is one of 14 people freed" are not about the others.</summary>
    public static bool Of(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (trigger.Form != Form.Noun && IsCount(sentence, trigger.Last + 1, piece.Last)) return true;
        foreach (var people in sentence.Of(Cue.People, piece.First, piece.Last))
        {
            if (people.First > trigger.Last && people.First - trigger.Last <= 8 && !sentence.Has(Cue.Among, trigger.Last + 1, people.First)) return true;
            for (var j = people.First - 1; j >= Math.Max(piece.First, people.First - 3); j--)
                if ((char.IsAsciiDigit(sentence.Words[j].Folded[0]) || sentence.At(Cue.Number, j)) && !sentence.At(Cue.Among, j - 1) && !(j > trigger.Last && sentence.Has(Cue.Among, trigger.Last + 1, j))) return true;
        }

        return false;
    }

    /// <summary>"detained two reporters": a number right behind the verb that is no term and no date.</summary>
    private static bool IsCount(Sentence sentence, int i, int last)
    {
        if (i >= last || !(sentence.At(Cue.Number, i) || char.IsAsciiDigit(sentence.Words[i].Folded[0]))) return false;
        return !sentence.At(Cue.Unit, i + 1) && !sentence.At(Cue.Month, i + 1) && !sentence.Times.Any(t => t.First <= i && t.Last >= i) && !Triggers.TermsIn(sentence, i, last).Any(t => t.First == i);
    }
}
