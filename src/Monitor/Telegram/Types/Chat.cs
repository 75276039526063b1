using System.Text.Json.Serialization;

namespace Monitor.Telegram.Types;

/// <summary>A chat: private, group, supergroup or channel. The id needs 64 bits; titles and names are not read.</summary>
public sealed record Chat : Wire
{
    private const string Private = "private";

    public required long Id { get; init; }

    public string? Type { get; init; }

    /// <summary>A supergroup whose messages are sorted into topics.</summary>
    public bool? IsForum { get; init; }

    [JsonIgnore]
    public bool IsPrivate => string.Equals(Type, Private, StringComparison.Ordinal);
}
