namespace Monitor.Core.Items;

/// <summary>An item of one look, held against what is stored of its source.</summary>
/// <param name="IsKnown">One of its names (link, guid) is stored.</param>
/// <param name="WordsAreKnown">An item with the same title and text is stored.</param>
/// <param name="IsRenamed">It is known, but has a link or guid that was not.</param>
/// <param name="MovedForward">How much later its date is than the date it was stored with.</param>
public sealed record SeenItem(bool IsKnown, bool WordsAreKnown, bool IsRenamed, TimeSpan MovedForward);

/// <summary>
/// Tells a site that gives its archive again (a new guid for each item, https for http, all dates today, after a move or a repair) from one with much news:
/// nearly all old items it shows have a new name or date. Old items are no news, whatever date they bear.
/// </summary>
public static class Republishing
{
    private const int FewestItems = 5;

    /// <summary>A site may touch up a few old items any day.</summary>
    private const double NearlyAll = 0.8;

    private static readonly TimeSpan Moved = TimeSpan.FromHours(20);

    private static readonly TimeSpan Alike = TimeSpan.FromHours(1);

    public static bool Is(IReadOnlyCollection<SeenItem> window)
    {
        var old = window.Count(item => item.IsKnown || item.WordsAreKnown);
        var again = window.Count(item => item.IsKnown ? item.IsRenamed || item.MovedForward >= Moved : item.WordsAreKnown);
        return again >= FewestItems && again >= old * NearlyAll;
    }

    /// <summary>Of items that nobody has seen and that came along with an archive: many at once, all of one date, are its older part; a few are today's news.</summary>
    public static bool IsOlderPart(IReadOnlyCollection<DateTimeOffset?> unknown)
    {
        var dates = unknown.OfType<DateTimeOffset>().ToList();
        return unknown.Count >= FewestItems && (dates.Count == 0 || dates.Max() - dates.Min() <= Alike);
    }
}
