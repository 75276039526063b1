using Microsoft.EntityFrameworkCore;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// Tells the curators of the settings (<c>Telegram:Curators</c>) what concerns them and nobody else: a source that went down, fell silent
/// or is back. Each thing once; what reached none of them is told at the next round. Readers are never named to them.
/// </summary>
public sealed class CuratorsRound(IDbContextFactory<MonitorDb> store, Settings settings, ChatVault vault, IBotApi bot, SendPace pace, TimeProvider time, ILogger<CuratorsRound> log)
{
    private const int MostAtOnce = 20;
    private bool _complained;

    /// <summary>Returns how many things were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (settings.Telegram.Curators.Count == 0 || pace.HeldUntil > time.GetUtcNow()) return 0;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var told = 0;
        foreach (var notice in await db.SourceNotices.Where(n => n.ToldAt == null).OrderBy(n => n.Id).Take(MostAtOnce).ToListAsync(cancellation))
        {
            if (!await TellAsync(book => new RichText().Add(new Piece(book["curators.source"], Bold: true)).Add(notice.Words), cancellation)) break;
            notice.ToldAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellation);
            told++;
        }

        return told;
    }

    /// <summary>False where it reached none of them.</summary>
    private async Task<bool> TellAsync(Func<Phrasebook, RichText> say, CancellationToken cancellation)
    {
        var reached = false;
        foreach (var curator in settings.Telegram.Curators)
        {
            pace.TakeForAnswer();
            var html = TelegramMessages.Of(say(await BookOfAsync(curator, cancellation)))[0];
            var request = new SendMessageRequest { ChatId = curator, Text = html, ParseMode = ParseMode.Html, LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true } };
            reached |= await bot.TrySend(request, cancellation) is CallOutcome.Accepted or CallOutcome.InDoubt;
        }

        if (!reached && !_complained) log.LogWarning("None of Telegram:Curators could be written to: each of them has to press start in a chat with the bot first");
        _complained = !reached;
        return reached;
    }

    private async Task<Phrasebook> BookOfAsync(long curator, CancellationToken cancellation)
    {
        var hash = vault.Hash(curator);
        await using var db = await store.CreateDbContextAsync(cancellation);
        return Phrasebook.For(await db.Subscribers.Where(s => s.ChatHash == hash).Select(s => s.Language).SingleOrDefaultAsync(cancellation));
    }
}
