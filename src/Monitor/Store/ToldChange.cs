using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>A change as it is stored, with the claims and items it rests on: what pages, feeds and answers show.</summary>
public sealed record ToldChange(ChangeRow Row, IReadOnlyList<ClaimRow> Claims, IReadOnlyDictionary<long, ItemRow> Items)
{
    /// <summary>The same as Core's change; order of evidence and standing are computed anew from the claims.</summary>
    public Change Change { get; } = ChangeOf(Row, Claims, Items);

    /// <summary>The change as a message would tell it now: one wording for alerts, feeds and pages.</summary>
    public Alert AsAlert(Subject? subject, IReadOnlyList<Subject> named) => AlertWriter.Write(
        Row.Standing == Standing.Retracted ? AlertType.Correction : AlertType.Report, Change, subject, new AlertContext(ItemsByKey(), named));

    private Dictionary<string, Item> ItemsByKey() =>
        Items.Values.ToDictionary(i => i.Id.ToString(CultureInfo.InvariantCulture), ItemRows.ToItem, StringComparer.Ordinal);

    private static Change ChangeOf(ChangeRow row, IReadOnlyList<ClaimRow> claims, IReadOnlyDictionary<long, ItemRow> items)
    {
        var evidence = claims.Select(c => EvidenceOf(c, items.GetValueOrDefault(c.ItemId)?.Print)).ToList();
        var computed = ChangeDetector.Detect(evidence).FirstOrDefault(c => c.Family == ChangeFamily.Of(row.Kind));
        return new Change
        {
            Subject = row.SubjectId,
            Kind = row.Kind,
            Date = row.Date,
            Standing = row.Standing,
            Origins = computed?.Origins ?? [],
            Against = computed?.Against ?? [],
            Evidence = computed?.Evidence ?? evidence,
            To = row.To,
            Count = row.Count,
            OtherCounts = computed?.OtherCounts ?? [],
            IsNews = claims.Any(c => c.Live && c.Stance == Stance.Asserted),
        };
    }

    internal static Evidence EvidenceOf(ClaimRow claim, string? print) => new()
    {
        Claim = claim.Id,
        Subject = claim.SubjectId,
        Kind = claim.Kind,
        Stance = claim.Stance,
        Date = claim.Date,
        Published = claim.Published,
        Origin = claim.Origin,
        Item = claim.ItemId.ToString(CultureInfo.InvariantCulture),
        Quoted = claim.Quoted,
        Attributed = claim.Attributed,
        Print = print is null ? null : TextPrint.Parse(print),
        Live = claim.Live,
        ByCurator = claim.ByCurator,
        To = claim.To,
        Count = claim.Count,
    };
}
