using Monitor.Bot.Answers;
using Monitor.Bot.Commands;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>
/// What is said to one update: a command is answered, a button is a command, a plain text in a private chat is a question, everything
/// else in a group is not meant for us.
/// </summary>
public sealed class Conversation(Subscribers subscribers, ChatMove move, Questioning questioning, Administrators administrators, QuestionLimit limit, Settings settings, IEnumerable<IBotCommand> commands)
{
    /// <summary>The one thing that must always be possible.</summary>
    private const string Forget = "forget";

    private readonly Dictionary<string, IBotCommand> _commands = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>How an update is to be met, judged once for each as it comes in: of a chat that asks without end nothing may wait in line.</summary>
    /// <param name="botName">Our own @name; commands in groups are addressed by it.</param>
    public Leave LeaveFor(Update update, string? botName)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.InlineQuery is { } query) return limit.Ask(query.From.Id) == Leave.Answer ? Leave.Answer : Leave.Silence;
        return AskedIn(update, botName) is { } asked && asked.Command?.Name != Forget && !IsCurator(asked) ? limit.Ask(asked.Chat.Id) : Leave.Answer;
    }

    /// <summary>Null: nothing is to be said.</summary>
    /// <param name="leave">As <see cref="LeaveFor"/> judged it.</param>
    public async Task<Reply?> AnswerAsync(Update update, string? botName, Leave leave, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.MyChatMember is { } membership) await subscribers.SuspendAsync(membership.Chat.Id, !membership.NewChatMember.IsInChat, cancellation);
        if (update.Message is { MigrateToChatId: { } moved } message) await move.MoveAsync(message.Chat.Id, moved, cancellation);
        if (AskedIn(update, botName) is not { } asked) return null;
        var reply = await AnswerAsync(asked, leave, cancellation);
        return update.CallbackQuery is not null && reply.Said.TakesThePlace ? new Reply(reply.Chat, reply.Thread, reply.Said, instead: asked.In.MessageId) : reply;
    }

    /// <summary>What is said where answering failed; null where nobody waits for an answer.</summary>
    public static Reply? Apology(Update update) => update?.Message is { Chat.IsPrivate: true } message
        ? new Reply(message.Chat.Id, CommandCall.TopicOf(message), new RichText().Add(Phrasebook.For(message.From?.LanguageCode)["oops"]))
        : null;

    /// <summary>What is asked of us, if anything is.</summary>
    private Asked? AskedIn(Update update, string? botName)
    {
        if (update.CallbackQuery is { Message: { } under } pressed) return CommandText.Read("/" + pressed.Data) is { } button ? new Asked(under.Chat, pressed.From, Sender: null, under, button) : null;
        if (update.Message is not { } message || message.From is { IsBot: true } && message.SenderChat is null || message.ViaBot is not null) return null;
        var command = CommandText.Read(message.Text ?? "");
        return IsForUs(message, command, botName) ? new Asked(message.Chat, message.From, message.SenderChat, message, command) : null;
    }

    /// <summary>In a group an unknown command without a name may be another bot's; ours are ours where nobody else is named.</summary>
    private bool IsForUs(Message message, CommandText? command, string? botName)
    {
        if (message.Chat.IsPrivate) return message.MigrateFromChatId is null;
        return command is not null && command.IsFor(botName) && (command.Addressee is not null || _commands.ContainsKey(command.Name));
    }

    private async Task<Reply> AnswerAsync(Asked asked, Leave leave, CancellationToken cancellation)
    {
        var appLanguage = asked.Person?.LanguageCode;
        var subscriber = await subscribers.SeenAsync(asked.Chat.Id, asked.Chat.IsPrivate ? appLanguage : null, cancellation);
        var book = Phrasebook.For(subscriber?.Language ?? appLanguage);
        var said = leave == Leave.AskToWait ? new RichText().Add(book["limit.wait"]) : await SayAsync(asked, subscriber, book, cancellation);
        return new Reply(asked.Chat.Id, CommandCall.TopicOf(asked.In), said);
    }

    private async Task<Said> SayAsync(Asked asked, SubscriberRow? subscriber, Phrasebook book, CancellationToken cancellation)
    {
        if (asked.Command is not { } command) return await questioning.AnswerAsync(asked.In.Text ?? "", subscriber, book, cancellation);
        if (!_commands.TryGetValue(command.Name, out var known) || (known.ForCurators && !IsCurator(asked))) return new RichText().Add(book["help.short"]);
        var call = new CommandCall(asked.In, command.Argument, subscriber, book);
        if (known.ChangesSettings(call) && await administrators.RefusalAsync(asked.Chat, asked.Person, asked.Sender, cancellation) is { } refusal) return new RichText().Add(book[refusal]);
        return await known.AnswerAsync(call, cancellation);
    }

    private bool IsCurator(Asked asked) => asked is { Chat.IsPrivate: true, Person: { } person } && settings.Telegram.Curators.Contains(person.Id);

    /// <summary>Who asks where.</summary>
    /// <param name="In">The message that was written, or under which a button was pressed.</param>
    /// <param name="Command">Null: a question in plain words.</param>
    private sealed record Asked(Chat Chat, User? Person, Chat? Sender, Message In, CommandText? Command)
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Asked);
    }
}
