using Monitor.Core.Alerts;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>A change with what a message would say of it.</summary>
public sealed record WordedChange(ToldChange Told, Alert Alert)
{
    public string Path => "/changes/" + Uri.EscapeDataString(Told.Row.Slug);

    /// <summary>The items behind it: the contrary first, then those who told it first.</summary>
    public IReadOnlyList<ItemRow> Items => [.. Told.Items.Values
        .OrderBy(i => Told.Claims.Any(c => c.ItemId == i.Id && c.Stance == Core.Claims.Stance.Negated) ? 0 : 1)
        .ThenBy(i => i.Published ?? i.FetchedAt).ThenBy(i => i.Id)];

    public static async Task<IReadOnlyList<WordedChange>> OfAsync(IEnumerable<ToldChange> changes, AlertNow alerts, CancellationToken cancellation)
    {
        var worded = new List<WordedChange>();
        foreach (var change in changes) worded.Add(new WordedChange(change, await alerts.OfAsync(change, cancellation)));
        return worded;
    }
}
