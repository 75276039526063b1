using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Tests.Support;

/// <summary>The real program in a process of its own, so that it can be killed.</summary>
internal sealed class MonitorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    /// <summary>The build under test, or a published one that <c>MONITOR_PROGRAM</c> names (its monitor.dll): what operators run, and what starts faster.</summary>
    private static readonly string Program = Environment.GetEnvironmentVariable("MONITOR_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "monitor.dll");

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;

    private MonitorProcess(Process process) => _process = process;

    public StringBuilder Output { get; } = new();

    public StringBuilder Errors { get; } = new();

    public bool IsRunning => !_process.HasExited;

    /// <summary>Processor time it has taken.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory it ever held (on Linux its VmHWM).</summary>
    public long PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / (1024 * 1024);
        }
    }

    public ResidentMemory Memory => ResidentMemory.Of(_process.Id);

    public static MonitorProcess Start(string folder, params string[] arguments) => StartProgram(Program, folder, arguments);

    /// <param name="program">The assembly of another program that can be measured beside it.</param>
    public static MonitorProcess StartProgram(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var running = new MonitorProcess(Process.Start(start)!);
        running._process.OutputDataReceived += (_, e) => Append(running.Output, e.Data);
        running._process.ErrorDataReceived += (_, e) => Append(running.Errors, e.Data);
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, string input, params string[] arguments)
    {
        await using var verb = Start(folder, arguments);
        await verb._process.StandardInput.WriteAsync(input);
        verb._process.StandardInput.Close();
        using var giveUp = new CancellationTokenSource(Patience);
        await verb._process.WaitForExitAsync(giveUp.Token);
        return (verb._process.ExitCode, verb.Output.ToString(), verb.Errors.ToString());
    }

    /// <summary>How long until it answered /health with 200.</summary>
    public async Task<TimeSpan> ReadyAsync(int port)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            if (_process.HasExited) throw new InvalidOperationException($"it ended with {_process.ExitCode}: {Errors}");
            try
            {
                using var answer = await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/health")));
                if (answer.IsSuccessStatusCode) return watch.Elapsed;
            }
            catch (HttpRequestException)
            {
                // not yet listening
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"not ready within {Patience}: {Errors}");
    }

    /// <summary>STOP puts the process to sleep where it stands, CONT wakes it.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0) throw new InvalidOperationException($"kill -{signal} ended with {kill.ExitCode}");
    }

    /// <summary>Until it has ended by itself; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var giveUp = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(giveUp.Token);
        return _process.ExitCode;
    }

    /// <summary>Until it has said this on standard error.</summary>
    public async Task SaysAsync(string words)
    {
        using var giveUp = new CancellationTokenSource(Patience);
        while (!Said(words)) await Task.Delay(Look, giveUp.Token);
    }

    public bool Said(string words)
    {
        lock (Errors) return Errors.ToString().Contains(words, StringComparison.Ordinal);
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null) text.Append(line).Append('\n');
        }
    }
}
