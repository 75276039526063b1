using Monitor.Core.Wording;

namespace Monitor.Bot;

/// <summary>What is said to a chat, in the topic where it was asked. A class without a printed form: it must not get into a log.</summary>
public sealed class Reply(long chat, int? thread, RichText text)
{
    public long Chat { get; } = chat;

    public int? Thread { get; } = thread;

    public RichText Text { get; } = text;
}
