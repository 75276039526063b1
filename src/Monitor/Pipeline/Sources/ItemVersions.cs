using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Changes;
using Monitor.Core.Feeds;
using Monitor.Store;

namespace Monitor.Pipeline.Sources;

/// <summary>
/// An item that its site edits ("UPD: not confirmed") is stored once more, as a later version under the same names, and read like any other; the earlier text, from which people
/// were told something, stays. A version that claims nothing is not worth keeping: counters of views edit a page at every look.
/// </summary>
public sealed class ItemVersions(WatchlistInUse watchlist)
{
    /// <summary>What changes more often is no edited article any more, but a page that lives.</summary>
    private const int Most = 20;

    /// <summary>Between the name of an item and the number of a later version of it.</summary>
    private const string Mark = "#version-";

    /// <returns>True where a version was stored.</returns>
    /// <param name="first">The item as it was first stored.</param>
    public async Task<bool> AddAsync(MonitorDb db, long first, ParsedItem item, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await LastAsync(db, first, cancellation);
        if (Next(last, item.Title ?? "", item.Article ?? item.Text, now) is not { } version) return false;
        var number = await db.Items.CountAsync(i => i.EditOf == first, cancellation) + 1;
        if (number > Most) return false;
        var begun = await db.Items.AsNoTracking().SingleAsync(i => i.Id == first, cancellation);
        version.Reference = string.Create(CultureInfo.InvariantCulture, $"{begun.Reference}{Mark}{number + 1}");
        if (now - (begun.Published ?? begun.FetchedAt) >= ItemReading.NewsAge) (version.Silent, version.SilentReason) = (true, "its item was older than 14 days when it was edited");
        db.Items.Add(version);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whether these words claim anything that the last version does not: the article's own page always words it otherwise than its feed.</summary>
    public async Task<bool> SaysMoreAsync(MonitorDb db, long first, ParsedItem item, DateTimeOffset now, CancellationToken cancellation)
    {
        var last = await LastAsync(db, first, cancellation);
        if (Next(last, item.Title ?? "", item.Text, now) is not { } version) return false;
        var (before, after, reader) = (ItemRows.ToItem(last), ItemRows.ToItem(version), watchlist.Reader);
        var more = EditedReading.NewIn(reader.Read(after), reader.Read(EditedReading.Added(after, before)), reader.Read(before));
        return more.Claims.Count + more.Groups.Count > 0;
    }

    /// <summary>What the outside calls the item of which this is the name of some version.</summary>
    internal static string NameOf(string reference) => reference.LastIndexOf(Mark, StringComparison.Ordinal) is > 0 and var end ? reference[..end] : reference;

    internal static Task<ItemRow> LastAsync(MonitorDb db, long first, CancellationToken cancellation) =>
        db.Items.AsNoTracking().Where(i => i.Id == first || i.EditOf == first).OrderByDescending(i => i.Id).FirstAsync(cancellation);

    /// <summary>Null where the new words claim nothing. It speaks when the edit was noticed, and after what it edits in any case.</summary>
    private ItemRow? Next(ItemRow last, string title, string text, DateTimeOffset now)
    {
        var before = last.Published ?? last.FetchedAt;
        var version = new ItemRow
        {
            SourceId = last.SourceId,
            Reference = last.Reference,
            Origin = last.Origin,
            Url = last.Url,
            Title = title,
            Text = text,
            Language = last.Language,
            Published = now > before ? now : before.AddSeconds(1),
            FetchedAt = now,
            EditOf = last.EditOf ?? last.Id,
        };
        var reading = watchlist.Reader.Read(ItemRows.ToItem(version));
        return reading.Claims.Count + reading.Groups.Count + reading.Proposals.Count + reading.NearMisses.Count > 0 ? version : null;
    }
}
