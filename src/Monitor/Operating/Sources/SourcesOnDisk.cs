using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;
using Monitor.Store;

namespace Monitor.Operating.Sources;

/// <summary>
/// The sources file of the settings, read again at every start: new sources are asked at once, one that left the file is not asked any
/// more, what is known of the others (their first look, their back-off) is kept, and what was added, paused or removed by hand stays so.
/// </summary>
public sealed class SourcesOnDisk(Settings settings, IDbContextFactory<MonitorDb> store, TimeProvider time, ILogger<SourcesOnDisk> log)
{
    public static IReadOnlyList<Source> ReadFile(string file) => ReadFile(file, SourceList.Read);

    /// <param name="read">How its text is read: as YAML, as OPML.</param>
    public static IReadOnlyList<Source> ReadFile(string file, Func<string, string, SourceListReading> read)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Sources:File", $"{file} cannot be read ({e.Message}); name an existing file");
        }

        var reading = read(text, file);
        return reading.Refused ? throw new BadDataException(string.Join('\n', reading.Errors)) : reading.Sources;
    }

    public async Task TakeInAsync(CancellationToken cancellation)
    {
        var sources = ReadFile(settings.SourcesFile);
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Sources.ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        var now = time.GetUtcNow();
        foreach (var row in rows.Values.Where(r => !r.ByHand)) row.Active = false;
        foreach (var source in sources.Where(s => rows.GetValueOrDefault(s.Id)?.RemovedAt is null)) SourceRows.Take(db, rows.GetValueOrDefault(source.Id), source, now);

        // An operator who starts the program again wants to know at once whether a failing source is back.
        foreach (var row in rows.Values.Where(r => r.Active && r.Failures > 0)) row.NextFetchAt = now;
        await db.SaveChangesAsync(cancellation);
        log.LogInformation("{Sources} sources are read, each at most every {Every}", await db.Sources.CountAsync(s => s.Active, cancellation), settings.Every);
    }
}
