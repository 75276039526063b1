using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram.Types;

namespace Monitor.Pipeline.Sending;

/// <param name="Edits">The message to put the text into; null: it is a message of its own.</param>
/// <param name="Answers">The message it is a reply to.</param>
internal sealed record Letter(SubscriberRow Subscriber, ChatId Chat, RichText Text, int? Edits, int? Answers);

/// <summary>
/// Words one delivery for its reader: all the changes its message holds, as they stand now, in the reader's language. A correction says
/// what it says, also when more has happened since.
/// </summary>
public sealed class LetterReading(IDbContextFactory<MonitorDb> store, ChatVault vault, DeliveryOptions options, TimeProvider time)
{
    /// <summary>The letter, or why there is none (yet).</summary>
    internal async Task<(Letter? Letter, SendResult? Instead)> ReadAsync(long deliveryId, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var (delivery, subscriber, row) = await RowsAsync(db, deliveryId, cancellation);
        if (AddressOf(subscriber) is not { } chat) return (null, Refused("the key of this chat is gone"));
        if (QuietFor(delivery, row, subscriber) is { } wait) return (null, new SendResult(SendOutcome.Wait, Wait: wait, Why: "quiet hours") { Asked = false });

        var first = delivery.FirstId is null ? null : await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == delivery.FirstId, cancellation);
        var isEdit = first is not null && row.Type == AlertType.Edit;
        if (isEdit && first!.MessageId is null) return (null, Refused("there is no message to edit"));
        var text = row.Type == AlertType.Correction
            ? await CorrectionAsync(db, row, subscriber, cancellation)
            : await TextAsync(db, isEdit ? first! : delivery, subscriber, cancellation);
        if (text is null) return (null, Refused("overruled before it was sent"));
        if (delivery.Reason == AlertSending.InDoubt && !isEdit) text.Paragraph(Phrasebook.For(subscriber.Language)["alert.repeat"]);
        return (new Letter(subscriber, chat, subscriber.NoLinks ? text.WithoutLinks() : text, isEdit ? first!.MessageId : null, isEdit ? null : first?.MessageId), null);
    }

    private ChatId? AddressOf(SubscriberRow subscriber) => subscriber.IsChannel ? ChatId.FromText(options.Channel) : vault.Decipher(subscriber.ChatCipher) is { } id ? ChatId.FromInt64(id) : null;

    private static SendResult Refused(string why) => new(SendOutcome.Refused, Why: why) { Asked = false };

    /// <summary>Quiet may have begun while it waited its turn.</summary>
    private TimeSpan? QuietFor(DeliveryRow delivery, AlertRow row, SubscriberRow subscriber)
    {
        if (delivery.Priority == Priority.Chosen || (row.Type == AlertType.Edit && delivery.FirstId is not null)) return null;
        var (now, choices) = (time.GetUtcNow(), subscriber.Choices());
        return choices.Quiet?.EndsAfter(now, choices.Zone) - now;
    }

    private async Task<RichText> CorrectionAsync(MonitorDb db, AlertRow row, SubscriberRow subscriber, CancellationToken cancellation)
    {
        var slug = await db.Changes.Where(c => c.Id == row.ChangeId).Select(c => c.Slug).SingleAsync(cancellation);
        var told = Told(row.Facts, slug, subscriber);
        return Phrasebook.For(subscriber.Language).Say(told.Alert, told.Page);
    }

    /// <summary>Null where nothing of it is worth telling any more.</summary>
    private async Task<RichText?> TextAsync(MonitorDb db, DeliveryRow message, SubscriberRow subscriber, CancellationToken cancellation)
    {
        var newest = await db.Deliveries.Where(d => d.Id == message.Id || d.CarriedBy == message.Id).OrderBy(d => d.Id)
            .Join(db.Alerts, d => d.AlertId, a => a.Id, (_, a) => a.ChangeId)
            .Select(change => new { Change = change, db.Changes.Single(c => c.Id == change).Slug, db.Alerts.Where(a => a.ChangeId == change).OrderByDescending(a => a.Id).First().Facts })
            .ToListAsync(cancellation);
        var told = newest.DistinctBy(n => n.Change).Select(n => Told(n.Facts, n.Slug, subscriber)).Select(t => t with { Alert = t.Alert with { Type = AlertType.Report } }).ToList();
        if (message.MessageId is null) told.RemoveAll(t => t.Alert.Standing == Standing.Retracted);
        var book = Phrasebook.For(subscriber.Language);
        if (told.Count == 0) return null;
        if (message.Priority == Priority.Digest) return book.SayDigest(told);
        return told.Count == 1 ? book.Say(told[0].Alert, told[0].Page) : book.SayTogether(told);
    }

    private ToldAlert Told(string facts, string slug, SubscriberRow subscriber) =>
        new(JsonSerializer.Deserialize<Alert>(facts)!, options.PublicBaseUrl is { } site && !subscriber.NoLinks ? new Uri(site, $"/changes/{slug}") : null);

    private static async Task<(DeliveryRow, SubscriberRow, AlertRow)> RowsAsync(MonitorDb db, long deliveryId, CancellationToken cancellation)
    {
        var rows = await (from delivery in db.Deliveries.AsNoTracking()
                          where delivery.Id == deliveryId
                          join subscriber in db.Subscribers.AsNoTracking() on delivery.SubscriberId equals subscriber.Id
                          join alert in db.Alerts.AsNoTracking() on delivery.AlertId equals alert.Id
                          select new { delivery, subscriber, alert }).SingleAsync(cancellation);
        return (rows.delivery, rows.subscriber, rows.alert);
    }
}
