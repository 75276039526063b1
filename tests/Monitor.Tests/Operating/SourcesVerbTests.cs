using System.Text.Json;
using Monitor.Tests.Support;

namespace Monitor.Tests.Operating;

/// <summary>The sources verb as its user starts it, on a database that a service may be running on.</summary>
[Collection(Alone.Name)]
public sealed class SourcesVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-sources-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sources_are_added_paused_removed_and_stay_so_although_the_file_is_read_again()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), "- {id: one, name: One, kind: feed, url: \"https://one.test/rss\", origin: one}\n");
        Assert.Equal(0, (await RunAsync("add", "https://t.me/kanal", "--origin", "kanal", "--role", "official")).Code);
        Assert.Equal(0, (await RunAsync("pause", "t-me-kanal-kanal")).Code);
        Assert.Equal(0, (await RunAsync("remove", "one")).Code);
        Assert.Equal([("one", "removed"), ("t-me-kanal-kanal", "paused")], await StatesAsync());
        Assert.Equal(65, (await RunAsync("pause", "nobody")).Code);
        Assert.Equal(64, (await RunAsync("add", "ftp://one.test/")).Code);
    }

    [Fact]
    public async Task What_is_exported_is_imported_again()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "sources.yaml"), "[]\n");
        var opml = Path.Combine(_folder, "feeds.opml");
        await File.WriteAllTextAsync(opml, "<opml version='2.0'><body><outline text='Zerkalo' xmlUrl='https://zerkalo.test/rss'/></body></opml>");
        Assert.Contains("add", (await RunAsync("import", "opml", opml, "--dry-run")).Output, StringComparison.Ordinal);
        Assert.Equal("[]", (await RunAsync("export", "yaml")).Output.Trim());
        Assert.Equal(0, (await RunAsync("import", "opml", opml)).Code);
        var (_, yaml, _) = await RunAsync("export", "yaml");
        Assert.Contains("url: 'https://zerkalo.test/rss'", yaml, StringComparison.Ordinal);
        Assert.Contains("xmlUrl=\"https://zerkalo.test/rss\"", (await RunAsync("export", "opml")).Output, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<(string?, string?)>> StatesAsync() =>
        (await RunAsync("list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(row => (row.GetProperty("id").GetString(), row.GetProperty("state").GetString()));

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var list = Path.Combine(_folder, "people.yaml");
        await File.WriteAllTextAsync(list, "[]\n");
        return await MonitorProcess.RunAsync(_folder, "", ["sources", .. arguments, $"--Sources:File={Path.Combine(_folder, "sources.yaml")}", $"--Watchlist:Files={list}", $"--ConnectionStrings:Monitor={TestStore.At(Path.Combine(_folder, "monitor.db"))}"]);
    }
}
