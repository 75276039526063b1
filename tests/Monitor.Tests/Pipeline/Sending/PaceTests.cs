using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Pipeline.Sending;

/// <summary>A broadcast keeps its pace from the first second to the last, and whoever asks meanwhile is answered at once.</summary>
[Collection(Alone.Name)]
public sealed class PaceTests(ITestOutputHelper output)
{
    private const int PerSecond = 25;
    private const long Asker = 5_000_000_301;
    private const long FirstChat = 6_100_000_000;

    [Fact]
    public Task A_broadcast_keeps_its_pace_and_commands_are_answered_meanwhile() => BusyMachine.TriesAsync(() => BroadcastAsync(TimeSpan.FromSeconds(12)));

    [Fact]
    [Trait("Category", "Survival")]
    public Task A_broadcast_keeps_its_pace_for_a_minute() => BusyMachine.TriesAsync(() => BroadcastAsync(TimeSpan.FromMinutes(1)));

    private async Task<string?> BroadcastAsync(TimeSpan length)
    {
        var chats = (int)(length.TotalSeconds * PerSecond * 1.2);
        await using var outbox = await Outbox.OpenAsync(PerSecond, TimeSpan.FromSeconds(1));
        await outbox.SubscribeAsync(FirstChat - 1);
        await outbox.AlertAsync("somebody before, so that everything was used once", item: 1);
        await outbox.RunAsync();
        for (var n = 0; n < chats; n++) await outbox.SubscribeAsync(FirstChat + n);
        await outbox.ListenAsync();
        outbox.Telegram.Chats.Limits = new FakeLimits(PerSecondOverall: 30, PerSecondInChat: 1);
        await outbox.AlertAsync("person", item: 2);
        var broadcast = outbox.RunAsync();

        await outbox.Telegram.WaitFor(t => t.CallsOf("sendMessage").Count > PerSecond);
        var asked = outbox.Clock.GetUtcNow();
        outbox.Telegram.People.Writes(Asker, "/help");
        await outbox.Telegram.WaitFor(t => t.Chats.SaidIn(Asker).Count == 1);
        var answered = outbox.Telegram.CallsOf("sendMessage").Single(c => c.ChatId == Asker).At - asked;
        await broadcast;

        var times = outbox.Telegram.CallsOf("sendMessage").Where(c => c.ChatId >= FirstChat).Select(c => c.At).Order().ToList();
        var sent = times.Count(t => t >= times[0] && t < times[0] + length);
        var gap = times.Zip(times.Skip(1), (a, b) => b - a).Max();
        output.WriteLine($"{sent} in {length.TotalSeconds} s, {sent / length.TotalSeconds / PerSecond:P1} of {PerSecond} a second; longest gap {gap.TotalMilliseconds:0} ms; a command answered after {answered.TotalMilliseconds:0} ms");
        // Even the fake counts late when the machine stalls: what was sent over two seconds then arrives in one.
        return outbox.Telegram.Calls.Any(c => c.Code == 429) ? "told to wait"
            : sent < length.TotalSeconds * PerSecond * 0.97 ? $"{sent} in {length}"
            : gap >= TimeSpan.FromSeconds(1) ? $"a gap of {gap}"
            : answered >= TimeSpan.FromSeconds(1) ? $"answered after {answered}"
            : null;
    }
}
