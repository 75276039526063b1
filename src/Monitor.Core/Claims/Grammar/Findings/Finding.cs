using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>What one trigger says of one subject, before the item as a whole is weighed (<see cref="Settling"/>).</summary>
public sealed record Finding(Subject Subject, ClaimKind Kind, Stance Stance, Piece Piece, Trigger Trigger)
{
    public PartialDate? Date { get; init; }

    public string? SaidBy { get; init; }

    public string? To { get; init; }

    /// <summary>The act is taken for known ("after his release"): news only where something else in the item says so.</summary>
    public bool Presupposed { get; init; }

    /// <summary>The stance is by what stands beside it (a date, a word for "earlier"), not by default.</summary>
    public bool Dated { get; init; }

    /// <summary>The subject is not named in the clause but was spoken of just before.</summary>
    public bool ByFocus { get; init; }

    public required string Reason { get; init; }
}
