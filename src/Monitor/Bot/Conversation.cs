using Monitor.Bot.Commands;
using Monitor.Core.Wording;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot;

/// <summary>
/// What is said to one update: a command is answered, a plain text in a private chat is a question, everything else in a group is not
/// meant for us. Only administrators change what a group gets.
/// </summary>
public sealed class Conversation(IBotApi bot, Subscribers subscribers, ChatMove move, Answering answering, QuestionLimit limit, IEnumerable<IBotCommand> commands)
{
    /// <summary>The one thing that must always be possible.</summary>
    private const string Forget = "forget";

    private static readonly TimeSpan AdministratorCheck = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, IBotCommand> _commands = commands.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>Null: nothing is to be said.</summary>
    /// <param name="botName">Our own @name; commands in groups are addressed by it.</param>
    public async Task<Reply?> AnswerAsync(Update update, string? botName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.MyChatMember is { } membership) await subscribers.SuspendAsync(membership.Chat.Id, !membership.NewChatMember.IsInChat, cancellation);
        if (update.Message is not { } message || message.From is { IsBot: true } && message.SenderChat is null || message.ViaBot is not null) return null;
        if (message.MigrateToChatId is { } moved) await move.MoveAsync(message.Chat.Id, moved, cancellation);

        var command = CommandText.Read(message.Text ?? "");
        if (!IsForUs(message, command, botName)) return null;
        var leave = command?.Name == Forget ? Leave.Answer : limit.Ask(message.Chat.Id);
        if (leave == Leave.Silence) return null;

        var subscriber = await subscribers.SeenAsync(message.Chat.Id, message.Chat.IsPrivate ? message.From?.LanguageCode : null, cancellation);
        var book = BookOf(message, subscriber);
        var text = leave == Leave.AskToWait ? new RichText().Add(book["limit.wait"]) : await TextAsync(message, command, subscriber, book, cancellation);
        return new Reply(message.Chat.Id, CommandCall.TopicOf(message), text);
    }

    /// <summary>What is said where answering failed; null where nobody waits for an answer.</summary>
    public static Reply? Apology(Update update) => update?.Message is { Chat.IsPrivate: true } message
        ? new Reply(message.Chat.Id, CommandCall.TopicOf(message), new RichText().Add(BookOf(message, null)["oops"]))
        : null;

    /// <summary>In a group an unknown command without a name may be another bot's; ours are ours where nobody else is named.</summary>
    private bool IsForUs(Message message, CommandText? command, string? botName)
    {
        if (message.Chat.IsPrivate) return message.MigrateFromChatId is null;
        return command is not null && command.IsFor(botName) && (command.Addressee is not null || _commands.ContainsKey(command.Name));
    }

    private async Task<RichText> TextAsync(Message message, CommandText? command, SubscriberRow? subscriber, Phrasebook book, CancellationToken cancellation)
    {
        if (command is null) return (await answering.AnswerAsync(message.Text ?? "", book, cancellation)).Text;
        if (!_commands.TryGetValue(command.Name, out var known)) return new RichText().Add(book["help.short"]);
        if (known.ChangesSettings && !message.Chat.IsPrivate && await RefusalAsync(message, cancellation) is { } refusal) return new RichText().Add(book[refusal]);
        return await known.AnswerAsync(new CommandCall(message, command.Argument, subscriber, book), cancellation);
    }

    /// <summary>Why this person may not change what the group gets; null where they may. Who writes as the group itself is an anonymous administrator.</summary>
    private async Task<string?> RefusalAsync(Message message, CancellationToken cancellation)
    {
        if (message.SenderChat is { } sender) return sender.Id == message.Chat.Id ? null : "group.admins";
        if (message.From is not { } from) return "group.admins";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(AdministratorCheck);
        try
        {
            var member = await bot.GetChatMember(new GetChatMemberRequest { ChatId = message.Chat.Id, UserId = from.Id }, patience.Token);
            return member.IsAdministrator ? null : "group.admins";
        }
        catch (Exception e) when (e is BotApiException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return "group.unchecked";
        }
    }

    private static Phrasebook BookOf(Message message, SubscriberRow? subscriber) => Phrasebook.For(subscriber?.Language ?? message.From?.LanguageCode);
}
