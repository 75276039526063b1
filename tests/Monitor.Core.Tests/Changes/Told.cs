using System.Globalization;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Changes;

/// <summary>Evidence in one line: who tells what, on which day of 2025.</summary>
internal static class Told
{
    public static Evidence Freed(string origin, string day, Stance stance = Stance.Asserted, int hour = 12, string? item = null) =>
        Tell(ClaimKind.Released, origin, day, hour) with { Stance = stance, Item = item ?? $"{origin}-{day}-{hour}" };

    public static Evidence Tell(ClaimKind kind, string origin, string day, int hour = 12) => new()
    {
        Subject = "someone",
        Kind = kind,
        Stance = Stance.Asserted,
        Published = DateTimeOffset.Parse($"2025-{day}T{hour:00}:00:00Z", CultureInfo.InvariantCulture),
        Origin = origin,
        Item = $"{origin}-{day}-{hour}",
        Live = true,
    };
}
