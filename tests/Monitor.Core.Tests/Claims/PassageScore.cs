using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>What a labelled passage says of one subject; an event of the last days retold (<paramref name="Either"/>) counts neither way.</summary>
internal sealed record Label(string Subject, string Event, Stance Stance, bool Either);

/// <summary>Counts hits, false alarms and misses as ../shared/eval/README.md defines them: mentions by subject, changes by subject and coarse kind.</summary>
internal sealed class PassageScore
{
    private static readonly string[][] coarse = [["released", "pardoned"], ["detained", "charged"], ["health", "hunger-strike"], ["lifted", "eased", "lift-announced", "licence-issued"], ["imposed", "extended", "tightened"]];

    public Tally Mentions { get; } = new();

    public Tally Changes { get; } = new();

    public int SameStance { get; private set; }

    public int SharedClaims { get; private set; }

    public int FalseFreedom { get; private set; }

    public void Add(IReadOnlyList<Label> labels, Reading reading, IReadOnlySet<string> subjects)
    {
        var gold = labels.Where(l => subjects.Contains(l.Subject)).ToList();
        var claims = reading.Claims.Where(c => subjects.Contains(c.Subject)).Select(c => (Key: (c.Subject, Kind: Coarse(Keyword.Of(c.Kind))), c.Stance)).ToList();
        var either = gold.Where(l => l.Either).Select(Key).ToHashSet();
        var told = gold.Where(l => !l.Either && l.Event != "none").ToLookup(Key, l => l.Stance);
        var read = claims.ToLookup(c => c.Key, c => c.Stance);

        var goldChanges = told.Where(t => t.Contains(Stance.Asserted)).Select(t => t.Key).ToHashSet();
        var readChanges = read.Where(r => r.Contains(Stance.Asserted) && (!either.Contains(r.Key) || goldChanges.Contains(r.Key))).Select(r => r.Key).ToHashSet();
        Mentions.Add(gold.Select(l => l.Subject).ToHashSet(), reading.Mentions.Select(m => m.Subject).Where(subjects.Contains).ToHashSet());
        Changes.Add(goldChanges, readChanges);
        FalseFreedom += readChanges.Where(c => c.Kind == "released").Select(c => c.Subject).Except(goldChanges.Where(c => c.Kind == "released").Select(c => c.Subject)).Count();
        foreach (var shared in told.Where(t => read.Contains(t.Key) && !either.Contains(t.Key)))
        {
            SharedClaims++;
            if (shared.ToHashSet().SetEquals(read[shared.Key])) SameStance++;
        }
    }

    private static (string Subject, string Kind) Key(Label label) => (label.Subject, Coarse(label.Event));

    private static string Coarse(string kind) => Array.Find(coarse, group => group.Contains(kind))?[0] ?? kind;

    internal sealed class Tally
    {
        private int hits, alarms, misses;

        public double Precision => hits + alarms == 0 ? 1 : (double)hits / (hits + alarms);

        public double Recall => hits + misses == 0 ? 1 : (double)hits / (hits + misses);

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

        public void Add<T>(HashSet<T> gold, HashSet<T> got)
        {
            hits += gold.Count(got.Contains);
            alarms += got.Count(g => !gold.Contains(g));
            misses += gold.Count(g => !got.Contains(g));
        }
    }
}
