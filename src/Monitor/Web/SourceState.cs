using Monitor.Core.Feeds.Health;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>One source on its page: its record, and the notices about it that are not over.</summary>
public sealed record SourceState(SourceRow Row, IReadOnlyList<SourceNoticeRow> Notices)
{
    /// <summary>What readers should know beside "answers" and "fails", as keys of wording with the moment each began.</summary>
    public IEnumerable<(string Key, DateTimeOffset At)> Remarks()
    {
        if (Row.PausedAt is { } paused) yield return ("page.sources.paused", paused);
        foreach (var notice in Notices.Where(n => n.Kind is NoticeKind.Down or NoticeKind.Silent or NoticeKind.Archive)) yield return ("page.sources.notice." + Keyword.Of(notice.Kind), notice.At);
        if (Row.GapAt is { } gap) yield return ("page.sources.notice.gap", gap);
    }
}
