using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>
/// Asks Telegram for updates and has each answered. Updates of one chat keep their order, chats do not wait for each other; an update
/// is confirmed when it was answered, or after a few seconds, so that a crash repeats a question rather than losing it.
/// No log line holds an id, a name or a word of a chat.
/// </summary>
public sealed class UpdateLoop(IBotApi bot, Conversation conversation, ChatVoice voice, HandledUpdates handled, BotProfile profile, TimeProvider time, ILogger<UpdateLoop> log) : BackgroundService
{
    /// <summary>Telegram cuts a longer poll to this.</summary>
    private const int PollSeconds = 50;

    private const int MostWaiting = 500;
    private static readonly string[] Wanted = ["message", "my_chat_member"];

    /// <summary>How long the next poll (which confirms) waits for slow answers of this one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Telegram gives conflicts at most every 3 s.</summary>
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ChatLanes _lanes = new();
    private int _failures;
    private int _waiting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await TryAsync(bot.GetMe, stoppingToken) is not { } me) return;
            if (await TryAsync(DropWebhookAsync, stoppingToken) is null) return;
            if (await TryAsync(SetProfileAsync, stoppingToken) is null) return;
            log.LogInformation("The bot listens");
            await PollAsync(me.Username, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("The bot stops listening");
        }
    }

    private async Task PollAsync(string? botName, CancellationToken stopping)
    {
        long? offset = null;
        while (await TryAsync(c => bot.GetUpdates(new GetUpdatesRequest { Offset = offset, Timeout = PollSeconds, AllowedUpdates = Wanted }, c), stopping) is { } updates)
        {
            if (updates.Count == 0) continue;
            var answers = Task.WhenAll(updates.Select(update => Enqueue(update, botName, stopping)));
            var patience = Volatile.Read(ref _waiting) > MostWaiting ? Timeout.InfiniteTimeSpan : Patience;
            await Task.WhenAny(answers, Task.Delay(patience, time, stopping));
            stopping.ThrowIfCancellationRequested();

            // The last of this answer, not the highest ever: after a quiet week the ids may go on lower.
            offset = updates[^1].Id + 1;
        }
    }

    private Task Enqueue(Update update, string? botName, CancellationToken stopping)
    {
        Interlocked.Increment(ref _waiting);
        var chat = update.Message?.Chat.Id ?? update.MyChatMember?.Chat.Id ?? 0;
        return _lanes.Enqueue(chat, () => AnswerAsync(update, botName, stopping));
    }

    private async Task AnswerAsync(Update update, string? botName, CancellationToken stopping)
    {
        try
        {
            if (await handled.ContainsAsync(update.Id, stopping)) return;
            if (await conversation.AnswerAsync(update, botName, stopping) is { } reply) await voice.SayAsync(reply, stopping);
            await handled.AddAsync(update.Id, stopping);
        }
        catch (Exception e)
        {
            // One of the four catch-alls (DESIGN §3): one update that cannot be answered must not stop the others. Only the kinds of update
            // and failure are recorded: a message of the failure could hold what a reader wrote.
            if (!stopping.IsCancellationRequested) await ApologizeAsync(update, e, stopping);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task ApologizeAsync(Update update, Exception failure, CancellationToken stopping)
    {
        log.LogError("An update ({Kind}) could not be answered: {Failure}", update.Type, failure.GetType().Name);
        try
        {
            if (Conversation.Apology(update) is { } apology) await voice.SayAsync(apology, stopping);
            await handled.AddAsync(update.Id, stopping);
        }
        catch (Exception e)
        {
            log.LogError("Nor could that be said: {Failure}", e.GetType().Name);
        }
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
        var first = _failures++ == 0;
        if (outcome is CallOutcome.RetryAfter retry) return retry.Wait;
        if (outcome is CallOutcome.Conflict)
        {
            if (first) log.LogWarning("Another program reads the updates of this bot (two were started with one token?). Stop the other one; this one waits");
            return ConflictPause;
        }

        if (first) log.LogWarning("Telegram cannot be reached ({Outcome}); trying again until it can", outcome.GetType().Name);
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Polls are refused while a webhook is set, for example by an earlier program with this token.</summary>
    private async Task<object> DropWebhookAsync(CancellationToken cancellation)
    {
        await bot.DeleteWebhook(new DeleteWebhookRequest(), cancellation);
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
