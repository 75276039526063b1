using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>Article texts and the list that was built from them.</summary>
public sealed record SeedReading(IReadOnlyList<SeedArticle> Articles, IReadOnlyList<Subject> Built);

/// <summary>
/// Holds a list against the articles it cites: they are the ones that were read (SHA-256), every cited line is there and says something, the
/// reader finds the same subjects in them, and each status, gender and citizenship is the one it finds; no earlier year and no number or name of
/// a note that its cited lines have not. One sentence per difference; none means they agree.
/// </summary>
public static class SeedCheck
{
    private static readonly Regex NumbersAndNames = new(@"[0-9]+|\p{Lu}\p{L}+", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Compare(IReadOnlyList<Subject> list, IReadOnlyList<CitedArticle> cited, SeedReading reading)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(cited);
        ArgumentNullException.ThrowIfNull(reading);
        var texts = reading.Articles.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var built = reading.Built.ToDictionary(s => s.Id, StringComparer.Ordinal);
        return cited.SelectMany(a => Article(a, texts))
            .Concat(list.SelectMany(s => Citations(s, texts)))
            .Concat(list.SelectMany(s => s.Facts.SelectMany(f => Words(s, f, texts))))
            .Concat(list.SelectMany(s => built.TryGetValue(s.Id, out var found) ? Status(s, found).Concat(Details(s, found)) : [$"{s.Id}: is on the list, but the articles do not name {s.Name} as one"]))
            .Concat(reading.Built.Where(b => !list.Any(s => s.Id == b.Id)).Select(b => $"{b.Id}: the articles name {b.Name}, the list does not"));
    }

    private static IEnumerable<string> Article(CitedArticle cited, Dictionary<string, SeedArticle> texts)
    {
        if (!texts.TryGetValue(cited.Id, out var text))
        {
            yield return $"article {cited.Id}: its text is not there";
            yield break;
        }

        if (!text.IsRetold && text.Sha256 != cited.Sha256) yield return $"article {cited.Id}: this is another text than the one the list was read from (SHA-256 {text.Sha256})";
        if (!text.IsRetold && text.Date != cited.Date) yield return $"article {cited.Id}: the list says it is of {cited.Date?.ToString() ?? "no date"}, its text says {text.Date?.ToString() ?? "none"}";
        if (text.Origin != cited.Origin) yield return $"article {cited.Id}: the list says {cited.Origin} speaks in it, its text says {text.Origin}";
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
        else if (has.Since is { } since && found.Since is { } read && !since.Agrees(read) && !(since.First < read.First && IsStep(built, read))) yield return $"{listed.Id}: the list says since {since}, the articles say since {read}";
        else if (has.Standing != found.Standing) yield return $"{listed.Id}: the list says {Keyword.Of(has.Standing)}, the articles say {Keyword.Of(found.Standing)}";
        else if (has.To != found.To) yield return $"{listed.Id}: the list says taken to {has.To ?? "nowhere"}, the articles say {found.To ?? "nowhere"}";
    }

    /// <summary>A tightening shows that a sanction was in force, a sentence that somebody was held; neither says since when.</summary>
    private static bool IsStep(Subject built, PartialDate date) => built.Facts.Where(f => f.Date == date).All(f => f.Kind is ClaimKind.Sentenced or ClaimKind.Transferred or ClaimKind.Extended or ClaimKind.Tightened);

    private static IEnumerable<string> Details(Subject listed, Subject built)
    {
        if (listed is not Person has || built is not Person found) yield break;
        if (has.Gender != found.Gender) yield return $"{listed.Id}: the list says gender {Keyword.Of(has.Gender)}, the articles' pronouns say {Keyword.Of(found.Gender)}";
        if (!has.Nationality.Order(StringComparer.Ordinal).SequenceEqual(found.Nationality)) yield return $"{listed.Id}: the list says citizen of {Listed(has.Nationality)}, the articles say {Listed(found.Nationality)}";
    }

    private static string Listed(IReadOnlyList<string> countries) => countries.Count == 0 ? "no country" : string.Join(", ", countries);

    /// <summary>
    /// The year of what is told of earlier years, and the numbers and names of a note, stand in the cited lines; the rest of a note is its editor's
    /// words. A retelling has other words too.
    /// </summary>
    private static IEnumerable<string> Words(Subject subject, Fact fact, Dictionary<string, SeedArticle> texts)
    {
        var cited = fact.Cites.Select(c => (Text: texts.GetValueOrDefault(c.Article), c.Line)).Where(c => c.Text is not null && c.Line >= 1 && c.Line <= c.Text.Lines.Count).ToList();
        if (cited.Count == 0 || cited.Exists(c => c.Text!.IsRetold)) yield break;
        var lines = string.Join('\n', cited.Select(c => c.Text!.Lines[c.Line - 1]));
        var words = NumbersAndNames.Matches(fact.Note ?? "").Select(m => m.Value);
        if (fact.Date is { } date && !texts.Values.Any(t => t.Date?.Year == date.Year)) words = words.Append(date.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var word in words.Where(w => !lines.Contains(w, StringComparison.OrdinalIgnoreCase))) yield return $"{subject.Id}: the list says \"{word}\", which no line it cites does ({string.Join(", ", fact.Cites)})";
    }
}
