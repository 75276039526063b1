using System.Globalization;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>
/// "123 prisoners freed": a count right before a word for people, in a piece whose verb says something happened to them now. A stock
/// ("1,227 remain"), a sum over time ("156 since November") and a demand ("1,400 he called for") are none.
/// </summary>
public sealed class GroupReading(Story story)
{
    private const int SmallestGroup = 2;
    private const int LargestGroup = 9999;

    public List<GroupClaim> Read()
    {
        var groups = new List<GroupClaim>();
        if (!story.Sentences.Any(s => s.Has(Cue.Belarus)) && story.Persons.Count == 0) return groups;
        foreach (var sentence in story.Sentences)
            foreach (var piece in sentence.Pieces)
                foreach (var trigger in piece.Triggers.Where(t => t.Kind <= ClaimKind.Sentenced && t.IsVerb && !t.Membership && !t.Denied))
                    Add(piece, trigger, groups);
        return Largest(groups);
    }

    /// <summary>"123 freed, five Ukrainians among them": a smaller release of the same day is part of the larger one. Where the item speaks of a release, a pardon of the same people is that release.</summary>
    private List<GroupClaim> Largest(List<GroupClaim> groups)
    {
        var freed = groups.Where(g => g.Kind is ClaimKind.Released or ClaimKind.Pardoned).OrderByDescending(g => g.Count).ToList();
        if (freed.Count == 0) return groups;
        var largest = freed[0];
        var released = freed.Exists(g => g.Kind == ClaimKind.Released) || story.Sentences.Any(s => s.Pieces.Any(p => p.Triggers.Any(t => t.Kind == ClaimKind.Released && t.IsVerb && !t.Membership && !t.Denied && t.Form != Form.Infinitive)));
        var date = freed.Find(g => g.Count == largest.Count && g.Date is not null)?.Date ?? largest.Date;
        return [largest with { Kind = released ? ClaimKind.Released : largest.Kind, Date = date }, .. groups.Where(g => !freed.Contains(g) || (g.Date is { } d && date is { } l && !d.Agrees(l)))];
    }

    private void Add(Piece piece, Trigger trigger, List<GroupClaim> groups)
    {
        if (trigger.Form is Form.Ed or Form.Participle && piece.Triggers.Any(t => t.First < trigger.First && t.IsVerb)) return;
        if (Count(piece, trigger) is not { } count) return;
        var reading = Stances.Of(piece, trigger, story.Today);
        if (reading.Stance != Stance.Asserted) return;
        var kind = trigger.Kind == ClaimKind.Pardoned && groups.Exists(g => g.Kind == ClaimKind.Released && g.Count == count) ? ClaimKind.Released : trigger.Kind;
        if (groups.Exists(g => g.Count == count && Same(g.Kind, kind) && (g.Date is null || reading.Date is null || g.Date.Value.Agrees(reading.Date.Value)))) return;
        groups.Add(new GroupClaim(kind, count, reading.Date, reading.Stance, Voices.Of(piece.Sentence, story.Whole, ""), piece.Sentence.Text(story.Whole, piece.First, piece.Last),
            $"{count.ToString(CultureInfo.InvariantCulture)} people, {Keyword.Of(kind)} by the verb \"{piece.Sentence.Text(story.Whole, trigger.First, trigger.Last)}\": {reading.Reason}"));
    }

    private static bool Same(ClaimKind a, ClaimKind b) => a == b || (a is ClaimKind.Released or ClaimKind.Pardoned && b is ClaimKind.Released or ClaimKind.Pardoned);

    private static int? Count(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (sentence.Times.Any(t => t.Since && t.First >= piece.First && t.Last <= piece.Last)) return null;
        foreach (var people in sentence.Of(Cue.People, piece.First, piece.Last))
        {
            if (Math.Abs(people.First - trigger.First) > 14) continue;
            for (var i = people.First - 1; i >= Math.Max(piece.First, people.First - 3); i--)
            {
                if (Number(sentence, i) is not { } count) continue;
                if (count is < SmallestGroup or > LargestGroup || (i > piece.First && IsStock(sentence, piece.First, i))) break;
                return count;
            }
        }

        return null;
    }

    private static bool IsStock(Sentence sentence, int first, int number)
    {
        for (var i = number - 1; i >= Math.Max(first, number - 2); i--)
            if (sentence.At(Cue.Stock, i)) return true;
        return false;
    }

    private static int? Number(Sentence sentence, int i)
    {
        var word = sentence.Words[i].Folded.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return n;
        foreach (var hit in sentence.Hits)
            if (hit.Cue == Cue.Number && hit.First <= i && hit.Last >= i) return hit.Entry.Number;
        return null;
    }
}
