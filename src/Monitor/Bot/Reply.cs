namespace Monitor.Bot;

/// <summary>What is said to a chat, in the topic where it was asked. A class without a printed form: it must not get into a log.</summary>
/// <param name="instead">The message whose place it takes; null: a new one.</param>
public sealed class Reply(long chat, int? thread, Said said, int? instead = null)
{
    public long Chat { get; } = chat;

    public int? Thread { get; } = thread;

    public Said Said { get; } = said;

    public int? Instead { get; } = instead;
}
