using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Wording;

/// <summary>What is known of one subject, as facts in no language: the answer to "what about …?".</summary>
public sealed record Card
{
    public required Subject Subject { get; init; }

    public required SubjectStatus Status { get; init; }

    /// <summary>The change the status rests on; null where it rests on the list alone.</summary>
    public Change? Basis { get; init; }

    /// <summary>A newer report that was withdrawn or overruled: whoever read it must read this.</summary>
    public Change? Withdrawn { get; init; }

    public required IReadOnlyList<CardFact> Facts { get; init; }

    /// <summary>Where the status and the facts are from, best first.</summary>
    public required IReadOnlyList<CardSource> Sources { get; init; }

    public required IReadOnlyList<CardSource> LastItems { get; init; }

    /// <summary>A mass release of the last days in which this person, still held, has not been named.</summary>
    public OpenGroup? OpenGroup { get; init; }

    public required Freshness Freshness { get; init; }

    public Uri? Page { get; init; }
}

/// <param name="Standing">How the change it tells stands now; null where it tells none. A fact of the list that the news disputes must say so.</param>
public sealed record CardFact(Fact Fact, Standing? Standing = null);

/// <param name="Article">The id by which facts cite it (<c>000</c>), for an article of the list.</param>
/// <param name="Published">Null where the item does not say.</param>
/// <param name="Contrary">It says the opposite.</param>
public sealed record CardSource(string Title, string? Url, string Origin, DateTimeOffset? Published, string? Article = null, bool Contrary = false);

/// <param name="Age">How long ago any source was last read with success; null: never.</param>
/// <param name="Failing">Sources that cannot be read at the moment, of all.</param>
public sealed record Freshness(TimeSpan? Age, int Failing, int Total);

/// <param name="Named">How many of the list have been named so far.</param>
public sealed record OpenGroup(int Count, PartialDate Date, int Named);
