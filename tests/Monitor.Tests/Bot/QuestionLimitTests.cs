using Monitor.Bot;

namespace Monitor.Tests.Bot;

public sealed class QuestionLimitTests
{
    [Fact]
    public void Twenty_a_minute_then_one_word_then_silence_until_the_minute_is_over()
    {
        var clock = new Clock();
        var limit = new QuestionLimit(clock);
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(Leave.Answer, limit.Ask(1)));
        Assert.Equal(Leave.AskToWait, limit.Ask(1));
        Assert.Equal(Leave.Silence, limit.Ask(1));
        Assert.Equal(Leave.Answer, limit.Ask(2));
        clock.Now += TimeSpan.FromSeconds(59);
        Assert.Equal(Leave.Silence, limit.Ask(1));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(Leave.Answer, limit.Ask(1));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
