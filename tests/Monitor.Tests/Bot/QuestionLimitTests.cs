using Monitor.Bot;

namespace Monitor.Tests.Bot;

public sealed class QuestionLimitTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void Twenty_a_minute_then_one_word_then_silence_until_the_minute_is_over()
    {
        var limit = new QuestionLimit(_clock);
        Exhaust(limit, 1);
        Assert.Equal(Leave.Answer, limit.Ask(2));
        _clock.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal(Leave.Silence, limit.Ask(1));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Leave.Answer, limit.Ask(1));
    }

    [Fact]
    public void A_clock_set_back_silences_nobody_for_longer_and_one_set_forward_frees_nobody_sooner()
    {
        var limit = new QuestionLimit(_clock);
        Exhaust(limit, 1);
        _clock.Set += TimeSpan.FromHours(1);
        Assert.Equal(Leave.Silence, limit.Ask(1));
        _clock.Set -= TimeSpan.FromDays(3650);
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(Leave.Answer, limit.Ask(1));
    }

    [Fact]
    public void Who_asked_in_a_crowd_long_ago_is_forgotten()
    {
        var limit = new QuestionLimit(_clock);
        for (var chat = 0; chat < 10_000; chat++) limit.Ask(chat);
        Exhaust(limit, -1);
        _clock.Pass(TimeSpan.FromMinutes(1));
        for (var chat = 0; chat < 40_000; chat++) Assert.Equal(Leave.Answer, limit.Ask(chat));
    }

    private static void Exhaust(QuestionLimit limit, long chat)
    {
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(Leave.Answer, limit.Ask(chat)));
        Assert.Equal(Leave.AskToWait, limit.Ask(chat));
        Assert.Equal(Leave.Silence, limit.Ask(chat));
    }

    /// <summary>Can be set apart from the time that passes.</summary>
    private sealed class Clock : TimeProvider
    {
        private TimeSpan _passed;

        public TimeSpan Set { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromDays(20_000) + _passed + Set;

        public override long GetTimestamp() => _passed.Ticks;

        public void Pass(TimeSpan time) => _passed += time;
    }
}
