using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Pipeline;

/// <summary>
/// Nothing about a reader is kept for ever: a chat that wrote nothing for twelve months is told so and erased; one that blocked the bot is
/// kept for thirty days, in case it comes back, and then erased.
/// </summary>
public sealed class PurgeRound(IDbContextFactory<MonitorDb> store, ClockWatch clock, ChatVault vault, Erasure erasure, IBotApi bot, SendPace pace, TimeProvider time)
{
    private const int MonthsOfSilence = 12;
    private static readonly TimeSpan SuspensionKept = TimeSpan.FromDays(30);

    /// <summary>Returns how many chats were erased.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!clock.IsTrusted) return 0;
        var now = time.GetUtcNow();
        var silentSince = now.AddMonths(-MonthsOfSilence).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var suspendedBefore = now - SuspensionKept;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var all = await db.Subscribers.AsNoTracking().Where(s => s.ChatHash != SubscriberRow.Channel).ToListAsync(cancellation);
        var rows = all.Where(s => s.SuspendedAt < suspendedBefore || string.CompareOrdinal(s.LastContactDay, silentSince) < 0).ToList();
        foreach (var row in rows)
        {
            if (row.SuspendedAt is null && vault.Decipher(row.ChatCipher) is { } chat) await SayGoodbyeAsync(chat, row, cancellation);
            await erasure.ForgetRowAsync(row.Id, cancellation);
        }

        return rows.Count;
    }

    /// <summary>Said once, as far as it arrives: what is promised is the erasing.</summary>
    private async Task SayGoodbyeAsync(long chat, SubscriberRow row, CancellationToken cancellation)
    {
        await pace.AnswerTurnAsync(cancellation);
        var text = Phrasebook.For(row.Language)["purge.done"];
        await bot.TrySend(new SendMessageRequest { ChatId = chat, Text = text, MessageThreadId = row.ThreadId }, cancellation);
    }
}
