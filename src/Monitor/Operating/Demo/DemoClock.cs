namespace Monitor.Operating.Demo;

/// <summary>A clock that runs at its natural pace from another day, and can be put forward.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return System.GetUtcNow() + _ahead;
    }

    /// <summary>Never back: what was written would come to lie in the future.</summary>
    public void PutForwardTo(DateTimeOffset at)
    {
        lock (_gate)
        {
            var ahead = at - System.GetUtcNow();
            if (ahead > _ahead) _ahead = ahead;
        }
    }
}
