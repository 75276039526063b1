using Monitor.Core.Wording;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>
/// Says an answer in a chat. Telegram's wish to wait is obeyed by all answers together; what may have arrived is not said again (the
/// reader can ask again); a chat that is gone is suspended.
/// </summary>
public sealed class ChatVoice(IBotApi bot, Subscribers subscribers, TimeProvider time, ILogger<ChatVoice> log)
{
    private const int MostTries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Whoever waited longer for an answer has gone, or asks again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private DateTimeOffset _silentUntil;

    public async Task SayAsync(Reply reply, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ChatId chat = reply.Chat;
        foreach (var html in TelegramMessages.Of(reply.Text))
        {
            var request = new SendMessageRequest { ChatId = chat, Text = html, ParseMode = ParseMode.Html, MessageThreadId = reply.Thread, LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true } };
            var outcome = await SendAsync(request, cancellation);
            if (outcome is CallOutcome.TopicGone) outcome = await SendAsync(request with { MessageThreadId = null }, cancellation);
            if (outcome is CallOutcome.Migrated moved)
            {
                await subscribers.MoveAsync(reply.Chat, moved.NewChatId, cancellation);
                outcome = await SendAsync(request with { ChatId = chat = moved.NewChatId }, cancellation);
            }

            if (outcome is CallOutcome.BadMarkup) outcome = await SendAsync(request with { Text = Plain(reply.Text), ParseMode = null }, cancellation);
            if (outcome is CallOutcome.ChatGone) await subscribers.SuspendAsync(reply.Chat, suspended: true, cancellation);
            if (outcome is CallOutcome.Accepted) continue;
            log.LogWarning("An answer was not delivered: {Outcome}", outcome.GetType().Name);
            return;
        }
    }

    private async Task<CallOutcome> SendAsync(SendMessageRequest request, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var wait = Wait();
            if (wait > LongestWait) return new CallOutcome.RetryAfter(wait);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);

            var outcome = await bot.TrySend(request, cancellation);
            if (outcome is CallOutcome.RetryAfter retry) Hold(retry.Wait);
            if (attempt == MostTries || outcome is not (CallOutcome.RetryAfter or CallOutcome.NotSent)) return outcome;
            if (outcome is CallOutcome.NotSent) await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancellation);
        }
    }

    private TimeSpan Wait()
    {
        lock (_gate) return _silentUntil - time.GetUtcNow();
    }

    private void Hold(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until > _silentUntil) _silentUntil = until;
        }
    }

    private static string Plain(RichText text) => TelegramHtml.Shorten(text.ToPlain(), TelegramMessages.MostUnits);
}
