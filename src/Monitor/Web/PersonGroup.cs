using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web;

/// <summary>
/// The groups in which persons are shown: by what they are now, and apart from all those of whom the sources contradict each other,
/// who count neither as free nor as held.
/// </summary>
/// <param name="Key">As the address and the texts have it: ?status=held, page.held.</param>
public sealed record PersonGroup(string Key, Func<SubjectStatus, bool> Holds)
{
    public static readonly PersonGroup Disputed = new("disputed", s => s.Standing == Standing.Disputed);

    public static readonly IReadOnlyList<PersonGroup> All =
    [
        Of("held", StatusValue.Held), Of("free", StatusValue.Released), Disputed, Of("under-travel-ban", StatusValue.UnderTravelBan), Of("dead", StatusValue.Dead), Of("unknown", StatusValue.Unknown),
    ];

    public static PersonGroup? Find(string? key) => All.FirstOrDefault(g => g.Key == key);

    /// <summary>Free by the word of one origin alone: said wherever the free are counted.</summary>
    public static bool IsUnconfirmed(SubjectStatus status) => status is { Since: not null, Standing: Standing.Reported };

    public List<SubjectLine> Of(IEnumerable<SubjectLine> lines) => [.. lines.Where(l => l.Subject is Person && Holds(l.Status))];

    private static PersonGroup Of(string key, StatusValue value) => new(key, s => s.Now == value && s.Standing != Standing.Disputed);
}
