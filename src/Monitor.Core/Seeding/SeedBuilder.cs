using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// From the texts of articles to a watchlist: who is named as a prisoner, what is said of each and by whom, and what that makes of him, by the
/// same reader as the news. What only a human can decide (ids, one spelling, names for readers) comes from the overrides, and nothing else does.
/// </summary>
public static class SeedBuilder
{
    /// <param name="overrides">Entries with an id and names only; an entry fits the discovered person whom its names name.</param>
    public static IReadOnlyList<Subject> Build(IReadOnlyList<Subject> overrides, IReadOnlyList<SeedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(articles);
        var dated = articles.Select(a => a.Date).OfType<PartialDate>().Order().ToList();

        // An article that does not say when it was written is as old as the newest that does: they are of one story.
        var days = articles.ToDictionary(a => a.Id, a => a.Date ?? (dated.Count > 0 ? dated[^1] : null), StringComparer.Ordinal);
        var items = articles.Select(a => a.Item(days[a.Id])).ToList();
        IReadOnlyList<Subject> bare = [.. Overrides.Apply(overrides, [.. PersonDiscovery.Of(items), .. SanctionDiscovery.Of(items)])];
        var reader = new ItemReader(bare);
        var read = articles.Zip(items, (a, i) => (Article: a, Reading: reader.Read(i))).ToList();
        var claims = read.SelectMany(r => r.Reading.Claims.Select(c => new CitedClaim(c, r.Article, days[r.Article.Id]))).ToLookup(c => c.Claim.Subject, StringComparer.Ordinal);
        var named = read.ConvertAll(r => new ArticleMentions(r.Article, r.Reading.Mentions));

        // Whom the second reading, with everybody known, finds no fact of is a bystander: a mother who hoped for her son's release.
        return [.. bare.Select(s => WithFacts(s is Person person ? PersonDetails.Of(person, named) : s, [.. claims[s.Id]])).Where(s => s is not Person || s.Facts.Count > 0)];
    }

    private static Subject WithFacts(Subject subject, List<CitedClaim> claims)
    {
        var changes = ChangeDetector.Detect([.. claims.Select((claim, number) => EvidenceOf(claim) with { Claim = number }).Where(e => !IsOfNoDay(e))]);
        var dated = changes.Select(c => new Fact(c.Kind, c.Date, null, Cites(c.Evidence.Select(e => claims[(int)e.Claim])), c.Origins));
        var undated = claims.Where(c => IsOfNoDay(EvidenceOf(c)))
            .GroupBy(c => c.Claim.Kind)
            .Where(g => !changes.Any(c => c.Kind == g.Key))
            .Select(g => new Fact(g.Key, null, null, Cites(g), [.. g.Select(OriginOf).Distinct(StringComparer.Ordinal)]));
        return subject with { Facts = [.. dated.Concat(undated)], Status = StatusTimeline.Of(subject, changes) };
    }

    /// <summary>A retelling without a date; and an arrest, a sentence or a sanction that an article about other news names without one: no article says when.</summary>
    private static bool IsOfNoDay(Evidence claim) => claim.Date is null
        && (claim.Stance == Stance.Background ? !ChangeFamily.IsLasting(ChangeFamily.Of(claim.Kind)) || ChangeFamily.IsCaptivity(claim.Kind) || claim.Kind == ClaimKind.Imposed
            : claim.Stance == Stance.Asserted && (ChangeFamily.IsCaptivity(claim.Kind) || claim.Kind is ClaimKind.Imposed or ClaimKind.Tightened or ClaimKind.Extended));

    private static Evidence EvidenceOf(CitedClaim claim) => new()
    {
        Subject = claim.Claim.Subject,
        Kind = claim.Claim.Kind,
        Stance = claim.Claim.Stance,
        Date = claim.Claim.Date,
        Published = claim.Day is { } date ? new DateTimeOffset(date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : default,
        Origin = OriginOf(claim),
        Quoted = claim.Claim.SaidBy is not null,
        Print = TextPrint.Of(claim.Article.Item(claim.Day)),
        Item = claim.Article.Id,
        To = claim.Claim.To,
    };

    private static string OriginOf(CitedClaim claim) => claim.Claim.SaidBy is { } voice ? Origins.Of(voice) : claim.Article.Origin;

    private static List<Citation> Cites(IEnumerable<CitedClaim> claims) =>
        [.. claims.Select(c => new Citation(c.Article.Id, c.Line)).Distinct().OrderBy(c => c.Article, StringComparer.Ordinal).ThenBy(c => c.Line)];

    private sealed record CitedClaim(Claim Claim, SeedArticle Article, PartialDate? Day)
    {
        public int Line { get; } = Article.LineOf(Claim.Surface);
    }
}
