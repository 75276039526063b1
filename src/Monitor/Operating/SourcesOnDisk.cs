using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds;
using Monitor.Core.Watchlist;
using Monitor.Pipeline;
using Monitor.Store;

namespace Monitor.Operating;

/// <summary>
/// The sources file of the settings, read again at every start: new sources are asked at once, one that left the file is not asked any
/// more, and what is known of the others (their first look, their back-off) is kept.
/// </summary>
public sealed class SourcesOnDisk(Settings settings, SourcesInUse inUse, IDbContextFactory<MonitorDb> store, TimeProvider time, ILogger<SourcesOnDisk> log)
{
    public static IReadOnlyList<Source> ReadFile(string file)
    {
        string yaml;
        try
        {
            yaml = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Sources:File", $"{file} cannot be read ({e.Message}); name an existing file");
        }

        var reading = SourceList.Read(yaml, file);
        return reading.Refused ? throw new BadDataException(string.Join('\n', reading.Errors)) : reading.Sources;
    }

    public async Task TakeInAsync(CancellationToken cancellation)
    {
        var sources = ReadFile(settings.SourcesFile);
        await using var db = await store.CreateDbContextAsync(cancellation);
        var rows = await db.Sources.ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        foreach (var row in rows.Values) row.Active = false;
        foreach (var source in sources) Take(db, rows.GetValueOrDefault(source.Id), source);
        await db.SaveChangesAsync(cancellation);
        inUse.Replace(sources);
        log.LogInformation("{Sources} sources are read, each at most every {Every}", sources.Count, settings.Every);
    }

    private void Take(MonitorDb db, SourceRow? row, Source source)
    {
        if (row is null) db.Sources.Add(row = new SourceRow { Id = source.Id, Name = "", Kind = "", Url = "", Origin = "", Role = "", NextFetchAt = time.GetUtcNow() });

        // Another address is another source under the same name: what was known of the old one says nothing of it.
        if (row.Url.Length > 0 && row.Url != source.Url.AbsoluteUri) (row.ETag, row.LastModified, row.FirstReadAt, row.Failures, row.NextFetchAt) = (null, null, null, 0, time.GetUtcNow());
        (row.Name, row.Kind, row.Url, row.Origin) = (source.Name, Keyword.Of(source.Kind), source.Url.AbsoluteUri, source.Origin);
        (row.Role, row.Language, row.Active) = (Keyword.Of(source.Role), source.Language, true);

        // An operator who starts the program again wants to know at once whether a failing source is back.
        if (row.Failures > 0) row.NextFetchAt = time.GetUtcNow();
    }
}
