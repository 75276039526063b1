namespace Monitor.Tests.Support;

/// <summary>A clock, timers included, that runs so many times faster than the real one.</summary>
internal sealed class HurriedClock(int times) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * times);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private TimeSpan Hurried(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / times;
}
