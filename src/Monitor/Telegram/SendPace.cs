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

    /// <summary>Answers have so much room beside what is sent to everybody: 25, the late ones and these stay within Telegram's 30.</summary>
    private const int AnswersBeside = 2;

    /// <summary>After a while without, so many answers go out at once.</summary>
    private const int AnswersAtOnce = 8;

    /// <summary>Deadlines of one flood are counted in whole seconds, from answers a moment apart.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _spacing = Second / perSecond;

    /// <summary>A timer that fires late is made up for, but never by more than a twelfth of a second's worth: 25 a second, the late ones and an answer or two stay within 30.</summary>
    private readonly int _burst = Math.Max(1, perSecond / BurstsASecond);

    /// <summary>However many ask, one message in five is left for what is sent to everybody.</summary>
    private readonly TimeSpan _answerSpacing = Second / perSecond * 5 / 4;

    private readonly Lock _gate = new();

    private readonly Dictionary<long, DateTimeOffset> _toldToWait = [];

    /// <summary>What left within the last second: however late a busy machine wakes those who wait for their turn, no second sees more.</summary>
    private readonly Queue<TimeSpan> _left = [];

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;
    private TimeSpan _nextAnswer;

    /// <summary>Nothing may be sent before; in the past where nothing holds.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    public bool IsHeld => HeldUntil > time.GetUtcNow();

    /// <summary>Waits for a turn; the caller sends at once when it returns.</summary>
    /// <exception cref="OperationCanceledException">The program is being stopped, or everything is held (<see cref="HeldUntil"/>): do not send, and ask again after it.</exception>
    public async Task TurnAsync(CancellationToken cancellation)
    {
        var turn = Reserve(ref _next, _spacing, _burst);
        while (UntilLeaving(turn) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>An answer goes out at once, and what is sent to everybody makes room for it; where hundreds ask at once, answers too go out so many a second.</summary>
    public async Task AnswerTurnAsync(CancellationToken cancellation)
    {
        var turn = Reserve(ref _nextAnswer, _answerSpacing, AnswersAtOnce);
        while (UntilAnswerLeaves(turn) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
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

    private TimeSpan Reserve(ref TimeSpan next, TimeSpan spacing, int atOnce)
    {
        lock (_gate)
        {
            var earliest = Now - (spacing * (atOnce - 1));
            var turn = next < earliest ? earliest : next;
            next = turn + spacing;
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
            return turn > now ? turn - now : UntilRoom(now, perSecond + _burst);
        }
    }

    private TimeSpan UntilAnswerLeaves(TimeSpan turn)
    {
        lock (_gate)
        {
            var now = Now;
            if (HeldUntil - time.GetUtcNow() is var held && held > TimeSpan.Zero) return held < Second ? held : Second;
            var wait = turn > now ? turn - now : UntilRoom(now, perSecond + _burst + AnswersBeside);
            if (wait == TimeSpan.Zero) _next += _spacing;
            return wait;
        }
    }

    /// <summary>Zero where fewer than so many left within the last second; then this one is counted.</summary>
    private TimeSpan UntilRoom(TimeSpan now, int most)
    {
        while (_left.TryPeek(out var oldest) && now - oldest >= Second) _left.Dequeue();
        if (_left.Count >= most) return _left.Peek() + Second - now;
        _left.Enqueue(now);
        return TimeSpan.Zero;
    }
}
