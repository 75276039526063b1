using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Tests.Histories;

/// <summary>One made-up item: who prints it, when, in which words, and what it claims. <paramref name="Text"/>: items of one number are copies of one text.</summary>
internal sealed record HistoryItem(string Outlet, DateTimeOffset Published, int Text, IReadOnlyList<ClaimRow> Claims);

/// <summary>
/// A random history of one subject, by its seed: a few outlets, voices and days, every kind of claim about a person, and copies. Small enough that
/// claims meet each other, wide enough that windows, reversals and denials all occur.
/// </summary>
internal static class RandomHistory
{
    private static readonly string[] Outlets = ["north", "south", "east", "west"];
    private static readonly string[] Voices = ["viasna", "belta", "relative"];
    private static readonly ClaimKind[] Kinds = [ClaimKind.Released, ClaimKind.Released, ClaimKind.Released, ClaimKind.Pardoned, ClaimKind.Detained, ClaimKind.Transferred, ClaimKind.Sentenced, ClaimKind.Health, ClaimKind.Died];
    private static readonly Stance[] Stances = [Stance.Asserted, Stance.Asserted, Stance.Asserted, Stance.Negated, Stance.Background, Stance.Hypothetical, Stance.Demanded];

    public static IReadOnlyList<HistoryItem> Of(int seed, IReadOnlyList<string>? voices = null)
    {
        var random = new Random(seed);
        var items = new List<HistoryItem>();
        var count = random.Next(2, 9);
        while (items.Count < count) items.Add(items.Count > 0 && random.Next(4) == 0 ? CopyOf(items[random.Next(items.Count)], random, voices ?? Outlets) : Item(random, items.Count, voices));
        return items;
    }

    private static HistoryItem Item(Random random, int number, IReadOnlyList<string>? voices)
    {
        var published = new DateTimeOffset(2025, 9, 1, random.Next(24), 0, 0, TimeSpan.Zero).AddDays(random.Next(40)).AddMinutes(number);
        var outlet = voices is null ? Outlets[random.Next(Outlets.Length)] : voices[random.Next(voices.Count)];
        var claims = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Claim(random, published, outlet, voices is null)).ToList();
        return new HistoryItem(outlet, published, number, claims);
    }

    private static ClaimRow Claim(Random random, DateTimeOffset published, string outlet, bool mayQuote)
    {
        var quoted = mayQuote && random.Next(3) == 0 ? Voices[random.Next(Voices.Length)] : null;
        var day = DateOnly.FromDateTime(published.UtcDateTime).AddDays(-random.Next(6));
        return new ClaimRow
        {
            SubjectId = "",
            Kind = Kinds[random.Next(Kinds.Length)],
            Stance = Stances[random.Next(Stances.Length)],
            Date = random.Next(5) switch { 0 => PartialDate.OfMonth(day.Year, day.Month), 1 or 2 => PartialDate.OfDay(day), _ => null },
            Origin = quoted ?? outlet,
            Quoted = quoted is not null,
            Attributed = quoted is not null,
            Published = published,
            Live = true,
            Surface = "",
            Why = "",
        };
    }

    private static HistoryItem CopyOf(HistoryItem original, Random random, IReadOnlyList<string> outlets)
    {
        var outlet = outlets[random.Next(outlets.Count)];
        var published = original.Published.AddHours(random.Next(1, 60));
        return new HistoryItem(outlet, published, original.Text, [.. original.Claims.Select(c => new ClaimRow
        {
            SubjectId = "", Kind = c.Kind, Stance = c.Stance, Date = c.Date, Origin = c.Quoted ? c.Origin : outlet, Quoted = c.Quoted, Attributed = c.Attributed, Published = published, Live = true, Surface = "", Why = "",
        })]);
    }
}
