using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>A source as it is stored, and as Core reads it.</summary>
public static class SourceRows
{
    /// <summary>Null for a row of an older version that the sources file has left since.</summary>
    public static Source? ToSource(SourceRow row)
    {
        if (row.Document.Length == 0) return null;
        var reading = SourceList.Read(row.Document, $"source {row.Id} in the database");
        return reading.Refused ? throw new BadDataException(string.Join('\n', reading.Errors)) : reading.Sources.Single();
    }

    /// <summary>Takes a source in as it is configured now; what is known of its health is kept.</summary>
    public static void Take(MonitorDb db, SourceRow? row, Source source, DateTimeOffset now)
    {
        if (row is null) db.Sources.Add(row = new SourceRow { Id = source.Id, Name = "", Kind = "", Url = "", Origin = "", Role = "", NextFetchAt = now });

        // Another address is another source under the same name: what was known of the old one says nothing of it.
        if (row.Url.Length > 0 && row.Url != source.Url.AbsoluteUri)
        {
            (row.ETag, row.LastModified, row.FirstReadAt, row.MovedTo) = (null, null, null, null);
            (row.Failures, row.Failure, row.FailingSince, row.NextFetchAt) = (0, null, null, now);
        }

        row.Document = SourceListWriter.Write([source]);
        (row.Name, row.Kind, row.Url, row.Origin) = (source.Name, Keyword.Of(source.Kind), source.Url.AbsoluteUri, source.Origin);
        (row.Role, row.Language, row.Active, row.RemovedAt) = (Keyword.Of(source.Role), source.Language, true, null);
    }
}
