using System.Globalization;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>The text of a cited article, line by line as citations count them (from 1), with the SHA-256 of the file it came from.</summary>
public sealed record SeedArticle(CitedArticle Article, string Sha256, IReadOnlyList<string> Lines);

/// <summary>
/// From articles to the facts and statuses they give, by the same reader as the news. Who is tracked, and how they are called, comes from
/// the list; no fact, status or standing does.
/// </summary>
public static class SeedBuilder
{
    public static IReadOnlyList<Subject> Build(IReadOnlyList<Subject> tracked, IReadOnlyList<SeedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        ArgumentNullException.ThrowIfNull(articles);
        var bare = tracked.Select(s => s with { Facts = [], Status = null }).ToList();
        var reader = new ItemReader(bare);
        var read = articles.SelectMany(a => Read(reader, a)).ToLookup(c => c.Claim.Subject, StringComparer.Ordinal);
        return [.. bare.Select(s => WithFacts(s, [.. read[s.Id]]))];
    }

    private static IEnumerable<CitedClaim> Read(ItemReader reader, SeedArticle article)
    {
        var item = new Item
        {
            Id = article.Article.Id,
            Source = article.Article.Id,
            Origin = article.Article.Origin,
            Published = article.Article.Date is { Day: > 0 } day ? new DateTimeOffset(day.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            Language = "en",
            Title = article.Lines[0],
            Text = string.Join('\n', article.Lines.Skip(1)),
        };
        return reader.Read(item).Claims.Select(c => new CitedClaim(c, article, LineOf(article, c.Surface)));
    }

    private static int LineOf(SeedArticle article, string surface)
    {
        var start = surface.Split('\n')[0].Trim();
        for (var i = 0; i < article.Lines.Count; i++)
            if (article.Lines[i].Contains(start, StringComparison.Ordinal)) return i + 1;
        return 1;
    }

    private static Subject WithFacts(Subject subject, List<CitedClaim> claims)
    {
        var byEvidence = new Dictionary<Evidence, CitedClaim>(ReferenceEqualityComparer.Instance as IEqualityComparer<Evidence>);
        foreach (var claim in claims) byEvidence[EvidenceOf(claim)] = claim;
        var changes = ChangeDetector.Detect(byEvidence.Keys);
        var dated = changes.Select(c => new Fact(c.Kind, c.Date, null, Cites(c.Evidence.Select(e => byEvidence[e])), c.Origins));
        var undated = claims.Where(c => c.Claim is { Stance: Stance.Background, Date: null })
            .GroupBy(c => c.Claim.Kind)
            .Where(g => !changes.Any(c => c.Kind == g.Key))
            .Select(g => new Fact(g.Key, null, null, Cites(g), [.. g.Select(OriginOf).Distinct(StringComparer.Ordinal)]));
        return subject with { Facts = [.. dated.Concat(undated)], Status = StatusTimeline.Of(subject, changes) };
    }

    private static Evidence EvidenceOf(CitedClaim claim) => new()
    {
        Subject = claim.Claim.Subject,
        Kind = claim.Claim.Kind,
        Stance = claim.Claim.Stance,
        Date = claim.Claim.Date ?? (claim.Claim.Stance == Stance.Asserted ? claim.Article.Article.Date : null),
        Published = claim.Article.Article.Date is { } date ? new DateTimeOffset(date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : default,
        Origin = OriginOf(claim),
        Item = string.Create(CultureInfo.InvariantCulture, $"{claim.Article.Article.Id}:{claim.Line:0000}"),
        To = claim.Claim.To,
    };

    private static string OriginOf(CitedClaim claim) => claim.Claim.SaidBy ?? claim.Article.Article.Origin;

    private static List<Citation> Cites(IEnumerable<CitedClaim> claims) =>
        [.. claims.Select(c => new Citation(c.Article.Article.Id, c.Line)).Distinct().OrderBy(c => c.Article, StringComparer.Ordinal).ThenBy(c => c.Line)];

    private sealed record CitedClaim(Claim Claim, SeedArticle Article, int Line);
}
