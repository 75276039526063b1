using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;

namespace Monitor.Operating;

/// <summary>The list files of the settings, read again at every start.</summary>
public sealed class ListsOnDisk(Settings settings, WatchlistImport import, ILogger<ListsOnDisk> log)
{
    /// <summary>Reads and checks the files, and builds a reader once, which loads the tables of the languages.</summary>
    public ListFiles Read()
    {
        var subjects = WatchlistImport.ReadFiles(settings.WatchlistFiles);
        var articles = WatchlistImport.ReadArticles(settings.ArticlesFile);
        _ = new ItemReader(subjects).Read(new Item { Id = "", Source = "", Origin = "", Language = "en", Title = "", Text = "" });
        return new ListFiles(subjects, articles);
    }

    public async Task TakeInAsync(ListFiles lists, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lists);
        await import.ImportAsync(lists.Subjects, lists.Articles, cancellation);
        log.LogInformation("The watchlist holds {Subjects} subjects from {Files}", lists.Subjects.Count, string.Join(", ", settings.WatchlistFiles.Select(Path.GetFileName)));
    }
}

/// <summary>The lists as read from their files.</summary>
public sealed record ListFiles(IReadOnlyList<Subject> Subjects, IReadOnlyList<CitedArticle> Articles);
