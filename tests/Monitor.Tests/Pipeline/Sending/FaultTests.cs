using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Pipeline.Sending;

/// <summary>Telegram at its worst: waits, failures, cut connections, blocked chats, groups that move. Nothing is lost, and nothing goes out before its time.</summary>
[Collection(Alone.Name)]
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Seed = 20251213;
    private const long FirstChat = 6_000_000_000;
    private static readonly Regex RetryAfter = new(@"retry after (?<seconds>[0-9]+)", RegexOptions.NonBacktracking);

    [Fact]
    public Task Under_every_fault_nothing_is_lost_order_is_kept_and_no_wait_is_cut_short() => SurviveAsync(alerts: 10, chats: 60);

    [Fact]
    [Trait("Category", "Survival")]
    public Task Under_every_fault_nothing_is_lost_fifty_alerts_to_two_thousand_chats() => SurviveAsync(alerts: 50, chats: 2000);

    [Fact]
    public Task Chats_that_must_wait_leave_the_others_their_pace() => BusyMachine.TriesAsync(async () =>
    {
        const int perSecond = 25;
        const int chats = 200;
        await using var outbox = await Outbox.OpenAsync(perSecond);
        for (var n = 0; n < chats; n++) await outbox.SubscribeAsync(FirstChat + n);
        for (var n = 0; n < chats; n += 10) outbox.Telegram.Faults.ForChat(FirstChat + n, n % 20 == 0 ? Fault.TooManyRequests(60 + (n / 2)) : Fault.Slow(TimeSpan.FromSeconds(3)));
        await outbox.AlertAsync("person", item: 1);
        await outbox.RunAsync();

        var times = outbox.Telegram.CallsOf("sendMessage").Where(c => c.Code == 200).Select(c => c.At).Order().ToList();
        var rate = (times.Count - 1) / (times[^1] - times[0]).TotalSeconds;
        output.WriteLine($"{times.Count} messages at {rate:0.0} a second, {perSecond} allowed; a chat in twenty was told to wait, one in twenty answered after 3 s");
        Assert.Equal(chats - (chats / 20), times.Count);
        return rate >= perSecond * 0.8 ? null : $"{rate:0.0} a second";
    });

    private async Task SurviveAsync(int alerts, int chats)
    {
        await using var outbox = await Outbox.OpenAsync();
        for (var n = 0; n < chats; n++) await outbox.SubscribeAsync(FirstChat + n);
        var (blocked, moves) = (FirstChat, FirstChat + 1);
        outbox.Telegram.Faults.ForChat(blocked, Fault.Blocked);
        outbox.Telegram.Chats.Add(-moves, "supergroup");
        outbox.Telegram.Faults.ForChat(moves, Fault.Migrated(-moves));
        var dice = new Random(Seed);
        outbox.Telegram.Faults.Randomly(Seed, 0.39,
            [.. Enumerable.Range(0, 30).Select(_ => Fault.TooManyRequests(dice.Next(1, 121))), .. Enumerable.Repeat(Fault.ServerError, 5), .. Enumerable.Repeat(Fault.Cut with { AfterAccept = true }, 2), Fault.Conflict, Fault.Slow(TimeSpan.FromMilliseconds(300))]);
        for (var n = 1; n <= alerts; n++) await outbox.AlertAsync(string.Create(CultureInfo.InvariantCulture, $"person-{n:00}"), n);
        await outbox.RunToEndAsync();

        var repeats = 0;
        for (var chat = FirstChat + 1; chat < FirstChat + chats; chat++)
        {
            var said = outbox.In(chat == moves ? -moves : chat).Select(m => m.Text).ToList();
            var once = said.Where(t => !t.Contains("may reach you twice", StringComparison.Ordinal)).ToList();
            Assert.Equal(alerts, said.Select(t => t.Split(':')[0]).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(said.Select(t => t.Split(':')[0]).Order(StringComparer.Ordinal), said.Select(t => t.Split(':')[0]));
            Assert.Equal(once.Count, once.Distinct(StringComparer.Ordinal).Count());
            repeats += said.Count - alerts;
        }

        var calls = outbox.Telegram.CallsOf("sendMessage");
        var inDoubt = calls.Count(c => c.Fault is "cut" || c.Fault?.StartsWith("500", StringComparison.Ordinal) == true);
        output.WriteLine($"seed {Seed}: {alerts} alerts to {chats} chats, {calls.Count} calls, {calls.Count(c => c.Fault?.StartsWith("429", StringComparison.Ordinal) == true)} told to wait, {inDoubt} of unknown outcome, {repeats} repeats");
        Assert.True(repeats <= inDoubt, $"{repeats} repeats for {inDoubt} unknown outcomes");
        Assert.Empty(TooEarly(calls));
        Assert.Empty(await outbox.LookAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending).ToListAsync()));
    }

    /// <summary>Calls about a chat before the wait that was asked of it was over.</summary>
    private static IEnumerable<string> TooEarly(IReadOnlyList<FakeBotApiCall> calls)
    {
        var notBefore = new Dictionary<long, DateTimeOffset>();
        foreach (var call in calls)
        {
            if (notBefore.TryGetValue(call.ChatId!.Value, out var until) && call.At < until) yield return $"{until - call.At} too early";
            if (call.Fault is { } fault && RetryAfter.Match(fault) is { Success: true } wait)
                notBefore[call.ChatId.Value] = call.At + TimeSpan.FromSeconds(int.Parse(wait.Groups["seconds"].Value, CultureInfo.InvariantCulture));
        }
    }
}
