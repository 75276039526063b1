namespace Monitor.Telegram.Types;

/// <summary>A person or a bot. Names of persons are not read: what is never in memory cannot be stored or logged.</summary>
public sealed record User : Wire
{
    public required long Id { get; init; }

    public bool IsBot { get; init; }

    /// <summary>Of the bot itself, as <see cref="IBotApi.GetMe"/> answers it; commands in groups are addressed by it.</summary>
    public string? Username { get; init; }

    /// <summary>IETF tag of the user's app, e.g. "be" or "pt-br"; a guess until the reader chooses.</summary>
    public string? LanguageCode { get; init; }

    public bool? CanJoinGroups { get; init; }

    public bool? SupportsInlineQueries { get; init; }
}
