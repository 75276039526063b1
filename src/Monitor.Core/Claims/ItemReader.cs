using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims;

/// <summary>
/// The one reading of an item: whom it names (Mentions), what it says of them (Claims), which groups and strangers it reports.
/// Built once for a watchlist and then used by any number of threads; a new list is a new reader.
/// </summary>
public sealed class ItemReader(IReadOnlyList<Subject> watchlist)
{
    private readonly MentionFinder finder = new(watchlist);
    private readonly ClaimReader claims = new(watchlist);

    public IReadOnlyList<Subject> Watchlist { get; } = watchlist;

    public Reading Read(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var named = finder.Find(item);
        var (found, groups, proposals) = claims.Read(item, named.Mentions);
        return new Reading(named.Mentions, found, groups, proposals, named.NearMisses);
    }
}
