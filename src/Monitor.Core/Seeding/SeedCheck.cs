using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// Holds a list against the articles it cites: the articles are the ones that were read (SHA-256), every cited line is there and says
/// something, and each status is the one the reader finds in them. One sentence per difference; none means they agree.
/// </summary>
public static class SeedCheck
{
    public static IEnumerable<string> Compare(IReadOnlyList<Subject> list, IReadOnlyList<CitedArticle> cited, IReadOnlyList<SeedArticle> texts)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(texts);
        var byId = texts.ToDictionary(t => t.Article.Id, StringComparer.Ordinal);
        var built = SeedBuilder.Build(list, texts).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return Articles(cited, byId).Concat(list.SelectMany(s => Citations(s, byId))).Concat(list.SelectMany(s => Status(s, built[s.Id])));
    }

    private static IEnumerable<string> Articles(IReadOnlyList<CitedArticle> cited, Dictionary<string, SeedArticle> texts)
    {
        foreach (var article in cited)
            if (texts[article.Id].Sha256 != article.Sha256) yield return $"article {article.Id}: this is another text than the one the list was read from (SHA-256 {texts[article.Id].Sha256})";
    }

    private static IEnumerable<string> Citations(Subject subject, Dictionary<string, SeedArticle> texts)
    {
        foreach (var cite in subject.Facts.SelectMany(f => f.Cites).Distinct())
        {
            if (!texts.TryGetValue(cite.Article, out var article)) yield return $"{subject.Id}: cites {cite}, but there is no article {cite.Article}";
            else if (cite.Line < 1 || cite.Line > article.Lines.Count || string.IsNullOrWhiteSpace(article.Lines[cite.Line - 1])) yield return $"{subject.Id}: cites {cite}, but that line is empty";
        }
    }

    private static IEnumerable<string> Status(Subject listed, Subject built)
    {
        if (listed.Status is not { } has || built.Status is not { } found) yield break;
        if (has.Now != found.Now) yield return $"{listed.Id}: the list says {Keyword.Of(has.Now)}, the articles say {Keyword.Of(found.Now)}";
        else if (has.Since is { } since && found.Since is { } read && !since.Agrees(read)) yield return $"{listed.Id}: the list says since {since}, the articles say since {read}";
        else if (has.Standing != found.Standing) yield return $"{listed.Id}: the list says {Keyword.Of(has.Standing)}, the articles say {Keyword.Of(found.Standing)}";
        else if (has.To != found.To) yield return $"{listed.Id}: the list says taken to {has.To ?? "nowhere"}, the articles say {found.To ?? "nowhere"}";
    }
}
