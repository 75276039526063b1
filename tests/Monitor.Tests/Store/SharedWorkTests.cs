using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Store;
using Monitor.Store.Postgres;
using Monitor.Tests.Support;

namespace Monitor.Tests.Store;

/// <summary>Several processes on one PostgreSQL: who holds what, what becomes of it when a connection is lost, and that whoever lost it writes nothing.</summary>
public sealed class SharedWorkTests : IAsyncLifetime
{
    private readonly List<ServiceProvider> _processes = [];
    private string _database = "";

    public Task InitializeAsync()
    {
        Skip.IfNot(PostgresCluster.IsThere, PostgresCluster.Missing);
        _database = PostgresCluster.Database(Guid.NewGuid().ToString());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
    }

    [SkippableFact]
    public async Task One_has_a_source_for_itself_until_it_lets_go_or_its_connection_is_lost()
    {
        var (one, other) = (Session(), Session());
        Assert.True(await one.TryHoldAsync("look/a", default));
        Assert.True(await one.TryHoldAsync("look/a", default));
        Assert.False(await other.TryHoldAsync("look/a", default));
        Assert.True(await other.TryHoldAsync("look/b", default));
        await one.LetGoAsync("look/a");
        Assert.True(await other.TryHoldAsync("look/a", default));

        await LoseConnectionsAsync();
        Assert.True(await one.TryHoldAsync("look/a", default));
        Assert.False(await other.TryHoldAsync("look/a", default));
        await other.LetGoAsync("look/a");
        Assert.False(await other.TryHoldAsync("look/a", default));
    }

    [SkippableFact]
    public async Task One_leads_and_the_others_help_until_it_is_gone()
    {
        var (first, second, third) = (await JoinAsync(), await JoinAsync(), await JoinAsync());
        Assert.Equal([Rank.Leads, Rank.Helps, Rank.Helps], await RanksAsync(first, second, third));
        await first.DisposeAsync();
        Assert.Equal([Rank.Leads, Rank.Helps], await RanksAsync(second, third));
        Assert.Equal(Rank.Leads, await Leader(second).RankAsync(default));
    }

    [SkippableFact]
    public async Task Who_lost_its_connection_and_was_replaced_leads_no_more_and_settles_nothing()
    {
        var (first, second) = (await JoinAsync(), await JoinAsync());
        await LoseConnectionsAsync();
        Assert.Equal(Rank.Leads, await Leader(second).RankAsync(default));
        await using (var db = await Store(first).CreateDbContextAsync()) Assert.False(await Leader(first).StillLeadsAsync(db, default));
        Assert.Equal(Rank.Helps, await Leader(first).RankAsync(default));
        Assert.True(Leader(second).Term > Leader(first).Term);
    }

    [SkippableFact]
    public async Task Panic_is_the_end_of_all_of_them_and_not_of_those_that_start_afterwards()
    {
        var (first, second, panic) = (await JoinAsync(), await JoinAsync(), Process());
        await Leader(panic).EndAllAsync(default);
        Assert.Equal([Rank.Over, Rank.Over], await RanksAsync(first, second));
        Assert.False(await Leader(panic).IsAloneAsync(default));
        await first.DisposeAsync();
        Assert.False(await Leader(panic).IsAloneAsync(default));
        await second.DisposeAsync();
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await Leader(panic).IsAloneAsync(default)) await Task.Delay(20, giveUp.Token); // the server takes a moment to notice
        await panic.DisposeAsync();
        Assert.Equal(Rank.Leads, await Leader(await JoinAsync()).RankAsync(default));
    }

    [SkippableFact]
    public async Task Two_transactions_never_overlap_whichever_process_makes_them()
    {
        var (one, other) = (Process(), Process());
        await using var first = await Store(one).CreateDbContextAsync();
        await using var writing = await first.Database.BeginTransactionAsync();
        await using var second = await Store(other).CreateDbContextAsync();
        var waiting = second.Database.BeginTransactionAsync();
        first.Settings.Add(new SettingRow { Key = "first", Value = "was here" });
        await first.SaveChangesAsync();
        Assert.False(waiting.IsCompleted);
        await writing.CommitAsync();
        await using var then = await waiting;
        Assert.Equal("was here", (await second.Settings.SingleAsync(s => s.Key == "first")).Value);
    }

    private async Task<ServiceProvider> JoinAsync()
    {
        var process = Process();
        await Leader(process).WaitAsync(TimeProvider.System, default);
        await Leader(process).JoinAsync(default);
        await Leader(process).OpenedAsync();
        return process;
    }

    private static async Task<List<Rank>> RanksAsync(params ServiceProvider[] processes)
    {
        var ranks = new List<Rank>();
        foreach (var process in processes) ranks.Add(await Leader(process).RankAsync(default));
        return ranks;
    }

    /// <summary>As a server does that restarts, or that gives up on a process asleep.</summary>
    private async Task LoseConnectionsAsync()
    {
        await using var db = await Store(Process()).CreateDbContextAsync();
        await db.Database.SqlQueryRaw<int>("""SELECT count(pg_terminate_backend(pid, 10000))::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()""").SingleAsync();
    }

    private ServiceProvider Process()
    {
        var process = new ServiceCollection().AddLogging().AddStore(_database).BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    private OwnSession Session() => Process().GetRequiredService<OwnSession>();

    private static Leader Leader(ServiceProvider process) => process.GetRequiredService<Leader>();

    private static IDbContextFactory<MonitorDb> Store(ServiceProvider process) => process.GetRequiredService<IDbContextFactory<MonitorDb>>();
}
