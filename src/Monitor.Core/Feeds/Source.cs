namespace Monitor.Core.Feeds;

/// <summary>One feed, page or public Telegram channel, with the organisation that speaks through it: sources of one origin count once.</summary>
public sealed record Source
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    public required Uri Url { get; init; }

    /// <summary>BCP-47 language tag; null where it is told from each text.</summary>
    public string? Language { get; init; }

    public required string Origin { get; init; }

    public SourceRole Role { get; init; } = SourceRole.Media;

    /// <summary>How often it is asked at most; null: as often as the settings say.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Set for a page, and only for one.</summary>
    public PageSelect? Select { get; init; }
}

public enum SourceKind
{
    Feed,
    Page,
    Telegram,
}

public enum SourceRole
{
    Official,
    RightsGroup,
    Media,
    Wire,
}

/// <summary>Where a page keeps its items, as CSS selectors; those after the first are looked up inside an item.</summary>
public sealed record PageSelect(string Item, string Title, string Link, string? Date, string? Text);
