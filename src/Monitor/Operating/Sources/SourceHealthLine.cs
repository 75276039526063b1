using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Operating.Sources;

/// <summary>How one source fares, as <c>doctor</c> and <c>sources list</c> tell it: state, last success, last new item, failures, next try, gap, and what curators are being told.</summary>
internal sealed record SourceHealthLine(SourceRow Row, IReadOnlyList<SourceNoticeRow> Notices)
{
    public string State => !Row.Active ? "removed" : Row.PausedAt is not null ? "paused" : Row.Failures > 0 ? "failing" : Row.LastSuccessAt is null ? "not asked yet" : "good";

    public static async Task<IReadOnlyList<SourceHealthLine>> AllAsync(MonitorDb db, CancellationToken cancellation)
    {
        var open = (await db.SourceNotices.AsNoTracking().Where(n => n.EndedAt == null).ToListAsync(cancellation)).ToLookup(n => n.SourceId, StringComparer.Ordinal);
        return [.. (await db.Sources.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation)).Where(s => s.Active || s.RemovedAt is not null).Select(s => new SourceHealthLine(s, [.. open[s.Id]]))];
    }

    public string InWords()
    {
        var words = $"{State}; last success {When(Row.LastSuccessAt)}, last new item {When(Row.LastNewItemAt)}, next try {When(Row.NextFetchAt)}";
        if (Row.Failures > 0) words += string.Create(CultureInfo.InvariantCulture, $"; {Row.Failures} failures, since {When(Row.FailingSince)}: {Row.Failure}");
        if (Row.MovedTo is { } moved) words += $"; moved to {moved}";
        if (Row.GapAt is { } gap) words += $"; a gap on {When(gap)}";
        return words + string.Concat(Notices.Select(n => $"; {Keyword.Of(n.Kind)} since {When(n.At)}"));
    }

    public static string When(DateTimeOffset? at) => at is { } known && known > DateTimeOffset.UnixEpoch ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
}
