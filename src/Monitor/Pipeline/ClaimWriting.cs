using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>What a reading claims, as rows: each claim under the voice that makes it, the one the item quotes or whoever speaks in the item.</summary>
/// <param name="role">What the item's source is; null where it is not configured.</param>
internal sealed class ClaimWriting(ItemRow row, Item item, SourceRole? role, bool live)
{
    private readonly string _speaker = Speaker.Of(item);

    public List<ClaimRow> Of(Reading reading) => [.. reading.Claims.Select(Row), .. reading.Groups.Select(Row)];

    private ClaimRow Row(Claim claim) => Said(claim.SaidBy, new ClaimRow
    {
        ItemId = row.Id,
        SubjectId = claim.Subject,
        Kind = claim.Kind,
        Stance = claim.Stance,
        Date = claim.Date,
        Origin = _speaker,
        To = claim.To,
        Surface = claim.Surface,
        Why = claim.Why,
    });

    private ClaimRow Row(GroupClaim group) => Said(group.SaidBy, new ClaimRow
    {
        ItemId = row.Id,
        SubjectId = Evidence.Group,
        Kind = group.Kind,
        Stance = group.Stance,
        Date = group.Date,
        Origin = _speaker,
        Count = group.Count,
        Surface = group.Surface,
        Why = group.Why,
    });

    private ClaimRow Said(string? voice, ClaimRow claim)
    {
        if (voice is not null) (claim.Origin, claim.Quoted) = (Origins.Of(voice), true);
        claim.Attributed = claim.Quoted || role is SourceRole.Official or SourceRole.RightsGroup;
        (claim.Published, claim.Live) = (item.Published!.Value, live);
        return claim;
    }
}
