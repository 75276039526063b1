using Monitor.Core.Changes;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// Which known row a change of the story told anew is. Its claims say so; where new evidence parted what was one change, the row (its address, and
/// what was told of it) stays with the part it told of: the one of its date, else the one that is news, else the larger.
/// </summary>
internal static class RowMatching
{
    /// <summary>The rows of each change, in order of age: the first is it, the others are merged into it.</summary>
    public static List<List<ChangeRow>> Of(IReadOnlyList<Change> changes, IReadOnlyList<ChangeRow> rows, Func<Change, IEnumerable<ClaimRow>> claimsOf)
    {
        var named = changes.Select(c => claimsOf(c).Where(r => r.ChangeId is not null).Select(r => r.ChangeId!.Value).ToHashSet()).ToList();
        var matched = changes.Select(_ => new List<ChangeRow>()).ToList();
        foreach (var row in rows.OrderBy(r => r.Id))
        {
            var heirs = Enumerable.Range(0, changes.Count).Where(i => named[i].Contains(row.Id)).ToList();
            if (heirs.Count == 0) continue;
            matched[heirs.OrderByDescending(i => changes[i].Date == row.Date).ThenByDescending(i => changes[i].IsNews).ThenByDescending(i => changes[i].Evidence.Count).First()].Add(row);
        }

        return matched;
    }
}
