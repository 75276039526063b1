using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot.Receiving;

/// <summary>
/// Asks Telegram for updates, or to push them (webhook), and has each answered. A polled update is confirmed when it was answered, or
/// after a few seconds, so that a crash repeats a question rather than losing it.
/// </summary>
public sealed class UpdateLoop(IBotApi bot, UpdateHandling handling, Webhook webhook, BotProfile profile, BotName name, Leader leader, Settings settings, TimeProvider time, ILogger<UpdateLoop> log) : BackgroundService
{
    /// <summary>Telegram cuts a longer poll to this.</summary>
    private const int PollSeconds = 50;

    private const int MostWaiting = 500;

    /// <summary>How long the next poll (which confirms) waits for slow answers of this one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How often it is looked whether fewer wait, where too many do.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Telegram gives conflicts at most every 3 s.</summary>
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a poll: two programs that take turns are not alone although each poll of them may succeed.</summary>
    private static readonly TimeSpan AloneAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private int _failures;
    private DateTimeOffset? _lastConflict;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var isPushed = settings.Telegram.Mode == TelegramSettings.WebhookMode;
        try
        {
            if (await TryAsync(bot.GetMe, stoppingToken) is not { } me) return;
            handling.BotName = me.Username;
            await name.KeepAsync(me.Username, stoppingToken);
            if (await TryAsync(SetProfileAsync, stoppingToken) is null) return;
            if (await TryAsync<object>(isPushed ? SetWebhookAsync : DropWebhookAsync, stoppingToken) is null) return;
            log.LogInformation("The bot listens");
            if (!isPushed) await PollAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The bot stops listening");
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        long? offset = null;
        while (await TryAsync(c => PollAsync(offset, c), stopping) is { } updates)
        {
            if (updates.Count == 0) continue;
            var queued = updates.Select(update => handling.Enqueue(update, stopping)).ToList();

            // What stands in line behind others of its chat is not waited for: a chat that floods us, and that Telegram slows down for it, would keep everybody waiting.
            var answers = Task.WhenAll(queued.Where(q => !q.IsBehind).Select(q => q.Done));
            await Task.WhenAny(answers, Task.Delay(Patience, time, stopping));
            while (handling.Waiting > MostWaiting) await Task.Delay(LookAgain, time, stopping);
            stopping.ThrowIfCancellationRequested();

            // The last of this answer, not the highest ever: after a quiet week the ids may go on lower.
            offset = updates[^1].Id + 1;
        }
    }

    /// <summary>Of several processes on one database only the leader asks: Telegram gives each update to one.</summary>
    private async Task<IReadOnlyList<Update>> PollAsync(long? offset, CancellationToken cancellation)
    {
        await leader.UntilLeadingAsync(time, cancellation);
        return await bot.GetUpdates(new GetUpdatesRequest { Offset = offset, Timeout = PollSeconds, AllowedUpdates = UpdateHandling.Wanted }, cancellation);
    }

    /// <summary>Calls until Telegram answers, with growing pauses. Null: the token is refused, and there is nothing more to do.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken stopping) where T : class
    {
        while (true)
        {
            try
            {
                var result = await call(stopping);
                if (_failures > 0) log.LogInformation("Telegram answers again");
                _failures = 0;
                SayIfAlone();
                return result;
            }
            catch (BotApiException e) when (e.Outcome is CallOutcome.Unauthorized)
            {
                log.LogCritical("Telegram refuses the bot token, so the bot is off. Put the token that @BotFather gave you into Telegram:BotToken and start again");
                return null;
            }
            catch (BotApiException e)
            {
                await Task.Delay(PauseAfter(e.Outcome), time, stopping);
            }
        }
    }

    private TimeSpan PauseAfter(CallOutcome outcome)
    {
        if (outcome is CallOutcome.Conflict)
        {
            if (_lastConflict is null) log.LogWarning("Another program reads the updates of this bot (two were started with one token?). Stop the other one; this one goes on by itself then");
            _lastConflict = time.GetUtcNow();
            return ConflictPause;
        }

        var first = _failures++ == 0;
        if (outcome is CallOutcome.RetryAfter retry) return retry.Wait;
        if (first) log.LogWarning("Telegram cannot be reached ({Outcome}); trying again until it can", outcome.GetType().Name);
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private void SayIfAlone()
    {
        if (_lastConflict is not { } last || time.GetUtcNow() - last < AloneAfter) return;
        log.LogInformation("No other program reads the updates of this bot any more");
        _lastConflict = null;
    }

    /// <summary>Polls are refused while a webhook is set, for example by an earlier program with this token.</summary>
    private async Task<object> DropWebhookAsync(CancellationToken cancellation)
    {
        await bot.DeleteWebhook(new DeleteWebhookRequest(), cancellation);
        return bot;
    }

    private async Task<object> SetWebhookAsync(CancellationToken cancellation)
    {
        await bot.SetWebhook(webhook.Registration, cancellation);
        return bot;
    }

    /// <summary>A menu that cannot be set is no reason to be deaf.</summary>
    private async Task<object> SetProfileAsync(CancellationToken cancellation)
    {
        try
        {
            await profile.SetAsync(cancellation);
        }
        catch (BotApiException e) when (e.Outcome is not CallOutcome.Unauthorized)
        {
            log.LogWarning("The bot's menu of commands could not be set: {Outcome}", e.Outcome.GetType().Name);
        }

        return profile;
    }
}
