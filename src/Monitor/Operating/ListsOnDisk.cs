using Monitor.Pipeline;

namespace Monitor.Operating;

/// <summary>The list files of the settings, read again at every start.</summary>
public sealed class ListsOnDisk(Settings settings, WatchlistImport import, ILogger<ListsOnDisk> log)
{
    public async Task TakeInAsync(CancellationToken cancellation)
    {
        var subjects = WatchlistImport.ReadFiles(settings.WatchlistFiles);
        await import.ImportAsync(subjects, WatchlistImport.ReadArticles(settings.ArticlesFile), cancellation);
        log.LogInformation("The watchlist holds {Subjects} subjects from {Files}", subjects.Count, string.Join(", ", settings.WatchlistFiles.Select(Path.GetFileName)));
    }
}
