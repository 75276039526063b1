using Monitor.Core.Claims.Grammar.Findings;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Discovery;

/// <summary>
/// Persons who are not on the list but are said to be taken, sentenced, freed or dead, in an item about Belarus. They are read as if they
/// were on it, by the same grammar; whoever only stands by (an official, a relative) is left out.
/// </summary>
internal sealed class ProposalReading(Lexicon lexicon, IReadOnlyDictionary<string, Subject> subjects, DateOnly? today)
{
    /// <summary>Before the name in the id of a person who is read as if listed; no listed id holds a space.</summary>
    private const string Unlisted = "unlisted ";

    private const int Independence = 1991;

    public IReadOnlyList<Proposal> Read(Story story, IReadOnlyList<Mention> mentions)
    {
        if (!story.Sentences.Any(s => s.Has(Cue.Belarus))) return [];
        var paragraphs = new Paragraphs(story);
        var names = story.Sentences.SelectMany(s => FullNames.In(s, story.Whole)).GroupBy(n => Printed(n, story.Whole), StringComparer.OrdinalIgnoreCase).Where(g => !g.Any(Bystanders.IsOne) && g.Any(n => paragraphs.AreOfBelarus(n.Sentence))).ToList();
        if (names.Count == 0) return [];
        var persons = names.ToDictionary(n => Unlisted + n.Key, n => (Subject)new Person { Id = Unlisted + n.Key, Name = n.Key }, StringComparer.Ordinal);
        var named = names.SelectMany(n => Mentions(n, story)).Concat(mentions).OrderBy(m => m.Start).ToList();
        var all = subjects.Concat(persons).ToDictionary(StringComparer.Ordinal);
        var read = new Story(story.Whole, today, new Sentencing(lexicon, all, today).Of(story.Whole, named));
        var findings = Settling.Of(new PersonReading(read).Read(), new GroupReading(read).Read(), read).Where(f => persons.ContainsKey(f.Subject.Id) && IsFate(f.Kind) && IsOfThisState(f)).ToList();

        // "Putin … a release of prisoners": whoever was only spoken of just before is nobody's news; nor is a poet who died at home.
        return [.. findings.Where(f => findings.Exists(d => d.Subject == f.Subject && !d.ByFocus) && findings.Exists(d => d.Subject == f.Subject && IsCaptives(d, paragraphs))).Select(f => Proposed(f, story.Whole))];
    }

    private static bool IsCaptives(Finding finding, Paragraphs paragraphs) => finding.Kind != ClaimKind.Died || paragraphs.AreOfPrison(finding.Piece.Sentence);

    /// <summary>Whoever was exiled by the tsar is no prisoner of this state.</summary>
    private static bool IsOfThisState(Finding finding) => finding.Date is not { } date || date.First.Year >= Independence;

    private static bool IsFate(ClaimKind kind) => kind is ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Detained or ClaimKind.Charged or ClaimKind.Sentenced or ClaimKind.Died;

    private static string Printed(FullName name, string whole) => name.Sentence.Text(whole, name.First, name.Last);

    /// <summary>The full name wherever it stands, and behind it, or in the title, its surname alone: before it the surname is somebody else's.</summary>
    private static IEnumerable<Mention> Mentions(IGrouping<string, FullName> name, Story story)
    {
        var surname = name.First().Sentence.Words[name.First().Surname].Folded;
        var first = name.Min(n => n.Sentence.Words[n.First].Start);
        foreach (var sentence in story.Sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var full = name.FirstOrDefault(n => n.Sentence == sentence && n.First == i);
                if (full is null && ((sentence.Words[i].Start < first && !sentence.IsTitle) || !sentence.Words[i].Capital || sentence.Words[i].Folded != surname || sentence.Refs.Any(r => r.First <= i && r.Last >= i))) continue;
                var last = full?.Last ?? i;
                yield return new Mention(Unlisted + name.Key, sentence.Text(story.Whole, i, last), sentence.Words[i].Start, sentence.Words[last].End, 1, "");
                i = last;
            }
        }
    }

    private static Proposal Proposed(Finding finding, string whole)
    {
        var sentence = finding.Piece.Sentence;
        var words = sentence.Text(whole, finding.Trigger.First, Math.Min(finding.Trigger.Last, sentence.Words.Count - 1));
        return new Proposal(finding.Subject.Name, finding.Kind, finding.Stance, finding.Date, sentence.Text(whole, finding.Piece.First, finding.Piece.Last), $"not on the list, and {Keyword.Of(finding.Kind)} by \"{words}\": {finding.Reason}");
    }
}
