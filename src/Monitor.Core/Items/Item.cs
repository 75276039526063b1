namespace Monitor.Core.Items;

/// <summary>
/// One article or post of a source, as plain text. Offsets of mentions and claims count UTF-16 units of <see cref="Whole"/>.
/// </summary>
public sealed record Item
{
    public required string Id { get; init; }

    /// <summary>The source it came from (a source id, or a host).</summary>
    public required string Source { get; init; }

    /// <summary>The organisation that speaks through the source; sources of one origin count once.</summary>
    public required string Origin { get; init; }

    public string? Url { get; init; }

    /// <summary>When it was published, by its own word; null where it does not say.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>BCP-47 language tag; null where nobody said: the reader then tells it from the text.</summary>
    public string? Language { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public string Whole => Title + "\n" + Text;
}
