using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// One claim as the change stage sees it: said of whom, when, by which origin. A group release is evidence about the subject
/// <see cref="Group"/> and carries its <see cref="Count"/>.
/// </summary>
public sealed record Evidence
{
    /// <summary>The subject id of mass releases.</summary>
    public const string Group = "group";

    public required string Subject { get; init; }

    public required ClaimKind Kind { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>When it happened, where the item says so.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>When the item was published (or first seen, where it does not say).</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Who speaks: the voice the item quotes, else the organisation behind its source.</summary>
    public required string Origin { get; init; }

    public required string Item { get; init; }

    /// <summary>False for what may only fill history: a first look, an old item, a fact of the imported list.</summary>
    public bool Live { get; init; }

    public string? To { get; init; }

    public int? Count { get; init; }

    /// <summary>The day it happened as far as known: the day it names, else the day it was published.</summary>
    public PartialDate When => Date ?? PartialDate.OfDay(DateOnly.FromDateTime(Published.UtcDateTime));
}
