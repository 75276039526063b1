namespace Monitor.Telegram;

/// <summary>
/// How a call ended, as an outbox needs to know it. Three answers must never be mixed up: <see cref="NotSent"/> (try again
/// freely), <see cref="InDoubt"/> (it may have been delivered: trying again may tell people twice) and a refusal (trying
/// the same again is useless).
/// </summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>Done, as this message.</summary>
    public sealed record Accepted(int MessageId) : CallOutcome;

    /// <summary>An edit to what already stands there: as good as done.</summary>
    public sealed record NotModified : CallOutcome;

    /// <summary>429. It does not say whether this chat or the whole bot is meant; nothing may go out before it is over.</summary>
    public sealed record RetryAfter(TimeSpan Wait) : CallOutcome;

    /// <summary>Nothing will ever arrive there until the reader comes back by themselves.</summary>
    public sealed record ChatGone(ChatGoneReason Reason) : CallOutcome;

    /// <summary>
    /// The bot is in the chat but may not write there. Not for ever: on 31 October 2023 Telegram said so by mistake to bots with
    /// every right (python-telegram-bot#3956). Wait for hours, do not forget the chat.
    /// </summary>
    public sealed record NoRights : CallOutcome;

    /// <summary>The group lives on under another id: replace it and send again. The id is not printed.</summary>
    public sealed record Migrated(long NewChatId) : CallOutcome
    {
        public override string ToString() => nameof(Migrated);
    }

    /// <summary>The markup could not be read: the same text goes out without markup or not at all.</summary>
    public sealed record BadMarkup : CallOutcome;

    public sealed record TooLong : CallOutcome;

    /// <summary>The topic of the group is closed or deleted; the group itself is there.</summary>
    public sealed record TopicGone : CallOutcome;

    public sealed record MessageToEditGone : CallOutcome;

    public sealed record ReplyGone : CallOutcome;

    /// <summary>A button or inline query was answered too late or twice: nothing to do.</summary>
    public sealed record QueryExpired : CallOutcome;

    /// <summary>The token is wrong or revoked: stop, tell the operator, do not hammer.</summary>
    public sealed record Unauthorized : CallOutcome;

    /// <summary>Another process polls with this token, or a webhook is set: wait and go on.</summary>
    public sealed record Conflict : CallOutcome;

    /// <summary>Telegram never saw it: names, connecting, TLS, a proxy that refused. Nothing of the request's body left, or it was sent back.</summary>
    public sealed record NotSent : CallOutcome;

    /// <summary>A 5xx: the server says that it failed. It has probably not been delivered, but nobody knows.</summary>
    public sealed record Failed : CallOutcome;

    /// <summary>The request left and no answer that can be trusted came back: time-out, reset, not JSON.</summary>
    public sealed record InDoubt : CallOutcome;

    /// <summary>Any other refusal: the same call again would be refused again.</summary>
    public sealed record Refused(int Code) : CallOutcome;
}

public enum ChatGoneReason
{
    NotFound,
    Blocked,
    Deactivated,
    NeverStarted,
    Kicked,
    NotAMember,
    Deleted,
}
