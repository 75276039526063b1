namespace Monitor.Core.Feeds.Health;

/// <summary>
/// What one look at a source showed of its window, the items it holds at a time. When each of several items is unknown, others may have come and gone
/// between two looks: a gap.
/// </summary>
/// <param name="Items">How many it showed.</param>
/// <param name="New">How many of them were unknown.</param>
public sealed record FeedWindow(int Items, int New)
{
    /// <summary>A page that shows its one newest item shows nothing but new ones.</summary>
    private const int FewestForAGap = 3;

    /// <summary>Sites pin an old item on top: the oldest quarter says nothing of the pace.</summary>
    private const double PinnedShare = 0.25;

    public bool IsGap => Items >= FewestForAGap && New == Items;

    /// <summary>How long an item stays in sight, by the items' own dates; null where too few are dated.</summary>
    public static TimeSpan? Lasts(IReadOnlyList<ParsedItem> items, DateTimeOffset now)
    {
        var ages = items.Select(item => now - (item.Published ?? item.Updated)).OfType<TimeSpan>().Where(age => age > TimeSpan.Zero).Order().ToList();
        return ages.Count < FewestForAGap ? null : ages[(int)((ages.Count - 1) * (1 - PinnedShare))];
    }
}
