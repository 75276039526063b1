using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>Which of the known regimes (who imposed it, what it hits) a set of articles says something of.</summary>
internal static class SanctionDiscovery
{
    private static readonly Sanction[] Regimes =
    [
        Regime("us-potash", "US", "potash"), Regime("us-belavia", "US", "belavia"), Regime("us-belarus-other", "US", "other"),
        Regime("eu-belarus", "EU", "belarus"), Regime("uk-belarus", "UK", "belarus"),
    ];

    public static IReadOnlyList<Sanction> Of(IReadOnlyList<Item> articles)
    {
        var reader = new ItemReader(Regimes);
        var told = articles.SelectMany(a => reader.Read(a).Claims).Where(c => c.Stance is Stance.Asserted or Stance.Background).Select(c => c.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. Regimes.Where(r => told.Contains(r.Id))];
    }

    private static Sanction Regime(string id, string issuer, string target) => new() { Id = id, Name = $"{issuer} sanctions: {target}", Issuer = issuer, Target = target };
}
