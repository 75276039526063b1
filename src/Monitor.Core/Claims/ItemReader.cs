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
    private readonly MentionFinder _mentions = new(watchlist);
    private readonly ClaimReader _claims = new(watchlist);

    public Reading Read(Item item) => Read(item, []);

    /// <param name="judgements">What curators said of names in this item.</param>
    public Reading Read(Item item, IReadOnlyList<NameJudgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(item);
        var (mentions, misses) = Judged.By(judgements, _mentions.Find(item));
        var (claims, groups, proposals) = _claims.Read(item, mentions);

        // A name that several listed persons bear asks who is meant; it names nobody new.
        var unlisted = proposals.Where(p => !misses.Any(m => m.Ambiguous && p.Name.Contains(m.Surface, StringComparison.Ordinal)));
        return new Reading(mentions, claims, groups, [.. unlisted], misses);
    }
}
