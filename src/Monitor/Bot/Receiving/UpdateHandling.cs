using Monitor.Bot.Answers;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot.Receiving;

/// <summary>
/// Has each update answered, however it came in. Updates of one chat keep their order, chats do not wait for each other, and none is
/// answered twice. No log line holds an id, a name or a word of a chat.
/// </summary>
public sealed class UpdateHandling(IBotApi bot, Conversation conversation, InlineAnswering inline, ChatVoice voice, HandledUpdates handled, ILogger<UpdateHandling> log)
{
    /// <summary>What Telegram is asked to send, and nothing else.</summary>
    public static readonly IReadOnlyList<string> Wanted = ["message", "callback_query", "inline_query", "my_chat_member"];

    private readonly ChatLanes _lanes = new();
    private int _waiting;

    /// <summary>Our own @name; commands in groups are addressed by it.</summary>
    public string? BotName { get; set; }

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Done when it is answered. What gets no answer, because its chat asks too much, does not wait in line and is not written down.</summary>
    public Queued Enqueue(Update update, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(update);
        var leave = conversation.LeaveFor(update, BotName);
        if (leave == Leave.Silence) return new Queued(Task.CompletedTask, IsBehind: false);
        Interlocked.Increment(ref _waiting);
        var lane = update.Message?.Chat.Id ?? update.CallbackQuery?.Message?.Chat.Id ?? update.InlineQuery?.From.Id ?? update.MyChatMember?.Chat.Id ?? 0;
        return _lanes.Enqueue(lane, () => HandleAsync(update, leave, stopping));
    }

    private async Task HandleAsync(Update update, Leave leave, CancellationToken stopping)
    {
        try
        {
            if (await handled.ContainsAsync(update.Id, stopping)) return;
            await AnswerAsync(update, leave, stopping);
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

    private async Task AnswerAsync(Update update, Leave leave, CancellationToken stopping)
    {
        if (update.InlineQuery is { } query)
        {
            await InTimeAsync(async () => await bot.AnswerInlineQuery(await inline.AnswerAsync(query, stopping), stopping));
            return;
        }

        if (update.CallbackQuery is { } pressed) await InTimeAsync(() => bot.AnswerCallbackQuery(new AnswerCallbackQueryRequest { CallbackQueryId = pressed.Id }, stopping));
        if (await conversation.AnswerAsync(update, BotName, leave, stopping) is { } reply) await voice.SayAsync(reply, stopping);
    }

    /// <summary>A query lives for seconds: one answered too late is no failure, and one that cannot be answered is not asked again.</summary>
    private async Task InTimeAsync(Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (BotApiException e)
        {
            if (e.Outcome is not CallOutcome.QueryExpired) log.LogWarning("A button or inline query was not answered: {Outcome}", e.Outcome.GetType().Name);
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
}
