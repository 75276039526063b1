using Microsoft.EntityFrameworkCore;
using Monitor.Tests.Support;

namespace Monitor.Tests.Operating;

/// <summary>The list files are taken in at every start: an edited line is there after it, under the address it had.</summary>
public sealed class ListsAtStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-lists-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_edited_name_is_there_after_the_next_start_and_its_history_once()
    {
        await ListAsync("Aliaksandr Vasilkouski");
        Assert.Equal("Aliaksandr Vasilkouski", await NameAfterStartAsync());
        Assert.Equal("Aliaksandr Vasilkouski", await NameAfterStartAsync());
        await ListAsync("Alaksandr Vasilkoŭski");
        Assert.Equal("Alaksandr Vasilkoŭski", await NameAfterStartAsync());
    }

    [Fact]
    public async Task A_fact_that_is_made_precise_keeps_its_address_and_one_that_is_taken_back_is_gone()
    {
        await ListAsync("Aliaksandr Vasilkouski");
        var first = await SlugsAfterStartAsync();
        await ListAsync("Aliaksandr Vasilkouski", "{kind: detained, date: 2021-07, cites: [\"000:1\"]}");
        Assert.Equal(first, await SlugsAfterStartAsync());
        await ListAsync("Aliaksandr Vasilkouski", "");
        Assert.Empty(await SlugsAfterStartAsync());
    }

    private string ListFile => Path.Combine(_folder.FullName, "list.yaml");

    private Task ListAsync(string name, string facts = "{kind: detained, date: 2021, cites: [\"000:1\"]}") =>
        File.WriteAllTextAsync(ListFile, $"- {{id: vasilkouski, kind: person, name: {name}, facts: [{facts}]}}\n");

    private async Task<List<string>> SlugsAfterStartAsync()
    {
        await using var monitor = await StartAsync();
        return await monitor.LookAsync(db => db.Changes.Select(c => c.Slug).ToListAsync());
    }

    private async Task<string> NameAfterStartAsync()
    {
        await using var monitor = await StartAsync();
        Assert.Equal(1, await monitor.LookAsync(db => Task.FromResult(db.Changes.Count())));
        return await monitor.LookAsync(db => Task.FromResult(db.Subjects.Single().Name));
    }

    private async Task<RunningMonitor> StartAsync()
    {
        var sources = Path.Combine(_folder.FullName, "sources.yaml");
        await File.WriteAllTextAsync(sources, "[]\n");
        return await RunningMonitor.StartAsync(_folder.FullName, TimeProvider.System, $"--Watchlist:Files={ListFile}", $"--Sources:File={sources}");
    }
}
