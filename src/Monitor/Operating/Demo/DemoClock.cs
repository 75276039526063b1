namespace Monitor.Operating.Demo;

/// <summary>A clock that runs at its natural pace from another day, and can be put forward.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead = start - System.GetUtcNow();
    private TimeSpan _put;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return System.GetUtcNow() + _ahead;
    }

    /// <summary>Put forward, hours have passed here: they are measured too, or it would look as if somebody had set the clock.</summary>
    public override long GetTimestamp()
    {
        lock (_gate) return System.GetTimestamp() + (long)(_put.TotalSeconds * TimestampFrequency);
    }

    /// <summary>Never back: what was written would come to lie in the future.</summary>
    public void PutForwardTo(DateTimeOffset at)
    {
        lock (_gate)
        {
            var ahead = at - System.GetUtcNow();
            if (ahead <= _ahead) return;
            _put += ahead - _ahead;
            _ahead = ahead;
        }
    }
}
