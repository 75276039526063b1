namespace Monitor.Core.Wording;

/// <summary>Names of things that are keys in the data: origins and countries. A key without a text is shown as it is.</summary>
public static class NameWording
{
    /// <summary>The origin of an article of the list whose publisher is not known: article-001 (seeds/articles.yaml).</summary>
    private const string Article = "article-";

    public static string Origin(this Phrasebook book, string origin)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.Has("origin." + origin)) return book["origin." + origin];
        return IsArticle(origin) ? book["origin.article", ("id", origin[Article.Length..])] : origin;
    }

    /// <summary>Voices as they are listed: those a reader knows first; articles without a publisher are counted where there are several, for their ids say nothing.</summary>
    internal static IReadOnlyList<string> VoiceNames(this Phrasebook book, IReadOnlyList<string> origins)
    {
        var articles = origins.Where(IsArticle).ToList();
        var known = origins.Where(o => !IsArticle(o)).Select(book.Origin);
        return articles.Count > 1 ? [.. known, book["voices.articles", ("count", articles.Count)]] : [.. known, .. articles.Select(book.Origin)];
    }

    internal static bool IsArticle(string origin) => origin.StartsWith(Article, StringComparison.Ordinal);

    public static string Origins(this Phrasebook book, IEnumerable<string> origins) => string.Join(", ", origins.Select(book.Origin));

    public static string Country(this Phrasebook book, string code)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Has("country." + code) ? book["country." + code] : code;
    }
}
