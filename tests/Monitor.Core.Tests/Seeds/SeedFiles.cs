using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Tests.Seeds;

/// <summary>The files of seeds/ and, where it is at hand, of the shared folder beside the repository (or at MONITOR_SHARED).</summary>
internal static class SeedFiles
{
    public static string Root { get; } = FindRoot();

    public static string? Shared { get; } = FindShared();

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, "seeds", name));

    public static IReadOnlyList<Subject> Subjects()
    {
        var reading = WatchlistYaml.Read(new[] { "people.yaml", "sanctions.yaml" }.Select(name => new ListFile(name, Text(name))));
        Assert.Empty(reading.Errors);
        return reading.Subjects;
    }

    public static IReadOnlyDictionary<string, CitedArticle> Articles()
    {
        var (articles, errors) = WatchlistYamlArticles.Read(Text("articles.yaml"), "articles.yaml");
        Assert.Empty(errors);
        return articles.ToDictionary(article => article.Id);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Monitor.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above the tests holds Monitor.sln");
    }

    private static string? FindShared()
    {
        string[] places = [Environment.GetEnvironmentVariable("MONITOR_SHARED") ?? "", Path.Combine(Root, "..", "shared")];
        return places.FirstOrDefault(place => place.Length > 0 && Directory.Exists(Path.Combine(place, "seeds")));
    }
}
