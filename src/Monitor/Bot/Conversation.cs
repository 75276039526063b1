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

    /// <summary>Null: nothing is to be said.</summary>
    /// <param name="botName">Our own @name; commands in groups are addressed by it.</param>
    public async Task<Reply?> AnswerAsync(Update update, string? botName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.MyChatMember is { } membership) await subscribers.SuspendAsync(membership.Chat.Id, !membership.NewChatMember.IsInChat, cancellation);
        if (update.CallbackQuery is { Message: { } under } pressed) return await AnswerButtonAsync(pressed, under, cancellation);
        if (update.Message is not { } message || message.From is { IsBot: true } && message.SenderChat is null || message.ViaBot is not null) return null;
        if (message.MigrateToChatId is { } moved) await move.MoveAsync(message.Chat.Id, moved, cancellation);

        var command = CommandText.Read(message.Text ?? "");
        if (!IsForUs(message, command, botName)) return null;
        return await AnswerAsync(new Asked(message.Chat, message.From, message.SenderChat, message), command, cancellation);
    }

    /// <summary>What is said where answering failed; null where nobody waits for an answer.</summary>
    public static Reply? Apology(Update update) => update?.Message is { Chat.IsPrivate: true } message
        ? new Reply(message.Chat.Id, CommandCall.TopicOf(message), new RichText().Add(Phrasebook.For(message.From?.LanguageCode)["oops"]))
        : null;

    /// <summary>In a group an unknown command without a name may be another bot's; ours are ours where nobody else is named.</summary>
    private bool IsForUs(Message message, CommandText? command, string? botName)
    {
        if (message.Chat.IsPrivate) return message.MigrateFromChatId is null;
        return command is not null && command.IsFor(botName) && (command.Addressee is not null || _commands.ContainsKey(command.Name));
    }

    private async Task<Reply?> AnswerButtonAsync(CallbackQuery pressed, Message under, CancellationToken cancellation)
    {
        if (CommandText.Read("/" + pressed.Data) is not { } command) return null;
        var reply = await AnswerAsync(new Asked(under.Chat, pressed.From, Sender: null, under), command, cancellation);
        return reply is { Said.TakesThePlace: true } ? new Reply(reply.Chat, reply.Thread, reply.Said, instead: under.MessageId) : reply;
    }

    private async Task<Reply?> AnswerAsync(Asked asked, CommandText? command, CancellationToken cancellation)
    {
        var leave = command?.Name == Forget || IsCurator(asked) ? Leave.Answer : limit.Ask(asked.Chat.Id);
        if (leave == Leave.Silence) return null;
        var appLanguage = asked.Person?.LanguageCode;
        var subscriber = await subscribers.SeenAsync(asked.Chat.Id, asked.Chat.IsPrivate ? appLanguage : null, cancellation);
        var book = Phrasebook.For(subscriber?.Language ?? appLanguage);
        var said = leave == Leave.AskToWait ? new RichText().Add(book["limit.wait"]) : await SayAsync(asked, command, subscriber, book, cancellation);
        return new Reply(asked.Chat.Id, CommandCall.TopicOf(asked.In), said);
    }

    private async Task<Said> SayAsync(Asked asked, CommandText? command, SubscriberRow? subscriber, Phrasebook book, CancellationToken cancellation)
    {
        if (command is null) return await questioning.AnswerAsync(asked.In.Text ?? "", subscriber, book, cancellation);
        if (!_commands.TryGetValue(command.Name, out var known) || (known.ForCurators && !IsCurator(asked))) return new RichText().Add(book["help.short"]);
        var call = new CommandCall(asked.In, command.Argument, subscriber, book);
        if (known.ChangesSettings(call) && await administrators.RefusalAsync(asked.Chat, asked.Person, asked.Sender, cancellation) is { } refusal) return new RichText().Add(book[refusal]);
        return await known.AnswerAsync(call, cancellation);
    }

    private bool IsCurator(Asked asked) => asked is { Chat.IsPrivate: true, Person: { } person } && settings.Telegram.Curators.Contains(person.Id);

    /// <summary>Who asks where.</summary>
    /// <param name="In">The message that was written, or under which a button was pressed.</param>
    private sealed record Asked(Chat Chat, User? Person, Chat? Sender, Message In)
    {
        /// <summary>Never printed.</summary>
        public override string ToString() => nameof(Asked);
    }
}
