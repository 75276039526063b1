using Microsoft.EntityFrameworkCore;
using Monitor.Core.Deliveries;
using Monitor.Store;

namespace Monitor.Privacy;

/// <summary>The operator's own channel (<c>Telegram:Channel</c>) as a subscriber of everything: there from the start that names it, gone with the first that does not.</summary>
public sealed class ChannelChat(IDbContextFactory<MonitorDb> store, Settings settings)
{
    /// <summary>It never falls silent.</summary>
    private const string ForEver = "9999-12-31";

    public async Task TakeInAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var row = await db.Subscribers.SingleOrDefaultAsync(s => s.ChatHash == SubscriberRow.Channel, cancellation);
        if (settings.Telegram.Channel.Length == 0)
        {
            if (row is not null) await db.Subscribers.Where(s => s.Id == row.Id).ExecuteDeleteAsync(cancellation); // its deliveries go with it
            return;
        }

        if (row is null)
        {
            db.Subscribers.Add(row = new SubscriberRow { ChatHash = SubscriberRow.Channel, ChatCipher = SubscriberRow.Channel, Language = "", LanguageChosen = true, LastContactDay = ForEver });
            await db.SaveChangesAsync(cancellation);
            db.Subscriptions.Add(new SubscriptionRow { SubscriberId = row.Id, Follow = Follow.All });
        }

        (row.Language, row.SuspendedAt) = (settings.Telegram.ChannelLanguage, null);
        await db.SaveChangesAsync(cancellation);
    }
}
