using Monitor.Core.Claims;
using Monitor.Core.Items;
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

    /// <summary>The number by which whoever gave this evidence knows it again.</summary>
    public long Claim { get; init; }

    public required string Subject { get; init; }

    public required ClaimKind Kind { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>When it happened, where the item says so.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>When the item was published (or first seen, where it does not say).</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Who speaks: the voice the item quotes, else the organisation behind its source.</summary>
    public required string Origin { get; init; }

    /// <summary>True where the item says whose word it is, or a rights group or an authority speaks itself (DESIGN §4.5).</summary>
    public bool Attributed { get; init; }

    /// <summary>True where <see cref="Origin"/> is quoted by the item; false where the item speaks itself.</summary>
    public bool Quoted { get; init; }

    public required string Item { get; init; }

    /// <summary>The words of the item, to tell a reprint; null where they are not known.</summary>
    public TextPrint? Print { get; init; }

    /// <summary>False for what may only fill history: a first look, an old item, a fact of the imported list.</summary>
    public bool Live { get; init; }

    /// <summary>A curator's own word: against a change it withdraws it, however many speak for it.</summary>
    public bool ByCurator { get; init; }

    public string? To { get; init; }

    public int? Count { get; init; }

    /// <summary>The day it happened as far as known: the day it names, else the day it was published.</summary>
    public PartialDate When => Date ?? PartialDate.OfDay(DateOnly.FromDateTime(Published.UtcDateTime));
}
