namespace Monitor.Pipeline;

/// <summary>
/// One pace for all sends: so many a second, evenly spaced, and none while Telegram asked to wait. A slot is taken before a message is
/// written, so that several senders together keep the pace.
/// </summary>
public sealed class SendPace(int perSecond, TimeProvider time)
{
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1) / perSecond;
    private readonly Lock _gate = new();
    private DateTimeOffset _next;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var slot = _next > now ? _next : now;
            _next = slot + _spacing;
            wait = slot - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
    }

    /// <summary>Nothing goes out for so long. A 429 does not say whether it means one chat or the bot: waiting with all is the safe reading.</summary>
    public void Hold(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until > _next) _next = until;
        }
    }
}
