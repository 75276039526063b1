using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Feeds.Health;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>
/// Writes what curators are to be told of a source: once when something begins, once when it is over. The rows wait with the transaction that saw it; whoever tells
/// the curators marks them as told.
/// </summary>
internal sealed class SourceNotices(MonitorDb db, DateTimeOffset now)
{
    private static readonly TimeSpan DownAfter = TimeSpan.FromHours(24);

    /// <summary>A source that outruns its plan has a gap at every look; one notice a day says it.</summary>
    private static readonly TimeSpan GapsTogether = TimeSpan.FromHours(24);

    private const int LatestItems = 50;

    public async Task AfterSuccessAsync(SourceRow row, Look look, bool hadItems, CancellationToken cancellation)
    {
        var open = await OpenAsync(row, cancellation);
        foreach (var down in open.Where(n => n.Kind == NoticeKind.Down)) BackAgain(row, down, "answers again");
        if (look.Fresh > 0)
            foreach (var silent in open.Where(n => n.Kind == NoticeKind.Silent)) BackAgain(row, silent, "has something new again");

        if (hadItems && look.Window.IsGap && !look.IsRepublishing) Gap(row, look.Window);
        var archive = open.Find(n => n.Kind == NoticeKind.Archive);
        if (look.IsRepublishing && archive is null) Add(row, NoticeKind.Archive, $"{row.Name} gives its old items again, with new ids or dates; none of them is taken for news");
        if (!look.IsRepublishing && look.Window.Items > 0 && archive is not null) archive.EndedAt = now;
    }

    /// <summary>What time alone shows: failing for a day, silent for much longer than usual.</summary>
    public async Task AsTimePassesAsync(SourceRow row, CancellationToken cancellation)
    {
        var open = await OpenAsync(row, cancellation);
        if (row.FailingSince is { } since)
        {
            if (now - since >= DownAfter && !open.Exists(n => n.Kind == NoticeKind.Down)) Add(row, NoticeKind.Down, $"{row.Name} has not been readable since {Day(since)}: {row.Failure}");
            return;
        }

        if (row.LastNewItemAt is not { } last || open.Exists(n => n.Kind == NoticeKind.Silent)) return;
        if (now - last > TimeSpan.FromDays(1) && Silence.Allowed(await LatestAsync(row, cancellation)) is { } allowed && now - last > allowed)
            Add(row, NoticeKind.Silent, $"{row.Name} answers, but has had nothing new since {Day(last)}; usually it is never silent for so long");
    }

    private void BackAgain(SourceRow row, SourceNoticeRow over, string what)
    {
        over.EndedAt = now;
        Add(row, NoticeKind.Back, $"{row.Name} {what}");
    }

    private void Gap(SourceRow row, FeedWindow window)
    {
        if (row.GapAt is not { } last || now - last >= GapsTogether) Add(row, NoticeKind.Gap, string.Create(CultureInfo.InvariantCulture, $"None of the {window.Items} items of {row.Name} was known: some may have come and gone since it was last read"));
        row.GapAt = now;
    }

    private void Add(SourceRow row, NoticeKind kind, string words) =>
        db.SourceNotices.Add(new SourceNoticeRow { SourceId = row.Id, Kind = kind, At = now, Words = words, EndedAt = kind is NoticeKind.Back or NoticeKind.Gap ? now : null });

    private Task<List<SourceNoticeRow>> OpenAsync(SourceRow row, CancellationToken cancellation) =>
        db.SourceNotices.Where(n => n.SourceId == row.Id && n.EndedAt == null).ToListAsync(cancellation);

    private Task<List<DateTimeOffset>> LatestAsync(SourceRow row, CancellationToken cancellation) =>
        db.Items.Where(i => i.SourceId == row.Id).OrderByDescending(i => i.Id).Take(LatestItems).Select(i => i.Published ?? i.FetchedAt).ToListAsync(cancellation);

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
