namespace Monitor.Bot;

/// <summary>
/// How much one chat may ask: twenty times a minute, then it is told once to wait, then silence until the minute is over. Kept in
/// memory only, and only as long as the minute, which is measured: whoever sets the clock back silences nobody for longer.
/// </summary>
public sealed class QuestionLimit(TimeProvider time)
{
    private const int MostAMinute = 20;
    private const int FewestToSweep = 1000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<long, (TimeSpan Began, int Count)> _chats = [];
    private int _sweepAt = FewestToSweep;

    public Leave Ask(long chat)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            if (_chats.Count >= _sweepAt) Sweep(now);
            var (began, count) = _chats.TryGetValue(chat, out var known) && now - known.Began < Window ? known : (now, 0);
            _chats[chat] = (began, count + 1);
            return count < MostAMinute ? Leave.Answer : count == MostAMinute ? Leave.AskToWait : Leave.Silence;
        }
    }

    /// <summary>Again when twice as many are kept: in a crowd each look at all of them would be a step for each who asks.</summary>
    private void Sweep(TimeSpan now)
    {
        foreach (var (chat, (began, _)) in _chats)
            if (now - began >= Window) _chats.Remove(chat);
        _sweepAt = Math.Max(FewestToSweep, 2 * _chats.Count);
    }
}

public enum Leave
{
    Answer,
    AskToWait,
    Silence,
}
