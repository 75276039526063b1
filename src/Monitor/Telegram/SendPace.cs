namespace Monitor.Telegram;

/// <summary>
/// One pace for everything that is sent: so many a second, evenly spaced. What Telegram asks one chat to wait concerns that chat; where
/// several chats in a row are told to wait until the same moment, the bot itself is meant, and nothing goes out before it.
/// </summary>
public sealed class SendPace(int perSecond, TimeProvider time)
{
    /// <summary>So many chats told the same are no accident.</summary>
    private const int SeveralChats = 3;

    private const int BurstsASecond = 12;

    /// <summary>Deadlines of one flood are counted in whole seconds, from answers a moment apart.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _spacing = Second / perSecond;

    /// <summary>A timer that fires late is made up for, but never by more than a twelfth of a second's worth: 25 a second, the late ones and an answer or two stay within 30.</summary>
    private readonly int _burst = Math.Max(1, perSecond / BurstsASecond);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _toldToWait = [];

    /// <summary>What left within the last second: however late a busy machine wakes those who wait for their turn, no second sees more.</summary>
    private readonly Queue<TimeSpan> _left = [];

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Nothing may be sent before; in the past where nothing holds.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    public bool IsHeld => HeldUntil > time.GetUtcNow();

    /// <summary>Waits for a turn; the caller sends at once when it returns.</summary>
    /// <exception cref="OperationCanceledException">The program is being stopped, or everything is held (<see cref="HeldUntil"/>): do not send, and ask again after it.</exception>
    public async Task TurnAsync(CancellationToken cancellation)
    {
        var turn = Reserve();
        while (UntilLeaving(turn) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>An answer goes out at once; what is sent to everybody makes room for it.</summary>
    public void TakeForAnswer()
    {
        lock (_gate)
        {
            _next += _spacing;
            _left.Enqueue(Now);
        }
    }

    public void HoldUntil(DateTimeOffset until)
    {
        lock (_gate)
        {
            if (until > HeldUntil) HeldUntil = until;
        }
    }

    /// <summary>The clock was set by so much: what has to wait goes on waiting as long as it had to.</summary>
    public void ClockWasSet(TimeSpan by)
    {
        lock (_gate)
        {
            _toldToWait.Clear();
            if (HeldUntil != default) HeldUntil += by;
        }
    }

    /// <summary>What became of a send. True where it showed that the whole bot has to wait.</summary>
    /// <param name="chat">Any number that tells chats apart.</param>
    public bool Heard(long chat, TimeSpan? toldToWait)
    {
        lock (_gate)
        {
            if (toldToWait is not { } wait)
            {
                _toldToWait.Clear();
                return false;
            }

            _toldToWait[chat] = time.GetUtcNow() + wait;
            var until = _toldToWait.Values.Max();
            if (_toldToWait.Values.Count(d => until - d <= SameMoment) < SeveralChats) return false;
            _toldToWait.Clear();
            if (until > HeldUntil) HeldUntil = until;
            return true;
        }
    }

    /// <summary>Measured, not read from the clock: whoever sets the clock changes nobody's turn.</summary>
    private TimeSpan Now => time.GetElapsedTime(_start);

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            var earliest = Now - (_spacing * (_burst - 1));
            var turn = _next < earliest ? earliest : _next;
            _next = turn + _spacing;
            return turn;
        }
    }

    /// <summary>Zero: it is this one's turn, and counted as left.</summary>
    private TimeSpan UntilLeaving(TimeSpan turn)
    {
        lock (_gate)
        {
            var now = Now;
            if (IsHeld) throw new OperationCanceledException("everything is held");
            if (turn > now) return turn - now;
            while (_left.TryPeek(out var oldest) && now - oldest >= Second) _left.Dequeue();
            if (_left.Count >= perSecond + _burst) return _left.Peek() + Second - now;
            _left.Enqueue(now);
            return TimeSpan.Zero;
        }
    }
}
