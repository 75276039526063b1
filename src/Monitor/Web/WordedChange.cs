using Monitor.Core.Alerts;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>A change with what a message would say of it; with a correction, what that corrected.</summary>
public sealed record WordedChange(ToldChange Told, Alert Now)
{
    public Correction? Correction { get; init; }

    public Alert Alert => Correction is null ? Now : AlertNow.Corrected(Now, Correction);

    public string Path => "/changes/" + Uri.EscapeDataString(Told.Row.Slug);

    /// <summary>Where on the page of the change it is told; a correction has a place of its own.</summary>
    public string Anchor => Correction is null ? "" : "#" + Keyword.Of(Correction.Standing);

    /// <summary>The items behind it: the contrary first, then those who told it first.</summary>
    public IReadOnlyList<ItemRow> Items => [.. Told.Items.Values
        .OrderBy(i => IsContrary(i) ? 0 : 1)
        .ThenBy(i => i.Published ?? i.FetchedAt).ThenBy(i => i.Id)];

    /// <summary>What the list notes about it, each note once.</summary>
    public IEnumerable<string> Notes => Told.Claims.Where(c => c.FromList && c.Surface.Length > 0).Select(c => c.Surface).Distinct(StringComparer.Ordinal);

    public bool IsContrary(ItemRow item) => Told.Claims.Any(c => c.ItemId == item.Id && c.Stance == Stance.Negated);

    public static async Task<WordedChange> OfAsync(ToldChange change, AlertNow alerts, CancellationToken cancellation) => new(change, await alerts.OfAsync(change, cancellation));

    public static async Task<IReadOnlyList<WordedChange>> OfAsync(IEnumerable<ToldChange> changes, AlertNow alerts, CancellationToken cancellation)
    {
        var worded = new List<WordedChange>();
        foreach (var change in changes) worded.Add(await OfAsync(change, alerts, cancellation));
        return worded;
    }
}
