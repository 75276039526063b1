using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Tests.Histories;

/// <summary>What must hold of any history, tried on 1,000 random ones each. A failure names its seed.</summary>
public sealed class HistoryPropertyTests
{
    private const int Histories = 1000;

    [Fact]
    public Task The_same_items_in_any_order_give_the_same_changes() => EachAsync(async (store, seed) =>
    {
        var items = RandomHistory.Of(seed);
        var shuffled = items.ToArray();
        new Random(seed + 1).Shuffle(shuffled);
        await store.TellAsync($"a{seed}", items);
        await store.TellAsync($"b{seed}", shuffled);
        Assert.True(await store.StandAsync($"a{seed}") == await store.StandAsync($"b{seed}"), $"history {seed}:\n{await store.StandAsync($"a{seed}")}\nshuffled:\n{await store.StandAsync($"b{seed}")}");
    });

    [Fact]
    public Task Every_item_told_again_tells_nothing_new() => EachAsync(async (store, seed) =>
    {
        var items = RandomHistory.Of(seed);
        await store.TellAsync($"a{seed}", items);
        var before = await store.StandAsync($"a{seed}");
        var again = await store.TellAsync($"a{seed}", items);
        Assert.True(again.Count == 0, $"history {seed}: {string.Join(", ", again.Select(a => $"{a.Type} {a.Kind} {a.Date}"))}\n{Print(seed)}");
        Assert.Equal(before, await store.StandAsync($"a{seed}"));
    });

    [Fact]
    public Task Nothing_is_told_that_no_item_asserts() => EachAsync(async (store, seed) =>
    {
        var items = RandomHistory.Of(seed);
        var asserted = items.SelectMany(i => i.Claims).Where(c => c.Stance == Stance.Asserted).Select(c => ChangeFamily.Of(c.Kind)).ToHashSet();
        var told = await store.TellAsync($"a{seed}", items);
        Assert.True(told.All(a => asserted.Contains(ChangeFamily.Of(a.Kind))), $"history {seed}");

        var unasserted = items.Select(i => i with { Claims = [.. i.Claims.Where(c => c.Stance != Stance.Asserted)] });
        Assert.True((await store.TellAsync($"b{seed}", unasserted)).Count == 0, $"history {seed} without its assertions");
    });

    [Fact]
    public Task One_origin_confirms_nothing() => EachAsync(async (store, seed) =>
    {
        var told = await store.TellAsync($"a{seed}", RandomHistory.Of(seed, voices: ["north"]));
        Assert.True(told.All(a => a.Standing != Standing.Confirmed), $"history {seed}");
    });

    [Fact]
    public Task Each_change_is_reported_once() => EachAsync(async (store, seed) =>
    {
        var reports = (await store.TellAsync($"a{seed}", RandomHistory.Of(seed))).Where(a => a.Type == AlertType.Report).ToList();
        var repeated = reports.GroupBy(a => (ChangeFamily.Of(a.Kind), a.Date)).Where(g => g.Count() > 1).ToList();
        Assert.True(repeated.Count == 0, $"history {seed}: {string.Join(", ", repeated.Select(g => g.Key))}\n{Print(seed)}");
    });

    private static string Print(int seed) => string.Join('\n', RandomHistory.Of(seed).Select(i =>
        $"{i.Outlet} {i.Published:MM-dd HH:mm} text {i.Text}: {string.Join("; ", i.Claims.Select(c => $"{c.Kind} {c.Stance} {c.Date} by {c.Origin}"))}"));

    private static async Task EachAsync(Func<HistoryStore, int, Task> property)
    {
        await using var store = await HistoryStore.OpenAsync();
        for (var seed = 0; seed < Histories; seed++) await property(store, seed);
    }
}
