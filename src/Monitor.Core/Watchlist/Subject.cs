namespace Monitor.Core.Watchlist;

/// <summary>A tracked person or sanction. The id is permanent: it stands in addresses, feeds and subscriptions.</summary>
public abstract record Subject
{
    public required string Id { get; init; }

    /// <summary>The one required name, in any script; every other form is derived from it.</summary>
    public required string Name { get; init; }

    /// <summary>How to show the subject to readers of a language (<c>be</c>, <c>ru</c>, …).</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Printed forms that nobody could derive; inflections, transliterations and given-name pairs are not listed.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public SubjectStatus? Status { get; init; }

    public string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Name;
}

public sealed record Person : Subject
{
    public Gender Gender { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes, as far as a source states them.</summary>
    public IReadOnlyList<string> Nationality { get; init; } = [];

    public string Role { get; init; } = "prisoner";
}

public sealed record Sanction : Subject
{
    /// <summary>Who imposed it: US, EU, UK, …</summary>
    public required string Issuer { get; init; }

    /// <summary>What it hits: potash, belavia, or belarus for a general regime.</summary>
    public required string Target { get; init; }
}

public enum Gender
{
    Unknown,
    F,
    M,
}

/// <summary>Something a cited source states of a subject. <see cref="SaidBy"/>: the voices behind it, where known; without, each cited article speaks for itself.</summary>
public sealed record Fact(ClaimKind Kind, PartialDate? Date, string? Note, IReadOnlyList<Citation> Cites, IReadOnlyList<string> SaidBy);

/// <summary>Article id and line, written <c>000:11</c>.</summary>
public sealed record Citation(string Article, int Line)
{
    public override string ToString() => $"{Article}:{Line}";
}
