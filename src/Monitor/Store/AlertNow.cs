using System.Text.Json;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;

namespace Monitor.Store;

/// <summary>A change as a message would tell it at this moment, with the name of its subject and, for a mass release, who was named: the one wording of feeds and pages.</summary>
public sealed class AlertNow(StoryReading story, WatchlistInUse watchlist)
{
    public async Task<Alert> OfAsync(ToldChange told, CancellationToken cancellation)
    {
        var named = told.Row.SubjectId == Evidence.Group ? await story.NamedAsync(told.Row.Date, cancellation) : [];
        var alert = told.AsAlert(watchlist.Find(told.Row.SubjectId), named);

        // A subject that left the list keeps its history; its id is then the only name known.
        return alert.IsGroup || alert.Names.Count > 0 ? alert : alert with { Names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = alert.Subject } };
    }

    /// <summary>What a correction says: as it stands while it stands, else as it was said, under the name of today.</summary>
    public static Alert Corrected(Alert now, Correction correction) =>
        now.Standing == correction.Standing || correction.Facts is null
            ? now with { Type = AlertType.Correction }
            : JsonSerializer.Deserialize<Alert>(correction.Facts)! with { Names = now.Names };
}
