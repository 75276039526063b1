using Monitor.Core.Items;
using Monitor.Store.Curators;
using static Monitor.Tests.Histories.Replaying;

namespace Monitor.Tests.Histories;

/// <summary>What waits for a curator, what follows from a judgement, and that it can be taken back.</summary>
public sealed class JudgementTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Item IvanouFreed = News("north", "2025-12-13T10:00", "Ivanou freed", "The political prisoner Aliaksandr Ivanou was released from prison in Belarus on Saturday.");

    [Fact]
    public async Task A_name_that_two_bear_waits_and_is_told_of_whom_the_curator_names()
    {
        await using var store = await CuratedStore.OpenAsync("Aliaksandr Ivanou", "Aliaksandr Ivanou");
        Assert.Empty(await store.TakeAsync(IvanouFreed));
        var entry = await store.OnlyEntryAsync();
        Assert.Equal((DoubtKind.AmbiguousPerson, "p1,p2"), (entry.Row.Kind, entry.Row.Candidates));
        await Assert.ThrowsAsync<BadDataException>(() => store.Queue.ApproveAsync(entry.Row.Id, None));

        var judgement = await store.Queue.SamePersonAsync(entry.Row.Id, "p2", None);
        Assert.Equal(["report p2 released reported"], await store.CarryOutAsync());
        await store.Queue.UndoAsync(judgement, None);
        Assert.Equal(["correction p2 released retracted"], await store.CarryOutAsync());
        Assert.Equal(entry.Row.Id, (await store.OnlyEntryAsync()).Row.Id);
    }

    [Fact]
    public async Task A_death_that_nobody_answers_for_waits_until_a_curator_approves()
    {
        await using var store = await CuratedStore.OpenAsync("Aliaksandr Ivanou");
        Assert.Empty(await store.TakeAsync(News("north", "2025-12-13T10:00", "Ivanou dead", "The political prisoner Aliaksandr Ivanou died in prison in Belarus on Saturday.")));
        var entry = await store.OnlyEntryAsync();
        Assert.Equal(DoubtKind.Unattributed, entry.Row.Kind);
        await store.Queue.ApproveAsync(entry.Row.Id, None);
        Assert.Equal(["report p1 died reported"], await store.CarryOutAsync());
        Assert.Empty(await store.Queue.EntriesAsync(settled: false, None));
    }

    [Fact]
    public async Task A_change_that_a_curator_retracts_is_corrected_and_comes_back_when_he_undoes_it()
    {
        await using var store = await CuratedStore.OpenAsync("Aliaksandr Ivanou");
        Assert.Equal(["report p1 released reported"], await store.TakeAsync(IvanouFreed));
        var judgement = await store.Queue.RetractAsync("p1-released-2025-12-13", "his lawyer denies it", None);
        Assert.Equal(["correction p1 released retracted"], await store.CarryOutAsync());
        Assert.Empty(await store.CarryOutAsync());
        await store.Queue.UndoAsync(judgement, None);
        Assert.Equal(["correction p1 released reported"], await store.CarryOutAsync());
    }

    [Fact]
    public async Task A_namesake_is_taken_back()
    {
        await using var store = await CuratedStore.OpenAsync("Aliaksandr Ivanou");
        await store.TakeAsync(IvanouFreed);
        await store.Queue.NotThisPersonAsync(1, "p1", None);
        Assert.Equal(["correction p1 released retracted"], await store.CarryOutAsync());
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_list_is_proposed_and_once_approved_told_of()
    {
        await using var store = await CuratedStore.OpenAsync("Maksim Znak");
        Assert.Empty(await store.TakeAsync(IvanouFreed));
        var entry = await store.OnlyEntryAsync();
        Assert.Equal((DoubtKind.Proposal, "Aliaksandr Ivanou"), (entry.Row.Kind, entry.Row.Title));
        await store.Queue.ApproveAsync(entry.Row.Id, None);
        Assert.Equal(["report ivanou released reported"], await store.CarryOutAsync());
    }

    [Fact]
    public async Task A_proposal_that_was_turned_down_is_not_asked_again()
    {
        await using var store = await CuratedStore.OpenAsync("Maksim Znak");
        await store.TakeAsync(IvanouFreed);
        await store.Queue.RejectAsync((await store.OnlyEntryAsync()).Row.Id, "a footballer", None);
        await store.CarryOutAsync();
        await store.TakeAsync(IvanouFreed with { Id = "again", Source = "south", Origin = "south" });
        Assert.Empty(await store.Queue.EntriesAsync(settled: false, None));
    }

    [Fact]
    public async Task A_burst_goes_out_and_calls_the_curators_who_can_withdraw_all_of_it()
    {
        string[] names = ["Maksim Znak", "Maria Kalesnikava", "Viktar Babaryka", "Marina Zolatava", "Raman Haluza"];
        await using var store = await CuratedStore.OpenAsync(names);
        foreach (var (name, n) in names.Select((name, n) => (name, n)))
            Assert.Single(await store.TakeAsync(News("liar", $"2025-12-13T10:{5 * n:00}", $"{name} freed", $"The political prisoner {name} was released from prison in Belarus today.")));
        var entry = await store.OnlyEntryAsync();
        Assert.Equal((DoubtKind.Burst, "liar", names.Length), (entry.Row.Kind, entry.Row.Title, entry.Evidence.Count));

        await store.Queue.RejectAsync(entry.Row.Id, "all made up", None);
        var corrections = await store.CarryOutAsync();
        Assert.Equal(names.Length, corrections.Count);
        Assert.All(corrections, c => Assert.EndsWith("released retracted", c, StringComparison.Ordinal));
    }
}
