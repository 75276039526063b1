namespace Monitor.Core.Feeds;

/// <summary>
/// When to ask a source again. After a success: not before <c>every</c>, not after a day, in between as the source wishes. After failures: a minute, doubling to a day
/// and never giving up; a success takes back half of the steps only, so that a source that works every other time is not hammered.
/// </summary>
public sealed class PollPlan(TimeSpan every)
{
    public static readonly TimeSpan FirstBackOff = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Up to a tenth later than planned, so that sources added together are not asked together for ever.</summary>
    private const double Jitter = 0.1;

    /// <summary>2^11 minutes are more than a day.</summary>
    private const int HighestStep = 12;

    public TimeSpan Every { get; } = every > Longest ? Longest : every;

    /// <param name="steps">The back-off step the source stands at; 0 for a source in good health.</param>
    /// <param name="chance">A number from 0 to 1, drawn by the caller.</param>
    /// <param name="pace">What the feed itself shows of its pace.</param>
    public NextPoll After(FetchOutcome outcome, int steps, double chance, FeedPace? pace = null) => outcome switch
    {
        FetchOutcome.Failed failed => AfterFailure(failed, steps, chance),
        FetchOutcome.NotModified same => AfterSuccess(WithinWindow(same.Wait.Wait, pace), steps, chance, "not modified"),
        FetchOutcome.Body body => AfterSuccess(WithinWindow(Longer(body.Wait.Wait, pace?.Ttl), pace), steps, chance, "read"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>Whatever the source wishes, half of the time an item stays in sight is not outwaited: two looks must overlap.</summary>
    private static TimeSpan? WithinWindow(TimeSpan? wish, FeedPace? pace) => wish is { } longest && pace?.WindowLasts / 2 is { } half && longest > half ? half : wish;

    private NextPoll AfterFailure(FetchOutcome.Failed failed, int steps, double chance)
    {
        var step = Math.Min(steps + 1, HighestStep);
        var backOff = BackOff(step);
        var asked = failed.RetryAfter is { } wish ? Within(wish, Min(Every, Longest)) : TimeSpan.Zero;
        var wait = asked > backOff ? asked : backOff;
        return new NextPoll(Spread(wait, chance), step, asked > backOff ? $"the source asked to wait {asked}" : $"failure {step} in a row: {failed.Reason}");
    }

    private NextPoll AfterSuccess(TimeSpan? wish, int steps, double chance, string what)
    {
        var step = steps / 2;
        var wait = Within(wish ?? Every, Every);
        if (step > 0 && BackOff(step) > wait) wait = BackOff(step);
        return new NextPoll(Spread(wait, chance), step, step > 0 ? $"{what}, still slowed after failures" : what);
    }

    private static TimeSpan BackOff(int step) => Min(FirstBackOff * Math.Pow(2, step - 1), Longest);

    private static TimeSpan Within(TimeSpan wait, TimeSpan floor) => wait < floor ? floor : Min(wait, Longest);

    private static TimeSpan Spread(TimeSpan wait, double chance) => Min(wait * (1 + (Jitter * Math.Clamp(chance, 0, 1))), Longest);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a > b ? a : b;
}

/// <param name="Steps">To be kept with the source and given back next time.</param>
public sealed record NextPoll(TimeSpan Wait, int Steps, string Why);

/// <param name="Ttl">The feed's own ttl.</param>
/// <param name="WindowLasts">How long an item stays in sight.</param>
public sealed record FeedPace(TimeSpan? Ttl = null, TimeSpan? WindowLasts = null);
