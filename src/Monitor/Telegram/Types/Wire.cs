namespace Monitor.Telegram.Types;

/// <summary>
/// Everything that crosses the wire. It never prints its content: a record that is logged or put into a sentence by mistake
/// would leave a chat id or a reader's words in the log.
/// </summary>
public abstract record Wire
{
    public sealed override string ToString() => GetType().Name;
}
