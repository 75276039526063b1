using System.Text.Json.Serialization;

namespace Monitor.Telegram.Types;

/// <summary>What somebody is in a chat. Whoever owns or administers it may change what a group gets.</summary>
public sealed record ChatMember : Wire
{
    public required string Status { get; init; }

    public User? User { get; init; }

    /// <summary>Only with status "restricted": restricted people may have left.</summary>
    public bool? IsMember { get; init; }

    [JsonIgnore]
    public bool IsAdministrator => Status is "creator" or "administrator";

    [JsonIgnore]
    public bool IsInChat => Status is "creator" or "administrator" or "member" || (Status is "restricted" && IsMember == true);
}

/// <summary>
/// The bot's own place in a chat changed. In a private chat "kicked" is "blocked by the user" and "member" is "unblocked".
/// </summary>
public sealed record ChatMemberUpdated : Wire
{
    public required Chat Chat { get; init; }

    public User? From { get; init; }

    public ChatMember? OldChatMember { get; init; }

    public required ChatMember NewChatMember { get; init; }
}
