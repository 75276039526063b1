using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// One real-world change of one subject (or of a group), with the evidence it rests on. It is a pure function of that evidence, so
/// the same items in any order give the same changes.
/// </summary>
public sealed record Change
{
    public required string Subject { get; init; }

    /// <summary>The stage best founded: the kind that most origins name.</summary>
    public required ClaimKind Kind { get; init; }

    public required PartialDate Date { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Who says so, first voice first.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Who says the contrary.</summary>
    public required IReadOnlyList<string> Against { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Where the person was taken, where one and only one country is named.</summary>
    public string? To { get; init; }

    /// <summary>For a group: how many, by the figure most origins give.</summary>
    public int? Count { get; init; }

    /// <summary>For a group: the other figures that are given, smallest first. Contradictions are kept, never averaged.</summary>
    public IReadOnlyList<int> OtherCounts { get; init; } = [];

    /// <summary>True when a live item asserts it; else it is history and nobody is alerted.</summary>
    public bool IsNews { get; init; }

    public ClaimKind Family => ChangeFamily.Of(Kind);
}
