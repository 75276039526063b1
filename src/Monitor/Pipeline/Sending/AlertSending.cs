using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// Sends one delivery: a report as a message, an edit of the message already there, a correction as a reply to it. Knows nothing of
/// queues; what becomes of the delivery is decided by <see cref="DeliveryQueue"/>.
/// </summary>
public sealed class AlertSending(LetterReading letters, IDbContextFactory<MonitorDb> store, ChatMove move, IBotApi bot, SendPace pace, TimeProvider time, ILogger<AlertSending> log)
{
    /// <summary>The reason of a delivery that may have arrived already.</summary>
    public const string InDoubt = "in doubt: it may have arrived";

    /// <summary>A refused token is no reason to hammer; a mended one comes with a new start.</summary>
    private static readonly TimeSpan OperatorsTurn = TimeSpan.FromMinutes(10);

    /// <summary>The bot may not write in this chat just now; not for ever.</summary>
    private static readonly TimeSpan NoRightsWait = TimeSpan.FromHours(2);

    /// <param name="stop">Calls off what still waits for its turn. What has left is not called off: it would be in doubt. Each call has its own time-out, within what a stop is given.</param>
    public async Task<SendReport> SendAsync(long deliveryId, CancellationToken stop)
    {
        using var trace = Measures.Traces.StartActivity("send")?.SetTag("delivery", deliveryId);
        try
        {
            await pace.TurnAsync(stop);
            var (letter, instead) = await letters.ReadAsync(deliveryId, CancellationToken.None);
            var result = instead ?? (letter!.Edits is { } message ? await EditAsync(letter, message, CancellationToken.None) : await SendAsync(letter, CancellationToken.None));
            return new SendReport(deliveryId, result with { IsMessage = letter?.Edits is null, IsGroup = letter is not null && !IsPrivate(letter.Chat) });
        }
        catch (OperationCanceledException)
        {
            // The program is being stopped, or everything is held, and nothing was sent: it is due again as if never taken.
            return new SendReport(deliveryId, new SendResult(SendOutcome.Wait, Wait: TimeSpan.Zero) { Asked = false });
        }
        catch (Exception e)
        {
            // One of the four catch-alls (DESIGN §3): one delivery that fails in an unforeseen way must not stop the others. Only the type is
            // logged: a message could hold what a reader wrote.
            log.LogError("Delivery {Delivery} failed: {Failure}", deliveryId, e.GetType().Name);
            return new SendReport(deliveryId, new SendResult(SendOutcome.NotSent) { Asked = false });
        }
    }

    private async Task<SendResult> SendAsync(Letter letter, CancellationToken cancellation)
    {
        var request = new SendMessageRequest
        {
            ChatId = letter.Chat,
            Text = TelegramMessages.Of(letter.Text)[0],
            ParseMode = ParseMode.Html,
            MessageThreadId = letter.Subscriber.ThreadId,
            LinkPreviewOptions = Previews(letter),
            DisableNotification = letter.Subscriber.Silent ? true : null,
            ReplyParameters = letter.Answers is { } first ? new ReplyParameters { MessageId = first, AllowSendingWithoutReply = true } : null,
        };
        var outcome = await bot.TrySend(request, cancellation);

        // Our markup is escaped and cut, so this should not happen; if it does, the words matter more than the bold type.
        if (outcome is CallOutcome.BadMarkup or CallOutcome.TooLong) outcome = await bot.TrySend(request = request with { Text = Plain(letter), ParseMode = null }, cancellation);
        if (outcome is CallOutcome.TopicGone)
        {
            outcome = await bot.TrySend(request with { MessageThreadId = null }, cancellation);
            if (outcome is CallOutcome.Accepted) await ForgetTopicAsync(letter.Subscriber.Id);
        }

        if (outcome is CallOutcome.Migrated moved && letter.Chat.Id is { } old)
            return await move.MoveAsync(old, moved.NewChatId, cancellation) ? new SendResult(SendOutcome.NotSent, Wait: TimeSpan.Zero, Why: "the group moved") : new SendResult(SendOutcome.ChatGone);
        return Result(outcome, letter);
    }

    private async Task<SendResult> EditAsync(Letter letter, int message, CancellationToken cancellation)
    {
        var request = new EditMessageTextRequest { ChatId = letter.Chat, MessageId = message, Text = TelegramMessages.Of(letter.Text)[0], ParseMode = ParseMode.Html, LinkPreviewOptions = Previews(letter) };
        var outcome = await bot.TryEdit(request, cancellation);
        if (outcome is CallOutcome.BadMarkup or CallOutcome.TooLong) outcome = await bot.TryEdit(request with { Text = Plain(letter), ParseMode = null }, cancellation);
        return Result(outcome is CallOutcome.InDoubt ? new CallOutcome.NotSent() : outcome, letter); // an edit may be repeated freely
    }

    /// <summary>The topic is closed or deleted: from now on the group's main room.</summary>
    private async Task ForgetTopicAsync(long subscriber)
    {
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        await db.Subscribers.Where(s => s.Id == subscriber).ExecuteUpdateAsync(set => set.SetProperty(s => s.ThreadId, (int?)null), CancellationToken.None);
    }

    private SendResult Result(CallOutcome outcome, Letter letter)
    {
        if (outcome is CallOutcome.Unauthorized) StopAndShout();
        if (outcome is CallOutcome.ChatGone or CallOutcome.NoRights && letter.Subscriber.IsChannel)
        {
            log.LogError("The channel of Telegram:Channel cannot be written to: make the bot an administrator of it who may post. It is tried again every two hours");
            return new SendResult(SendOutcome.NotSent, Wait: NoRightsWait);
        }

        return outcome switch
        {
            CallOutcome.Accepted accepted => new(SendOutcome.Accepted, accepted.MessageId),
            CallOutcome.NotModified => new(SendOutcome.Accepted),
            CallOutcome.RetryAfter retry => new(SendOutcome.Wait, Wait: retry.Wait),
            CallOutcome.Unauthorized => new(SendOutcome.NotSent, Wait: OperatorsTurn, Why: "Telegram refuses the bot token"),
            CallOutcome.NoRights => new(SendOutcome.NotSent, Wait: NoRightsWait, Why: "the bot may not write there"),
            CallOutcome.ChatGone => new(SendOutcome.ChatGone),
            CallOutcome.InDoubt => new(SendOutcome.InDoubt),
            CallOutcome.Failed => new(SendOutcome.Failed),
            CallOutcome.NotSent or CallOutcome.Conflict => new(SendOutcome.NotSent),
            _ => new(SendOutcome.Refused),
        };
    }

    private void StopAndShout()
    {
        var now = time.GetUtcNow();
        var isSaid = pace.HeldUntil > now;
        pace.HoldUntil(now + OperatorsTurn);
        if (!isSaid) log.LogCritical("Telegram refuses the bot token: nothing can be sent. Put a valid token into Telegram:BotToken and start again");
    }

    private static LinkPreviewOptions Previews(Letter letter) => new() { IsDisabled = !letter.Subscriber.Previews || letter.Subscriber.NoLinks };

    private static string Plain(Letter letter) => TelegramHtml.Shorten(letter.Text.ToPlain(), TelegramMessages.MostUnits);

    /// <summary>Ids of persons are positive, of groups and channels negative.</summary>
    private static bool IsPrivate(ChatId chat) => chat.Id > 0;
}
