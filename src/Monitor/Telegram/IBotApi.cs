using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Telegram;

/// <summary>
/// The Bot API methods in use, named and shaped as in the package Telegram.Bot, so that it could take this folder's place.
/// Two implementations: HTTP, and the chat in a terminal. Every method throws <see cref="BotApiException"/> where Telegram
/// does not do what was asked; what was sent and what was not is in its <see cref="BotApiException.Outcome"/>.
/// <see cref="OperationCanceledException"/> means that nothing was sent (or that a poll ended).
/// </summary>
public interface IBotApi
{
    Task<User> GetMe(CancellationToken cancellation);

    /// <summary>Answers when there are updates, or empty after <see cref="GetUpdatesRequest.Timeout"/> seconds.</summary>
    Task<IReadOnlyList<Update>> GetUpdates(GetUpdatesRequest request, CancellationToken cancellation);

    Task<Message> SendMessage(SendMessageRequest request, CancellationToken cancellation);

    Task<Message> EditMessageText(EditMessageTextRequest request, CancellationToken cancellation);

    Task AnswerCallbackQuery(AnswerCallbackQueryRequest request, CancellationToken cancellation);

    Task AnswerInlineQuery(AnswerInlineQueryRequest request, CancellationToken cancellation);

    Task SetMyCommands(SetMyCommandsRequest request, CancellationToken cancellation);

    Task SetMyDescription(SetMyDescriptionRequest request, CancellationToken cancellation);

    Task SetMyShortDescription(SetMyShortDescriptionRequest request, CancellationToken cancellation);

    Task SetWebhook(SetWebhookRequest request, CancellationToken cancellation);

    Task DeleteWebhook(DeleteWebhookRequest request, CancellationToken cancellation);

    Task LeaveChat(LeaveChatRequest request, CancellationToken cancellation);

    Task<ChatMember> GetChatMember(GetChatMemberRequest request, CancellationToken cancellation);
}
