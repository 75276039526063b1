using Monitor.Telegram.Types;

namespace Monitor.Telegram.Requests;

public sealed record LeaveChatRequest : Wire, IRequest<bool>
{
    string IRequest<bool>.MethodName => "leaveChat";

    public required ChatId ChatId { get; init; }
}

/// <summary>Asks what one person is in a chat, e.g. whether they may change what a group gets.</summary>
public sealed record GetChatMemberRequest : Wire, IRequest<ChatMember>
{
    string IRequest<ChatMember>.MethodName => "getChatMember";

    public required ChatId ChatId { get; init; }

    public required long UserId { get; init; }
}
