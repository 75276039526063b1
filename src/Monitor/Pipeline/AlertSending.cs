using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Deliveries;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Pipeline;

/// <summary>How one attempt ended. <paramref name="Wait"/>: how long Telegram asked to wait.</summary>
public sealed record SendResult(SendOutcome Outcome, int? MessageId = null, TimeSpan? Wait = null);

/// <summary>
/// Words one delivery for its reader and sends it: a report as a message, an edit of the message already there, a correction as a reply
/// to it. Knows nothing of queues; what becomes of the delivery is decided by <see cref="DeliveryRound"/>.
/// </summary>
public sealed class AlertSending(IDbContextFactory<MonitorDb> store, ChatVault vault, IBotApi bot, DeliveryOptions options, ILogger<AlertSending> log)
{
    /// <summary>The reason of a delivery that may have arrived already.</summary>
    public const string InDoubt = "in doubt: it may have arrived";

    /// <summary>After a refusal that concerns the bot itself, not the chat.</summary>
    private static readonly TimeSpan OperatorsTurn = TimeSpan.FromMinutes(1);

    /// <summary>The bot may not write in this chat just now; not for ever.</summary>
    private static readonly TimeSpan NoRightsWait = TimeSpan.FromHours(2);

    public async Task<SendResult> SendAsync(long deliveryId, CancellationToken cancellation)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            var letter = await LetterAsync(db, deliveryId, cancellation);
            if (letter is null) return new SendResult(SendOutcome.Refused);
            return letter.Alert.Type == AlertType.Edit ? await EditAsync(letter, cancellation) : await SendAsync(db, letter, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One of the four catch-alls (DESIGN §3): one delivery that fails in an unforeseen way must not stop the others. Only the type is
            // logged: a message could hold what a reader wrote.
            log.LogError("Delivery {Delivery} failed: {Failure}", deliveryId, e.GetType().Name);
            return new SendResult(SendOutcome.NotSent);
        }
    }

    private async Task<Letter?> LetterAsync(MonitorDb db, long deliveryId, CancellationToken cancellation)
    {
        var delivery = await db.Deliveries.AsNoTracking().SingleAsync(d => d.Id == deliveryId, cancellation);
        var subscriber = await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == delivery.SubscriberId, cancellation);
        var row = await db.Alerts.AsNoTracking().SingleAsync(a => a.Id == delivery.AlertId, cancellation);
        if (vault.Decipher(subscriber.ChatCipher) is not { } chat) return null;

        var first = row.Type == AlertType.Report ? null : await db.Deliveries.AsNoTracking()
            .Where(d => d.SubscriberId == subscriber.Id && d.MessageId != null && db.Alerts.Any(a => a.Id == d.AlertId && a.ChangeId == row.ChangeId && a.Type == AlertType.Report))
            .Select(d => d.MessageId).FirstOrDefaultAsync(cancellation);
        var alert = JsonSerializer.Deserialize<Alert>(row.Facts)!;
        var slug = await db.Changes.Where(c => c.Id == row.ChangeId).Select(c => c.Slug).SingleAsync(cancellation);
        var page = options.PublicBaseUrl is { } site ? new Uri(site, $"/changes/{slug}") : null;
        var book = Phrasebook.For(subscriber.Language);
        var text = book.Say(alert, page);
        if (delivery.Reason == InDoubt && alert.Type != AlertType.Edit) text.Paragraph(book["alert.repeat"]);
        return new Letter(alert, chat, subscriber, first, TelegramMessages.Of(text)[0], text.ToPlain());
    }

    private async Task<SendResult> SendAsync(MonitorDb db, Letter letter, CancellationToken cancellation)
    {
        var request = new SendMessageRequest
        {
            ChatId = letter.Chat,
            Text = letter.Html,
            ParseMode = ParseMode.Html,
            MessageThreadId = letter.Subscriber.ThreadId,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
            ReplyParameters = letter.First is { } first ? new ReplyParameters { MessageId = first, AllowSendingWithoutReply = true } : null,
        };
        var outcome = await bot.TrySend(request, cancellation);

        // Our markup is escaped, so this should not happen; if it does, the words matter more than the bold type.
        if (outcome is CallOutcome.BadMarkup) outcome = await bot.TrySend(request with { Text = TelegramHtml.Shorten(letter.Plain, TelegramMessages.MostUnits), ParseMode = null }, cancellation);
        if (outcome is CallOutcome.TopicGone) outcome = await bot.TrySend(request with { MessageThreadId = null }, cancellation);
        if (outcome is CallOutcome.Migrated moved) return await MoveAsync(db, letter.Subscriber, moved.NewChatId, cancellation);
        return Result(outcome);
    }

    private async Task<SendResult> EditAsync(Letter letter, CancellationToken cancellation)
    {
        // The report never arrived, or was sent before this program kept its number: there is nothing to mend.
        if (letter.First is not { } message) return new SendResult(SendOutcome.Refused);
        var outcome = await bot.TryEdit(
            new EditMessageTextRequest { ChatId = letter.Chat, MessageId = message, Text = letter.Html, ParseMode = ParseMode.Html, LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true } },
            cancellation);
        return Result(outcome is CallOutcome.InDoubt ? new CallOutcome.NotSent() : outcome); // an edit may be repeated freely
    }

    /// <summary>The group lives on under another id: the same subscriber, asked for again at once.</summary>
    private async Task<SendResult> MoveAsync(MonitorDb db, SubscriberRow subscriber, long newChat, CancellationToken cancellation)
    {
        var (hash, cipher) = (vault.Hash(newChat), vault.Encipher(newChat));
        if (await db.Subscribers.AnyAsync(s => s.ChatHash == hash, cancellation)) return new SendResult(SendOutcome.ChatGone);
        await db.Subscribers.Where(s => s.Id == subscriber.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ChatHash, hash).SetProperty(s => s.ChatCipher, cipher), cancellation);

        // Message numbers of the old group mean other messages in the new one: what was sent there can no longer be edited or answered.
        await db.Deliveries.Where(d => d.SubscriberId == subscriber.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.MessageId, (int?)null), cancellation);
        return new SendResult(SendOutcome.NotSent);
    }

    private SendResult Result(CallOutcome outcome)
    {
        if (outcome is CallOutcome.Unauthorized) log.LogCritical("Telegram refuses the bot token: nothing can be sent. Put a valid token into Telegram:BotToken and start again");
        return outcome switch
        {
            CallOutcome.Accepted accepted => new(SendOutcome.Accepted, accepted.MessageId),
            CallOutcome.NotModified => new(SendOutcome.Accepted),
            CallOutcome.RetryAfter retry => new(SendOutcome.Wait, Wait: retry.Wait),
            CallOutcome.Unauthorized => new(SendOutcome.Wait, Wait: OperatorsTurn),
            CallOutcome.NoRights => new(SendOutcome.NotSent, Wait: NoRightsWait),
            CallOutcome.ChatGone => new(SendOutcome.ChatGone),
            CallOutcome.InDoubt => new(SendOutcome.InDoubt),
            CallOutcome.NotSent or CallOutcome.Conflict => new(SendOutcome.NotSent),
            _ => new(SendOutcome.Refused),
        };
    }

    private sealed record Letter(Alert Alert, long Chat, SubscriberRow Subscriber, int? First, string Html, string Plain);
}
