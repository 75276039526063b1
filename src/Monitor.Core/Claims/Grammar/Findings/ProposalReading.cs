using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>A person who is not on the list, named in full, in an item about Belarus, whom a verb of the same piece says to be taken, sentenced, freed or dead.</summary>
public sealed class ProposalReading(Story story)
{
    public IReadOnlyList<Proposal> Read()
    {
        var proposals = new List<Proposal>();
        if (!story.Sentences.Any(s => s.Has(Cue.Belarus))) return proposals;
        foreach (var sentence in story.Sentences.Where(s => s.Strangers.Count > 0))
            foreach (var piece in sentence.Pieces)
                Add(piece, proposals);
        return proposals;
    }

    private void Add(Piece piece, List<Proposal> proposals)
    {
        var sentence = piece.Sentence;
        foreach (var (first, last) in sentence.Strangers.Where(s => s.First >= piece.First && s.Last <= piece.Last))
        {
            if (Speaks(sentence, first, last)) continue;
            var trigger = piece.Triggers.FirstOrDefault(t => t.Kind is ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Detained or ClaimKind.Sentenced or ClaimKind.Died && t.IsVerb && !t.Membership && !t.Denied && !t.Past);
            if (trigger is null || piece.IsLocal) continue;
            var reading = Stances.Of(piece, trigger, story.Today);
            if (reading.Stance != Stance.Asserted) continue;
            var name = sentence.Text(story.Whole, first, last);
            if (proposals.Exists(p => p.Name == name && p.Kind == trigger.Kind)) continue;
            proposals.Add(new Proposal(name, trigger.Kind, reading.Stance, reading.Date, sentence.Text(story.Whole, piece.First, piece.Last),
                $"not on the list, and {Keyword.Of(trigger.Kind)} by the verb \"{sentence.Text(story.Whole, trigger.First, trigger.Last)}\""));
        }
    }

    private static bool Speaks(Sentence sentence, int first, int last)
    {
        for (var i = Math.Max(0, first - 2); i <= Math.Min(sentence.Words.Count - 1, last + 2); i++)
            if (sentence.At(Cue.Say, i)) return true;
        return false;
    }
}
