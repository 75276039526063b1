using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>
/// How many people a trigger speaks of: a number before a word for people ("123 prisoners") or right before those freed ("the 52 freed"). "X and
/// 13 others" are fourteen; a stock ("still 1,200") and a sum over time ("156 since November") are no count of the day.
/// </summary>
public static class GroupCounts
{
    private const int SmallestGroup = 2;
    private const int LargestGroup = 9999;
    private const int Reach = 14;
    private const int NumberReach = 3;

    public static int? Of(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (sentence.Times.Any(t => t.Since && !t.After && t.First >= piece.First && t.Last <= piece.Last)) return null;
        if (trigger.Form is Form.Ed or Form.Participle && trigger.First > piece.First && Read(piece, trigger.First - 1) is { } direct && IsFreed(trigger)) return direct;
        foreach (var people in sentence.Of(Cue.People, piece.First, piece.Last))
        {
            if (Math.Abs(people.First - trigger.First) > Reach || (people.First == trigger.First && !IsFreed(trigger)) || (trigger.Form == Form.Noun && people.First < trigger.First)) continue;
            for (var i = people.First - 1; i >= Math.Max(piece.First, people.First - NumberReach); i--)
            {
                if (Number(sentence, i) is null) continue;
                if (IsAttribute(trigger, i, people.First)) return null;
                if (Read(piece, i) is not { } count) break;
                return count + (IsBesideOthers(piece, i, people) ? NamedBefore(piece, i) : 0);
            }
        }

        return null;
    }

    private static bool IsFreed(Trigger trigger) => trigger.Kind is ClaimKind.Released or ClaimKind.Pardoned;

    /// <summary>"two jailed journalists": between the number and the people, a participle describes them; only of the freed is it the news.</summary>
    private static bool IsAttribute(Trigger trigger, int number, int people) =>
        !IsFreed(trigger) && trigger.Form is Form.Ed or Form.Participle && trigger.First > number && trigger.Last < people;

    private static int? Read(Piece piece, int i)
    {
        if (Number(piece.Sentence, i) is not { } count || count is < SmallestGroup or > LargestGroup) return null;
        var first = piece.Sentence.Of(Cue.Number, piece.First, piece.Last).FirstOrDefault(n => n.First <= i && n.Last >= i) is { Entry: not null } spelled ? spelled.First : i;
        return first > piece.First && IsStock(piece.Sentence, piece.First, first) ? null : count;
    }

    /// <summary>"along with 13 others", "и еще 13 заключенных", "junto con 122 presos".</summary>
    private static bool IsBesideOthers(Piece piece, int number, Hit people)
    {
        var sentence = piece.Sentence;
        for (var i = Math.Max(piece.First, number - NumberReach); i <= Math.Min(piece.Last, people.Last); i++)
            if (sentence.At(Cue.Other, i) || sentence.At(Cue.Company, i)) return true;
        return false;
    }

    /// <summary>Those the others come on top of: the names before the number, else the one "him" or "her" stands for.</summary>
    private static int NamedBefore(Piece piece, int number)
    {
        var sentence = piece.Sentence;
        var named = sentence.Refs.Where(r => r.IsPerson && r.Last < number).Select(r => r.Subject).Distinct().Count() + sentence.Strangers.Count(s => s.Last < number);
        return named > 0 ? named : sentence.Of(Cue.He, piece.First, number).Concat(sentence.Of(Cue.She, piece.First, number)).Any() ? 1 : 0;
    }

    private static bool IsStock(Sentence sentence, int first, int number)
    {
        for (var i = number - 1; i >= Math.Max(first, number - 2); i--)
            if (sentence.At(Cue.Stock, i) && !sentence.At(Cue.Company, i)) return true;
        return false;
    }

    private static int? Number(Sentence sentence, int i)
    {
        var word = string.Concat(sentence.Words[i].Folded.Where(c => c is not (',' or '.' or ' ' or '\u00A0' or '\u202F')));
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return sentence.Times.Any(t => t.First <= i && t.Last >= i) ? null : n;
        foreach (var hit in sentence.Hits)
            if (hit.Cue == Cue.Number && hit.First <= i && hit.Last >= i) return hit.Entry.Number;
        return null;
    }
}
