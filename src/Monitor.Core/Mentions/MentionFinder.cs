using Monitor.Core.Items;
using Monitor.Core.Mentions.Sanctions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Mentions;

/// <summary>What one item names: the subjects taken, and the names seen but not taken.</summary>
public sealed record MentionResult(IReadOnlyList<Mention> Mentions, IReadOnlyList<NearMiss> NearMisses)
{
    public static MentionResult Nothing { get; } = new([], []);
}

/// <summary>
/// Finds the subjects of a watchlist in items, in every language and script at once. Built once for a list, then used by any number of
/// threads; one pass over the text whatever the size of the list, and an item without a find costs no allocation.
/// </summary>
public sealed class MentionFinder(IReadOnlyList<Subject> watchlist)
{
    private readonly NameIndex index = new(watchlist);
    private readonly SanctionFinder sanctions = new(watchlist);

    /// <summary>The index behind, for looking up a person by a question (<see cref="NameSearch"/>).</summary>
    public NameIndex Index => index;

    public MentionResult Find(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var sightings = NameScan.Find(item.Title, index, item.Language, 0);
        sightings = NameScan.Find(item.Text, index, item.Language, item.Title.Length + 1, sightings);
        var maySanction = sanctions.MayName(item.Title, item.Text, sightings is not null || ItemContext.IsOfBelarus(item.Language));
        if (sightings is null && !maySanction) return MentionResult.Nothing;
        var mentions = new List<Mention>();
        var nearMisses = new List<NearMiss>();
        var text = item.Whole;
        var context = ItemContext.Of(text, item.Language);
        if (sightings is not null) new PersonFinder(index).Decide(text, item.Language, sightings, context, (mentions, nearMisses));
        if (maySanction) sanctions.Find(text, context, mentions);
        return new MentionResult(mentions, nearMisses);
    }
}
