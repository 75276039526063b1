using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Seeding;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;

namespace Monitor.Operating.Verbs.Texts;

/// <summary>
/// <c>seeds build DIR</c>: the watchlist that the article texts of a folder give, by the same reader as the news. <c>seeds check DIR</c>: holds
/// seeds/ against it.
/// </summary>
internal static class SeedsVerb
{
    /// <summary>Beside the list: what only a human can decide.</summary>
    private const string OverridesFile = "overrides.yaml";

    public static Command Create(string[] settings)
    {
        var folder = new Argument<string>("DIR") { Description = "the folder with the article texts (000….txt), or with feeds that retell them (000.xml)" };
        var check = new Command("check", "Compare seeds/ with the articles it cites; exit 65 and a list of differences where they differ.\nExample: monitor seeds check ../shared/seeds") { folder };
        check.SetAction((parsed, _) => Task.FromResult(Check(settings, parsed.GetRequiredValue(folder))));
        var build = new Command("build", "Print the watchlist that the articles give.\nExample: monitor seeds build seeds/day") { folder };
        build.SetAction((parsed, _) => Task.FromResult(Build(settings, parsed.GetRequiredValue(folder))));
        return new Command("seeds", "The list and the articles it was made from.") { check, build };
    }

    private static int Check(string[] settings, string folder)
    {
        var configured = Standalone.Read(settings);
        var list = WatchlistImport.ReadFiles(configured.WatchlistFiles);
        var cited = WatchlistImport.ReadArticles(configured.ArticlesFile);
        var texts = Texts(folder);
        var differences = SeedCheck.Compare(list, cited, new SeedReading(texts, SeedBuilder.Build(OverridesOf(configured), texts))).ToList();
        foreach (var difference in differences) Console.WriteLine(difference);
        Console.Error.WriteLine($"{list.Count} subjects, {list.Sum(s => s.Facts.Count)} facts, {texts.Count} articles: {(differences.Count == 0 ? "all agree" : $"{differences.Count} differences")}");
        return differences.Count == 0 ? CommandLine.Good : CommandLine.BadData;
    }

    private static int Build(string[] settings, string folder)
    {
        Console.Write(WatchlistYamlWriter.Write(SeedBuilder.Build(OverridesOf(Standalone.Read(settings)), Texts(folder))));
        return CommandLine.Good;
    }

    private static IReadOnlyList<Subject> OverridesOf(Settings settings)
    {
        var file = Path.Combine(Path.GetDirectoryName(settings.ArticlesFile) ?? "", OverridesFile);
        if (!File.Exists(file)) return [];
        var overrides = WatchlistImport.ReadFiles([file]);
        var faults = Overrides.Faults(overrides).ToList();
        return faults.Count == 0 ? overrides : throw new BadDataException(string.Join('\n', faults.Select(f => $"{file}: {f}")));
    }

    /// <summary>Every text and every retelling feed of the folder, by the id that its file's name begins with.</summary>
    private static List<SeedArticle> Texts(string folder)
    {
        if (!Directory.Exists(folder)) throw new BadDataException($"{folder} is no folder; give the folder that holds the article texts");
        var files = Directory.EnumerateFiles(folder, "*.txt").Concat(Directory.EnumerateFiles(folder, "*.xml")).Order(StringComparer.Ordinal);
        var texts = files.Select(Text).OfType<SeedArticle>().ToList();
        return texts.Count > 0 ? texts : throw new BadDataException($"{folder} holds no article texts: neither .txt files nor feeds (.xml) whose paragraphs carry line numbers");
    }

    private static SeedArticle? Text(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file).Split('_')[0];
        var bytes = File.ReadAllBytes(file);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return file.EndsWith(".xml", StringComparison.Ordinal) ? RetoldFeed.Read(id, bytes, sha256) : new SeedArticle(id, Encoding.UTF8.GetString(bytes).Split('\n'), sha256);
    }
}
