using Monitor.Core.Claims.Grammar.Dates;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>
/// "123 prisoners freed": a count of people (<see cref="GroupCounts"/>) in a piece whose verb, or noun told as a fact, says something happened to them now. A
/// stock ("1,227 remain"), a sum over time ("156 since November") and a demand ("1,400 he called for") are none.
/// </summary>
public sealed class GroupReading(Story story)
{
    /// <summary>Voices that speak of Belarus whatever the words beside them.</summary>
    private static readonly HashSet<string> OfBelarus = new(StringComparer.Ordinal) { "viasna", "belta", "president-by", "nasha-niva", "belsat", "zerkalo", "tsikhanouskaya-office" };

    public List<GroupClaim> Read()
    {
        var groups = new List<GroupClaim>();
        if (!IsAboutBelarus()) return groups;
        foreach (var sentence in story.Sentences)
            foreach (var piece in sentence.Pieces)
                foreach (var trigger in piece.Triggers.Where(t => t.Kind <= ClaimKind.Sentenced && (t.IsVerb || IsFreed(t.Kind)) && !t.Membership && !t.Denied))
                    Add(piece, trigger, groups);
        return Largest(groups);
    }

    private bool IsAboutBelarus() =>
        story.Persons.Count + story.Sanctions.Count > 0 || story.Sentences.Any(s => s.Has(Cue.Belarus) || s.Of(Cue.Voice).Any(v => OfBelarus.Contains(v.Entry.Code)));

    private void Add(Piece piece, Trigger trigger, List<GroupClaim> groups)
    {
        // "pardoned 123 citizens convicted of spying": the participle behind the verb only describes them.
        if (trigger.Form is Form.Ed or Form.Participle && !IsFreed(trigger.Kind) && (piece.Triggers.Any(t => t.First < trigger.First && t.IsVerb) || !piece.Sentence.IsTitle)) return;
        // "decided to pardon 123 citizens convicted of spying": the conviction only says which citizens.
        if (trigger.Form is Form.Ed or Form.Participle && trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned) && piece.Triggers.Any(t => t.First < trigger.First && t.IsVerb)) return;
        if (GroupCounts.Of(piece, trigger) is not { } count) return;
        var reading = Stances.Of(piece, trigger, story.Today);
        if (reading.Stance != Stance.Asserted)
        {
            if (TheSetItself(piece, trigger, reading) is not { } set) return;
            reading = set;
        }

        var kind = trigger.Kind == ClaimKind.Pardoned && groups.Exists(g => g.Kind == ClaimKind.Released && g.Count == count) ? ClaimKind.Released : trigger.Kind;
        if (groups.Exists(g => g.Count == count && Same(g.Kind, kind) && (g.Date is null || reading.Date is null || g.Date.Value.Agrees(reading.Date.Value)))) return;
        groups.Add(new GroupClaim(kind, count, reading.Date, reading.Stance, Voices.Of(piece, story.Whole, ""), piece.Sentence.Text(story.Whole, piece.First, piece.Last),
            Explanation.Of(kind, count, piece.Sentence.Text(story.Whole, trigger.First, trigger.Last), reading.Reason)));
    }

    /// <summary>"X was not among the 123 freed on Saturday" denies it of X and tells it of the 123.</summary>
    private StanceReading? TheSetItself(Piece piece, Trigger trigger, StanceReading reading)
    {
        if (reading.Stance != Stance.Negated || trigger.Form is not (Form.Ed or Form.Participle) || Operators.Outside(piece, trigger) is null) return null;
        var date = ClauseTimes.Of(piece, trigger)?.Date;
        if (date is { } d && story.Today is { } now && ClauseTimes.AgeOf(d, now) >= Stances.NewsDays) return null;
        return new StanceReading(Stance.Asserted, date, false, date is not null, "told of the group, though not of the one named beside it");
    }

    /// <summary>"123 freed, five Ukrainians among them": a smaller release of the same day is part of the larger one. Where the item speaks of a release, a pardon of the same people is that release.</summary>
    private List<GroupClaim> Largest(List<GroupClaim> groups)
    {
        var freed = groups.Where(g => IsFreed(g.Kind)).OrderByDescending(g => g.Count).ToList();
        if (freed.Count == 0) return groups;
        var largest = freed[0];
        var released = freed.Exists(g => g.Kind == ClaimKind.Released) || story.Sentences.Any(s => s.Pieces.Any(p => p.Triggers.Any(t => t.Kind == ClaimKind.Released && t.IsVerb && !t.Membership && !t.Denied && t.Form != Form.Infinitive)));
        var date = freed.Find(g => g.Count == largest.Count && g.Date is not null)?.Date ?? largest.Date;
        return [largest with { Kind = released ? ClaimKind.Released : largest.Kind, Date = date }, .. groups.Where(g => !freed.Contains(g) || (g.Date is { } d && date is { } l && !d.Agrees(l)))];
    }

    private static bool IsFreed(ClaimKind kind) => kind is ClaimKind.Released or ClaimKind.Pardoned;

    private static bool Same(ClaimKind a, ClaimKind b) => a == b || (IsFreed(a) && IsFreed(b));
}
