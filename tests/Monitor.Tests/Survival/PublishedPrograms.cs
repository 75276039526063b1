using System.Diagnostics;
using System.Globalization;
using Monitor.Tests.Support;

namespace Monitor.Tests.Survival;

/// <summary>The program and tests/Monitor.Bare, which does nothing but bring the same libraries up, both published: named by <c>MONITOR_PROGRAM</c> and <c>MONITOR_BARE</c> (their .dll), or published now, which takes minutes.</summary>
public sealed class PublishedPrograms : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-published-");

    public string Bare { get; private set; } = "";

    public string Whole { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Bare = await PublishedAsync("MONITOR_BARE", "tests/Monitor.Bare", "Monitor.Bare.dll");
        Whole = await PublishedAsync("MONITOR_PROGRAM", "src/Monitor", "monitor.dll");
        await File.WriteAllTextAsync(NoSources, "[]");
    }

    /// <summary>One of the two on a database of its own that its first start makes, and with no source to ask.</summary>
    internal async Task<(MonitorProcess Process, TimeSpan Ready)> StartAsync(string program)
    {
        var port = MonitorProcess.FreePort();
        var process = MonitorProcess.StartProgram(
            program,
            _folder.FullName,
            string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{port}"),
            $"--ConnectionStrings:Monitor=Data Source={Path.Combine(_folder.FullName, Path.GetFileNameWithoutExtension(program))}.db",
            $"--Sources:File={NoSources}");
        return (process, await process.ReadyAsync(port));
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private string NoSources => Path.Combine(_folder.FullName, "none.yaml");

    private async Task<string> PublishedAsync(string variable, string project, string program)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named) return named;
        var to = Path.Combine(_folder.FullName, Path.GetFileName(project));
        using var publish = Process.Start("dotnet", ["publish", Path.Combine(SharedFolder.Repository()!.FullName, project), "-c", "Release", "--use-current-runtime", "--self-contained", "false", "-v", "q", "-o", to]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(to, program) : throw new InvalidOperationException($"dotnet publish {project} ended with {publish.ExitCode}");
    }
}
