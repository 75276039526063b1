using Monitor.Core.Claims.Discovery;
using Monitor.Core.Claims.Grammar.Findings;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims;

/// <summary>
/// Reads what an item says of the subjects it names. One engine for all languages: the words are in the tables of <see cref="Lexicons"/>. An item in
/// a language without a table keeps its mentions and claims nothing.
/// </summary>
public sealed class ClaimReader
{
    private readonly Dictionary<string, Subject> subjects;

    public ClaimReader(IReadOnlyList<Subject> watchlist) => subjects = watchlist.ToDictionary(s => s.Id, StringComparer.Ordinal);

    public (IReadOnlyList<Claim> Claims, IReadOnlyList<GroupClaim> Groups, IReadOnlyList<Proposal> Proposals) Read(Item item, IReadOnlyList<Mention> mentions)
    {
        var whole = item.Whole;
        if (Lexicons.For(item.Language, whole) is not { } lexicon) return ([], [], []);
        DateOnly? today = item.Published is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null;
        var story = new Story(whole, today, new Sentencing(lexicon, subjects, today).Of(whole, mentions));
        var findings = new PersonReading(story).Read();
        findings.AddRange(new SanctionReading(story).Read());
        var groups = new GroupReading(story).Read();
        var settled = Settling.Of(findings, groups, story);
        return ([.. settled.Select(f => Wording(f, whole))], groups, new ProposalReading(lexicon, subjects, today).Read(story, mentions));
    }

    private static Claim Wording(Finding finding, string whole)
    {
        var piece = finding.Piece;
        var words = piece.Sentence.Text(whole, finding.Trigger.First, Math.Min(finding.Trigger.Last, piece.Sentence.Words.Count - 1));
        var confidence = finding.Stance == Stance.Asserted ? (finding.ByFocus || finding.Presupposed ? 0.7 : 0.9) : 0.8;
        return new Claim(finding.Subject.Id, finding.Kind, finding.Stance, finding.Date, finding.SaidBy, finding.To, confidence, piece.Sentence.Text(whole, piece.First, piece.Last), Explanation.Of(finding, words));
    }
}
