using Monitor.Telegram.Requests;

namespace Monitor.Telegram;

/// <summary>
/// Sends and edits for an outbox: every way it can end is a value, none an exception, but
/// <see cref="OperationCanceledException"/>, which means that nothing was sent.
/// </summary>
public static class Sending
{
    public static async Task<CallOutcome> TrySend(this IBotApi api, SendMessageRequest request, CancellationToken cancellation)
    {
        try
        {
            return new CallOutcome.Accepted((await api.SendMessage(request, cancellation)).MessageId);
        }
        catch (BotApiException e)
        {
            return e.Outcome;
        }
    }

    public static async Task<CallOutcome> TryEdit(this IBotApi api, EditMessageTextRequest request, CancellationToken cancellation)
    {
        try
        {
            return new CallOutcome.Accepted((await api.EditMessageText(request, cancellation)).MessageId);
        }
        catch (BotApiException e)
        {
            return e.Outcome;
        }
    }
}
