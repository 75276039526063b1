using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// What only a human can decide of a discovered subject: its id, the spelling to call it by, its names for readers, its role. An override names
/// nobody who was not found, and holds no fact, status or standing.
/// </summary>
public static class Overrides
{
    /// <summary>Why these entries cannot be overrides; empty where they can.</summary>
    public static IEnumerable<string> Faults(IEnumerable<Subject> overrides) =>
        overrides.Where(o => o.Facts.Count > 0 || o.Status is not null).Select(o => $"{o.Id}: facts and status come from the articles; an override holds ids and names only");

    internal static IEnumerable<Subject> Apply(IReadOnlyList<Subject> overrides, IReadOnlyList<Subject> found)
    {
        var fitting = found.Select(f => (Found: f, Override: overrides.FirstOrDefault(o => Fits(o, f)))).ToList();
        var order = overrides.Select((o, n) => (o.Id, n)).ToDictionary(p => p.Id, p => p.n, StringComparer.Ordinal);
        return fitting.OrderBy(f => f.Override is null ? int.MaxValue : order[f.Override.Id])
            .GroupBy(f => f.Override?.Id ?? f.Found.Id, StringComparer.Ordinal).Select(g => g.First().Override ?? g.First().Found);
    }

    private static bool Fits(Subject entry, Subject found) => (entry, found) switch
    {
        (Sanction, Sanction) => entry.Id == found.Id,
        (Person, Person) => found.OtherNames.Prepend(found.Name).Any(n => IsNamed(entry, n)),
        _ => false,
    };

    private static bool IsNamed(Subject person, string printed) => printed == person.Name
        || new MentionFinder([person]).Find(new Item { Id = "", Source = "", Origin = "", Title = "", Text = $"Belarus: political prisoner {printed}." }).Mentions.Count > 0;
}
