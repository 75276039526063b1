namespace Monitor.Telegram;

/// <summary>
/// One pace for everything that is sent: so many a second, evenly spaced. What Telegram asks one chat to wait concerns that chat; where
/// several chats in a row are told to wait until the same moment, the bot itself is meant, and nothing goes out before it.
/// </summary>
public sealed class SendPace(int perSecond, TimeProvider time)
{
    /// <summary>So many chats told the same are no accident.</summary>
    private const int SeveralChats = 3;

    private const int BurstsASecond = 6;

    /// <summary>Deadlines of one flood are counted in whole seconds, from answers a moment apart.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1) / perSecond;

    /// <summary>A timer that fires late is made up for, but never by more than a sixth of a second's worth: 25 a second and an answer stay within 30.</summary>
    private readonly int _burst = Math.Max(1, perSecond / BurstsASecond);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, DateTimeOffset> _toldToWait = [];
    private DateTimeOffset _next;

    /// <summary>Nothing may be sent before; in the past where nothing holds.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>How many may be sent now, at most so many; they count as sent.</summary>
    public int Take(int most)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < HeldUntil) return 0;
            var earliest = now - (_spacing * (_burst - 1));
            if (_next < earliest) _next = earliest;
            if (_next > now) return 0;
            var taken = Math.Min(most, (int)((now - _next) / _spacing) + 1);
            _next += _spacing * taken;
            return taken;
        }
    }

    public void GiveBack(int unused)
    {
        lock (_gate) _next -= _spacing * unused;
    }

    /// <summary>An answer goes out at once; what is sent to everybody makes room for it.</summary>
    public void TakeForAnswer()
    {
        lock (_gate) _next += _spacing;
    }

    public TimeSpan UntilFree()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var free = HeldUntil > _next ? HeldUntil : _next;
            return free > now ? free - now : TimeSpan.Zero;
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
            if (_next != default) _next += by;
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
}
