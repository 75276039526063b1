using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Watchlist;

/// <summary>An article that facts cite. What the article does not state of itself is null; its text is kept elsewhere and known by its SHA-256.</summary>
/// <param name="Origin">The voice of the article where it quotes nobody.</param>
public sealed record CitedArticle(string Id, string? Publisher, string Title, PartialDate? Date, string Sha256, string Origin);

/// <summary>Reads seeds/articles.yaml as strictly as a watchlist: with any error no article is given.</summary>
public static class WatchlistYamlArticles
{
    private const int Sha256Digits = 64;

    public static (IReadOnlyList<CitedArticle> Articles, IReadOnlyList<ListError> Errors) Read(string yaml, string fileName)
    {
        var errors = new ListErrors();
        var ids = new UniqueIds();
        var articles = new List<CitedArticle>();
        foreach (var row in YamlRows.Read(new ListFile(fileName, yaml), errors))
        {
            ids.Check(row, fileName);
            articles.Add(ReadArticle(row));
        }

        return errors.All.Count == 0 ? (articles, []) : ([], errors.All);
    }

    private static CitedArticle ReadArticle(YamlRow row)
    {
        row.AllowOnly("id", "publisher", "title", "date", "sha256", "origin");
        var sha256 = row.Required("sha256");
        if (sha256.Length > 0 && (sha256.Length != Sha256Digits || !sha256.All(char.IsAsciiHexDigitLower)))
            row.Refuse("sha256", $"must be {Sha256Digits} hexadecimal digits in lower case");
        return new CitedArticle(row.Text("id") ?? "", row.Text("publisher"), row.Required("title"), row.Date("date"), sha256, row.Required("origin"));
    }
}
