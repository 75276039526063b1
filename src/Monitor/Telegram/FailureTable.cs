using static Monitor.Telegram.CallOutcome;

namespace Monitor.Telegram;

/// <summary>
/// What Telegram's words mean for an outbox. Only the code and the English sentence tell failures apart; the first row whose
/// words occur in the sentence (in any case) decides. Sources: [S] tdlib/telegram-bot-api Client.cpp (function named) or
/// tdlib/td (file named), [D] documentation of the Bot API, [I] reports of users.
/// </summary>
internal static class FailureTable
{
    private const int ServerErrors = 500;

    public static readonly IReadOnlyList<Row> Rows =
    [
        new(400, "message is not modified", new NotModified(), "[S] fail_query_with_error"),
        new(400, "chat not found", new ChatGone(ChatGoneReason.NotFound), "[S] check_chat"),
        new(400, "PEER_ID_INVALID", new ChatGone(ChatGoneReason.NotFound), "[I] a user the bot never saw"),
        new(400, "group chat was deactivated", new ChatGone(ChatGoneReason.Deleted), "[S] check_chat_access"),
        new(400, "have no rights to send", new NoRights(), "[S] check_chat_access"),
        new(400, "not enough rights to send", new NoRights(), "[I] eternnoir/pyTelegramBotAPI#2068"),
        new(400, "need administrator rights in the channel chat", new NoRights(), "[I] teloxide/teloxide#450"),
        new(400, "CHAT_WRITE_FORBIDDEN", new NoRights(), "[I] a group where the bot is muted"),
        new(403, "CHAT_WRITE_FORBIDDEN", new NoRights(), "[I] the same with its original code, Jijinr/Frwdit-V2#2"),
        new(400, "CHAT_RESTRICTED", new NoRights(), "[I] tdlib/telegram-bot-api#863"),
        new(400, "can't parse entities", new BadMarkup(), "[S] get_formatted_text"),
        new(400, "message is too long", new TooLong(), "[S] MessageContent.cpp"),
        new(400, "text is too long", new TooLong(), "[S] get_formatted_text"),
        new(400, "MESSAGE_TOO_LONG", new TooLong(), "[I] an edit over the limit"),
        new(400, "ENTITIES_TOO_LONG", new TooLong(), "[I] tdlib/telegram-bot-api#165"),
        new(400, "message thread not found", new TopicGone(), "[S] check_reply_parameters"),
        new(400, "TOPIC_DELETED", new TopicGone(), "[I] LiveHelperChat/telegram#69"),
        new(400, "TOPIC_CLOSED", new TopicGone(), "[I] rteixeirax/qbittorrent_telegram_notification#12"),
        new(400, "message to edit not found", new MessageToEditGone(), "[S] check_message"),
        new(400, "message can't be edited", new MessageToEditGone(), "[S] check_message"),
        new(400, "MESSAGE_ID_INVALID", new MessageToEditGone(), "[I] an edit of a message that is gone"),
        new(400, "message to be replied not found", new ReplyGone(), "[S] check_reply_parameters"),
        new(400, "replied message not found", new ReplyGone(), "[I] older words of the same"),
        new(400, "query is too old", new QueryExpired(), "[S] fail_query_with_error QUERY_ID_INVALID"),
        new(403, "bot was blocked by the user", new ChatGone(ChatGoneReason.Blocked), "[S] fail_query_with_error USER_IS_BLOCKED"),
        new(403, "user is deactivated", new ChatGone(ChatGoneReason.Deactivated), "[S] check_chat_access"),
        new(403, "can't initiate conversation", new ChatGone(ChatGoneReason.NeverStarted), "[S] MessagesManager.cpp process_send_message_fail_error"),
        new(403, "bot was kicked", new ChatGone(ChatGoneReason.Kicked), "[S] check_chat_access"),
        new(403, "bot is not a member", new ChatGone(ChatGoneReason.NotAMember), "[S] check_chat_access"),
        new(403, "group chat was deleted", new ChatGone(ChatGoneReason.Deleted), "[S] check_chat_access"),
        new(404, "method not found", new Refused(404), "[S] on_cmd"),
        new(404, "Not Found", new Unauthorized(), "[I] the public server to a token that is none, eternnoir/pyTelegramBotAPI#817"),
        new(401, "", new Unauthorized(), "[S] ClientManager.cpp send"),
        new(409, "", new Conflict(), "[S] abort_long_poll, fail_query_conflict"),
    ];

    public static CallOutcome Find(int code, string description, ResponseParameters? parameters)
    {
        // [D] ResponseParameters: present exactly when the group became a supergroup.
        if (parameters?.MigrateToChatId is { } newId) return new Migrated(newId);
        if (code >= ServerErrors) return new Failed();
        return RowOf(code, description)?.Outcome ?? new Refused(code);
    }

    internal static Row? RowOf(int code, string description) =>
        Rows.FirstOrDefault(row => row.Code == code && description.Contains(row.Words, StringComparison.OrdinalIgnoreCase));

    internal sealed record Row(int Code, string Words, CallOutcome Outcome, string Source);
}
