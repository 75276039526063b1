using System.CommandLine;
using System.Security.Cryptography;
using Monitor.Core.Seeding;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;

namespace Monitor.Operating.Verbs;

/// <summary>
/// <c>seeds check DIR</c>: holds seeds/ against the articles it cites. <c>seeds build DIR</c>: the list those articles give, by the same
/// reader as the news.
/// </summary>
internal static class SeedsVerb
{
    public static Command Create(string[] settings)
    {
        var folder = new Argument<string>("DIR") { Description = "the folder with the article texts, named by their ids (000….txt)" };
        var check = new Command("check", "Compare seeds/ with the articles it cites; exit 65 and a list of differences where they differ.\nExample: monitor seeds check ../shared/seeds") { folder };
        check.SetAction((parsed, _) => Task.FromResult(Check(settings, parsed.GetRequiredValue(folder))));
        var build = new Command("build", "Print the watchlist that the articles give.\nExample: monitor seeds build ../shared/seeds") { folder };
        build.SetAction((parsed, _) => Task.FromResult(Build(settings, parsed.GetRequiredValue(folder))));
        return new Command("seeds", "The list and the articles it was made from.") { check, build };
    }

    private static int Check(string[] settings, string folder)
    {
        var configured = Standalone.Read(settings);
        var subjects = WatchlistImport.ReadFiles(configured.WatchlistFiles);
        var cited = WatchlistImport.ReadArticles(configured.ArticlesFile);
        var texts = Texts(folder, cited);
        var differences = SeedCheck.Compare(subjects, cited, texts).ToList();
        foreach (var difference in differences) Console.WriteLine(difference);
        Console.Error.WriteLine($"{subjects.Count} subjects, {subjects.Sum(s => s.Facts.Count)} facts, {texts.Count} articles: {(differences.Count == 0 ? "all agree" : $"{differences.Count} differences")}");
        return differences.Count == 0 ? CommandLine.Good : CommandLine.BadData;
    }

    private static int Build(string[] settings, string folder)
    {
        var configured = Standalone.Read(settings);
        var cited = WatchlistImport.ReadArticles(configured.ArticlesFile);
        var built = SeedBuilder.Build(WatchlistImport.ReadFiles(configured.WatchlistFiles), Texts(folder, cited));
        Console.Write(WatchlistYamlWriter.Write(built));
        return CommandLine.Good;
    }

    private static List<SeedArticle> Texts(string folder, IReadOnlyList<CitedArticle> cited)
    {
        if (!Directory.Exists(folder)) throw new BadDataException($"{folder} is no folder; give the folder that holds the article texts");
        var texts = new List<SeedArticle>();
        foreach (var article in cited)
        {
            var file = Directory.EnumerateFiles(folder, article.Id + "*").Order(StringComparer.Ordinal).FirstOrDefault()
                ?? throw new BadDataException($"{folder} has no file whose name begins with {article.Id}");
            var bytes = File.ReadAllBytes(file);
            texts.Add(new SeedArticle(article, Convert.ToHexStringLower(SHA256.HashData(bytes)), System.Text.Encoding.UTF8.GetString(bytes).Split('\n')));
        }

        return texts;
    }
}
