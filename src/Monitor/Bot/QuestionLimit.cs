namespace Monitor.Bot;

/// <summary>
/// How much one chat may ask: twenty times a minute, then it is told once to wait, then silence until the minute is over. Kept in
/// memory only, and only as long as the minute.
/// </summary>
public sealed class QuestionLimit(TimeProvider time)
{
    private const int MostAMinute = 20;
    private const int SweepAt = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (DateTimeOffset Began, int Count)> _chats = [];

    public Leave Ask(long chat)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_chats.Count >= SweepAt) Sweep(now);
            var (began, count) = _chats.TryGetValue(chat, out var known) && now - known.Began < Window ? known : (now, 0);
            _chats[chat] = (began, count + 1);
            return count < MostAMinute ? Leave.Answer : count == MostAMinute ? Leave.AskToWait : Leave.Silence;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (chat, (began, _)) in _chats)
            if (now - began >= Window) _chats.Remove(chat);
    }
}

public enum Leave
{
    Answer,
    AskToWait,
    Silence,
}
