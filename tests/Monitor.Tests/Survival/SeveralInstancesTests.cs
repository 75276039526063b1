using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Monitor.Store.Postgres;
using Monitor.Tests.Support;
using Monitor.Tests.Support.BotApi;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>Three real processes on one PostgreSQL share the work; one of them is killed, or falls asleep, in the middle of it, and the others go on: nothing is lost, nothing said twice beyond what was in flight.</summary>
[Collection(Alone.Name)]
public sealed class SeveralInstancesTests(ITestOutputHelper output)
{
    private const int MostInFlight = 32;
    private const int Instances = 3;
    private static readonly long[] Chats = [.. Enumerable.Range(1, 20).Select(n => 5_000_000_000L + n)];

    private readonly List<MonitorProcess> _running = [];

    [SkippableFact]
    public async Task One_of_three_killed_while_it_sends_and_then_the_next_nothing_is_lost_and_panic_ends_the_third()
    {
        await using var house = await BeginAsync(seed: 20251213);
        await KillAsync(house, kills: 2, replace: false, seed: 20251213);
        var (code, output, errors) = await house.RunAsync("", "panic", "--yes");
        Assert.True(code == 0, errors);
        Assert.DoesNotContain("STILL RUNS", output, StringComparison.Ordinal);
        Assert.Equal(0, await _running.Single().EndAsync());
        Assert.Empty(await house.LookAsync(db => db.Subscribers.ToListAsync()));
    }

    /// <summary>As many as <c>MONITOR_KILLS</c> says, by the dice of <c>MONITOR_SEED</c>.</summary>
    [SkippableFact]
    [Trait("Category", "Survival")]
    public async Task Any_of_three_killed_again_and_again_and_replaced_nothing_is_lost()
    {
        var seed = Number("MONITOR_SEED", 20251213);
        await using var house = await BeginAsync(seed);
        await KillAsync(house, Number("MONITOR_KILLS", 40), replace: true, seed);
    }

    [SkippableFact]
    public async Task Who_helps_asks_and_reads_and_says_nothing_until_it_leads()
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        await using var house = await ServiceHouse.OpenOnPostgresAsync();
        var leader = new OwnSession(StoreSetup.Describe(house.Postgres!));
        Assert.True(await leader.TryHoldAsync(Leader.Leading, default));
        await using var helper = await house.StartInsideAsync();
        await house.UntilAsync(db => db.Sources.AllAsync(s => s.FirstReadAt != null));
        house.Publish(1);
        await house.UntilAsync(db => db.Alerts.AnyAsync());
        Assert.False(house.Telegram.Updates.IsPolled);
        leader.Dispose();
        await house.SubscribeAsync(Chats[0]);
        house.Publish(2);
        await house.Telegram.WaitFor(_ => house.Reports == 1, ServiceHouse.Patience);
    }

    [SkippableFact]
    public async Task A_file_moves_to_it_with_its_readers_who_are_told_what_comes_next()
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        await using var house = await ServiceHouse.OpenAsync();
        await using (await house.StartInsideAsync()) await house.SubscribeAsync(Chats[0]);
        var backup = Path.Combine(house.Folder, "copy.db");
        Assert.Equal(0, (await house.RunAsync("", "backup", backup)).Code);

        house.Postgres = PostgresCluster.Database(house.Folder + "/moved");
        var (code, output, errors) = await house.RunAsync("", "restore", backup);
        Assert.True(code == 0, errors);
        Assert.Contains("rows of", output, StringComparison.Ordinal);
        var (again, _, words) = await house.RunAsync("", "restore", backup);
        Assert.Equal(65, again);
        Assert.Contains("has subscribers", words, StringComparison.Ordinal);
        await using var service = await house.StartInsideAsync();
        house.Publish(1);
        await house.Telegram.WaitFor(_ => house.Reports == 1, ServiceHouse.Patience);
        await house.SubscribeAsync(Chats[1]); // ids go on where the file's ended
    }

    [SkippableFact]
    public async Task What_is_for_a_file_says_what_to_do_instead()
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        await using var house = await ServiceHouse.OpenOnPostgresAsync();
        var list = Path.Combine(house.Folder, "list.yaml");
        foreach (var (verb, expected, instead) in new[] { ("backup new", 64, "pg_dump"), ($"restore {list}", 65, "pg_restore"), ("chat", 64, "monitor ask") })
        {
            var (code, _, errors) = await house.RunAsync("", verb.Split(' '));
            Assert.Equal(expected, code);
            Assert.Contains(instead, errors, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    [Trait("Category", "Survival")]
    public async Task The_sender_asleep_is_replaced_and_awake_again_it_helps_and_writes_nothing_of_what_it_sent()
    {
        await using var house = await BeginAsync(seed: 1);
        house.Publish(1);
        await house.Telegram.WaitFor(_ => house.Reports > 0, ServiceHouse.Patience);
        var asleep = Stopwatch.StartNew();
        await _running[0].SignalAsync("STOP");
        await house.Telegram.WaitFor(_ => house.AllArrived(1, Chats), ServiceHouse.Patience);
        output.WriteLine($"asleep: the others had sent all after {asleep.Elapsed.TotalSeconds:0.0} s");
        await _running[0].SignalAsync("CONT");
        await house.SettledAsync();
        house.Publish(2);
        await house.Telegram.WaitFor(_ => house.AllArrived(2, Chats), ServiceHouse.Patience);
        await house.SettledAsync();
        Assert.InRange(house.Reports - (2 * Chats.Length), 0, MostInFlight);
        Assert.True(_running[0].IsRunning);
    }

    private async Task KillAsync(ServiceHouse house, int kills, bool replace, int seed)
    {
        var random = new Random(seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            var before = house.Reports;
            house.Publish(kill);
            await house.Telegram.WaitFor(_ => house.Reports > before, ServiceHouse.Patience);
            var victim = replace ? random.Next(_running.Count) : 0; // the first leads
            await Task.Delay(replace ? random.Next(300) : 0);
            await _running[victim].KillAsync();
            _running.RemoveAt(victim);
            if (replace) _running.Add(await house.StartReadyAsync());
            await house.Telegram.WaitFor(_ => house.AllArrived(kill, Chats), ServiceHouse.Patience);
        }

        await house.SettledAsync();
        var repeats = house.Reports - (kills * Chats.Length);
        output.WriteLine($"seed {seed}: {kills} kills, {kills} × {Chats.Length} reports arrived: 0 lost, {repeats} repeats (at most {kills * MostInFlight})");
        Assert.InRange(repeats, 0, kills * MostInFlight);
    }

    /// <summary>All three are there, and the site is asked as often as by one.</summary>
    private async Task<ServiceHouse> BeginAsync(int seed)
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        var house = await ServiceHouse.OpenOnPostgresAsync();
        _running.Add(await house.StartReadyAsync());
        _running.AddRange(await Task.WhenAll(Enumerable.Range(1, Instances - 1).Select(_ => house.StartReadyAsync())));
        Assert.All(_running.Skip(1), helper => Assert.True(helper.Said("this one helps it")));
        var (watch, looks) = (Stopwatch.StartNew(), house.Site.Requests.Count);
        await house.SubscribeAsync(Chats);
        Assert.InRange(house.Site.Requests.Count - looks, 0, (int)watch.Elapsed.TotalSeconds + 2);
        var slow = Fault.Slow(TimeSpan.FromMilliseconds(200));
        house.Telegram.Faults.Randomly(seed, 1.0, slow, slow with { AfterAccept = true });
        return house;
    }

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
