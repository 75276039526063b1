using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Alerts;

/// <summary>From a change and the items behind it to what one message says.</summary>
public static class AlertWriter
{
    /// <summary>A change that everybody writes about for weeks needs not all of it in every alert.</summary>
    private const int MostItems = 50;

    /// <param name="subject">Null for a group.</param>
    public static Alert Write(AlertType type, Change change, Subject? subject, AlertContext context)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(context);
        return new Alert
        {
            Type = type,
            Subject = change.Subject,
            Names = subject is null ? new Dictionary<string, string>() : Alert.NamesOf(subject),
            Kind = change.Kind,
            Date = change.Date,
            Standing = change.Standing,
            Origins = change.Origins,
            Against = change.Against,
            Items = ItemsOf(change, context.Items),
            To = change.To,
            Count = change.Count,
            OtherCounts = change.OtherCounts,
            Named = [.. context.Named.Select(Alert.NamesOf)],
        };
    }

    private static List<AlertItem> ItemsOf(Change change, IReadOnlyDictionary<string, Item> items)
    {
        // The contrary first: whoever reads only two lines of a correction must have read it. Then those who told it first.
        return change.Evidence
            .GroupBy(e => e.Item, StringComparer.Ordinal)
            .Where(g => items.ContainsKey(g.Key))
            .OrderBy(g => g.Any(e => e.Stance == Stance.Negated) ? 0 : 1).ThenBy(g => g.Min(e => e.Published)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostItems)
            .Select(g => new AlertItem(items[g.Key].Id, items[g.Key].Title, items[g.Key].Url, items[g.Key].Origin, g.Min(e => e.Published), g.Any(e => e.Stance == Stance.Negated)))
            .ToList();
    }
}

/// <summary>What a message may show beside the change itself: the items of its evidence by their key there, and for a group who was named.</summary>
public sealed record AlertContext(IReadOnlyDictionary<string, Item> Items, IReadOnlyList<Subject> Named);
