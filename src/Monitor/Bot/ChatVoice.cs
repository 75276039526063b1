using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>
/// Says an answer in a chat, before anything that goes to everybody. Telegram's wish to wait is obeyed; what may have arrived is not said
/// again (the reader can ask again); a chat that is gone is suspended.
/// </summary>
public sealed class ChatVoice(IBotApi bot, Subscribers subscribers, ChatMove move, SendPace pace, TimeProvider time, ILogger<ChatVoice> log)
{
    private const int MostTries = 4;
    private static readonly LinkPreviewOptions Previews = new() { IsDisabled = true };
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Whoever waited longer for an answer has gone, or asks again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public async Task SayAsync(Reply reply, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var messages = TelegramMessages.Of(reply.Said.Text);
        var buttons = Keyboard.Of(reply.Said.Buttons);
        if (reply.Instead is { } old && messages.Count == 1 && await EditAsync(reply.Chat, old, messages[0], buttons, cancellation)) return;
        ChatId chat = reply.Chat;
        foreach (var html in messages)
        {
            var request = new SendMessageRequest { ChatId = chat, Text = html, ParseMode = ParseMode.Html, MessageThreadId = reply.Thread, LinkPreviewOptions = Previews, ReplyMarkup = html == messages[^1] ? buttons : null };
            var outcome = await SendAsync(request, cancellation);
            if (outcome is CallOutcome.TopicGone) outcome = await SendAsync(request with { MessageThreadId = null }, cancellation);
            if (outcome is CallOutcome.Migrated moved)
            {
                await move.MoveAsync(reply.Chat, moved.NewChatId, cancellation);
                outcome = await SendAsync(request with { ChatId = chat = moved.NewChatId }, cancellation);
            }

            if (outcome is CallOutcome.BadMarkup) outcome = await SendAsync(request with { Text = Plain(reply.Said.Text), ParseMode = null }, cancellation);
            if (outcome is CallOutcome.ChatGone) await subscribers.SuspendAsync(reply.Chat, suspended: true, cancellation);
            if (outcome is CallOutcome.Accepted) continue;
            log.LogWarning("An answer was not delivered: {Outcome}", outcome.GetType().Name);
            return;
        }
    }

    /// <summary>False where the message cannot be edited (any more): then it is said anew.</summary>
    private async Task<bool> EditAsync(long chat, int message, string html, InlineKeyboardMarkup? buttons, CancellationToken cancellation)
    {
        await pace.AnswerTurnAsync(cancellation);
        var outcome = await bot.TryEdit(new EditMessageTextRequest { ChatId = chat, MessageId = message, Text = html, ParseMode = ParseMode.Html, LinkPreviewOptions = Previews, ReplyMarkup = buttons }, cancellation);
        return outcome is CallOutcome.Accepted or CallOutcome.NotModified or CallOutcome.InDoubt;
    }

    private async Task<CallOutcome> SendAsync(SendMessageRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = pace.HeldUntil - time.GetUtcNow();
            if (held > LongestWait) return new CallOutcome.RetryAfter(held);
            await pace.AnswerTurnAsync(cancellation);
            var outcome = await bot.TrySend(request, cancellation);
            var told = (outcome as CallOutcome.RetryAfter)?.Wait;
            pace.Heard(request.ChatId.Id ?? 0, told);
            if (attempt == MostTries || told > LongestWait || outcome is not (CallOutcome.RetryAfter or CallOutcome.NotSent or CallOutcome.Failed)) return outcome;
            await Task.Delay(told ?? FirstPause * Math.Pow(2, attempt - 1), time, cancellation);
        }
    }

    private static string Plain(RichText text) => TelegramHtml.Shorten(text.ToPlain(), TelegramMessages.MostUnits);
}
