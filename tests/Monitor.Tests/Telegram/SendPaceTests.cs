using Microsoft.Extensions.Time.Testing;
using Monitor.Telegram;
using Xunit.Abstractions;

namespace Monitor.Tests.Telegram;

/// <summary>The pace by itself, on a clock that stands still for as long as a busy machine does.</summary>
public sealed class SendPaceTests(ITestOutputHelper output)
{
    private const int PerSecond = 25;
    private const int MadeUpFor = 2;
    private const int TelegramsLimit = 30;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 12, 13, 12, 0, 0, TimeSpan.Zero));
    private readonly List<DateTimeOffset> _left = [];

    [Fact]
    public void So_many_a_second_evenly_spaced()
    {
        var pace = Pace();
        for (var n = 0; n < 100; n++) _ = LeaveAsync(pace);
        for (var step = 0; step < 100; step++) _clock.Advance(TimeSpan.FromMilliseconds(40));
        Assert.InRange(_left.Count, 97, 100);
        Assert.All(_left.Zip(_left.Skip(MadeUpFor)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(40)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Woken_late_again_and_again_no_second_sees_more_than_it_may(int seed)
    {
        var random = new Random(seed);
        var pace = Pace();
        var waiting = new List<Task>();
        for (var step = 0; step < 200; step++)
        {
            while (waiting.Count(t => !t.IsCompleted) < 32) waiting.Add(LeaveAsync(pace));
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, random.Next(10) == 0 ? 900 : 60)));
        }

        Assert.True(_left.Count > 200, $"only {_left.Count}");
        Assert.All(_left, from => Assert.InRange(_left.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, PerSecond + MadeUpFor));
    }

    [Fact]
    public void Hundreds_of_answers_leave_by_turns_and_leave_room_for_what_is_sent_to_everybody()
    {
        var (pace, order, broadcast) = (Pace(), new List<int>(), 0);
        for (var n = 0; n < 300; n++) _ = AnswerAsync(pace, n, order);
        var waiting = new List<Task>();
        for (var step = 0; step < 500; step++)
        {
            while (waiting.Count(t => !t.IsCompleted) < 32) waiting.Add(BroadcastAsync(pace, () => broadcast++));
            _clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        output.WriteLine($"{order.Count} answers and {broadcast} others in 10 s");
        Assert.All(order.Index(), answer => Assert.InRange(answer.Item - answer.Index, -TelegramsLimit, TelegramsLimit)); // nobody stands back for more than a second
        Assert.InRange(order.Count, 190, 220);
        Assert.InRange(broadcast, 40, 90);
        Assert.All(_left, from => Assert.InRange(_left.Count(at => at >= from && at < from + TimeSpan.FromSeconds(1)), 1, TelegramsLimit));
    }

    [Fact]
    public void One_answer_does_not_wait_for_a_broadcast()
    {
        var (pace, order) = (Pace(), new List<int>());
        for (var n = 0; n < 100; n++) _ = LeaveAsync(pace);
        for (var step = 0; step < 50; step++) _clock.Advance(TimeSpan.FromMilliseconds(40));
        _ = AnswerAsync(pace, 0, order);
        Assert.Single(order);
    }

    [Fact]
    public async Task Held_by_Telegram_those_who_wait_are_called_off_and_nothing_leaves_before_its_end()
    {
        var pace = Pace();
        var waiting = Enumerable.Range(0, 10).Select(_ => LeaveAsync(pace)).ToList();
        _clock.Advance(TimeSpan.FromMilliseconds(80));
        var left = _left.Count;
        for (var chat = 1; chat <= 3; chat++) pace.Heard(chat, TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True(pace.IsHeld);
        Assert.Equal(left, _left.Count);
        Assert.All(waiting.Skip(left), task => Assert.True(task.IsCanceled));
        await Assert.ThrowsAsync<OperationCanceledException>(() => pace.TurnAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await pace.TurnAsync(default);
    }

    [Fact]
    public async Task A_stop_calls_off_who_waits()
    {
        var pace = Pace(1);
        using var stop = new CancellationTokenSource();
        await pace.TurnAsync(stop.Token);
        var waits = pace.TurnAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }

    private SendPace Pace(int perSecond = PerSecond)
    {
        SynchronizationContext.SetSynchronizationContext(null); // whose turn it is goes on within the very call that moves the clock
        return new SendPace(perSecond, _clock);
    }

    private Task LeaveAsync(SendPace pace) => BroadcastAsync(pace, () => { });

    private async Task BroadcastAsync(SendPace pace, Action left)
    {
        await pace.TurnAsync(default);
        _left.Add(_clock.GetUtcNow());
        left();
    }

    private async Task AnswerAsync(SendPace pace, int number, List<int> order)
    {
        await pace.AnswerTurnAsync(default);
        _left.Add(_clock.GetUtcNow());
        order.Add(number);
    }
}
