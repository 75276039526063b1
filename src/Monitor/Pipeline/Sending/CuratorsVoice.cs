using Microsoft.EntityFrameworkCore;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Store.Curators;
using Monitor.Telegram;
using Monitor.Telegram.Requests;

namespace Monitor.Pipeline.Sending;

/// <summary>Says one thing to every curator of the settings, each in the language of their chat. It is said if it reached one of them.</summary>
public sealed class CuratorsVoice(IDbContextFactory<MonitorDb> store, Settings settings, ChatVault vault, IBotApi bot, SendPace pace, TimeProvider time, ILogger<CuratorsVoice> log)
{
    private const int LongestLabel = 60;

    private bool _complained;

    /// <summary>There is no curator, or Telegram wants nothing to be sent just now.</summary>
    public bool IsSilent => settings.Telegram.Curators.Count == 0 || pace.HeldUntil > time.GetUtcNow();

    /// <summary>False where it reached none of them.</summary>
    public async Task<bool> TellAsync(Func<Phrasebook, Task<QueueCard>> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(say);
        var reached = false;
        foreach (var curator in settings.Telegram.Curators) reached |= await TellAsync(curator, await say(await BookOfAsync(curator, cancellation)), cancellation);
        if (!reached && !_complained) log.LogWarning("None of Telegram:Curators could be written to: each of them has to press start in a chat with the bot first");
        _complained = !reached;
        return reached;
    }

    private async Task<bool> TellAsync(long curator, QueueCard card, CancellationToken cancellation)
    {
        await pace.AnswerTurnAsync(cancellation);
        var request = new SendMessageRequest
        {
            ChatId = curator,
            Text = TelegramMessages.Of(card.Text)[0],
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
            ReplyMarkup = Keyboard(card),
        };
        var outcome = await bot.TrySend(request, cancellation);
        pace.Heard(curator, (outcome as CallOutcome.RetryAfter)?.Wait);
        return outcome is CallOutcome.Accepted or CallOutcome.InDoubt;
    }

    private static InlineKeyboardMarkup? Keyboard(QueueCard card) => card.Buttons.Count == 0 ? null : new InlineKeyboardMarkup
    {
        InlineKeyboard = [.. card.Buttons.Select(row => (IReadOnlyList<InlineKeyboardButton>)[.. row.Select(b => new InlineKeyboardButton { Text = TelegramHtml.Shorten(b.Text, LongestLabel), CallbackData = b.Command })])],
    };

    private async Task<Phrasebook> BookOfAsync(long curator, CancellationToken cancellation)
    {
        var hash = vault.Hash(curator);
        await using var db = await store.CreateDbContextAsync(cancellation);
        return Phrasebook.For(await db.Subscribers.Where(s => s.ChatHash == hash).Select(s => s.Language).SingleOrDefaultAsync(cancellation));
    }
}
