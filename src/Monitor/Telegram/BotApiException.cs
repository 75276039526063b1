namespace Monitor.Telegram;

/// <summary>
/// Telegram did not do what was asked. The message names the method and Telegram's words, never the token (it stands in the
/// address), a chat id or a reader's words.
/// </summary>
public sealed class BotApiException(string method, CallOutcome outcome, string reason, Exception? cause = null)
    : Exception($"{method}: {reason}", cause)
{
    public CallOutcome Outcome { get; } = outcome;
}
