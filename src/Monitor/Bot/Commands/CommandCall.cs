using Monitor.Core.Wording;
using Monitor.Store;
using Monitor.Telegram.Types;

namespace Monitor.Bot.Commands;

/// <summary>One command as it was given: where, with which words after it, and what is stored about the chat. A class without a printed form: it must not get into a log.</summary>
public sealed class CommandCall(Message message, string argument, SubscriberRow? subscriber, Phrasebook book)
{
    public long Chat => message.Chat.Id;

    public bool IsPrivate => message.Chat.IsPrivate;

    /// <summary>The topic it was given in; the id also counts answers in ordinary groups, where it is no topic.</summary>
    public int? Thread => TopicOf(message);

    public string Argument { get; } = argument;

    /// <summary>Null: nothing is stored about the chat.</summary>
    public SubscriberRow? Subscriber { get; } = subscriber;

    public Phrasebook Book { get; } = book;

    internal static int? TopicOf(Message message) => message.IsTopicMessage == true ? message.MessageThreadId : null;
}
