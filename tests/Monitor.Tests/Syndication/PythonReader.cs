using System.Diagnostics;
using System.Text.Json;

namespace Monitor.Tests.Syndication;

/// <summary>
/// A follower's program that somebody else wrote, in another language: feedparser, Debian's package python3-feedparser. Tests that need it skip visibly
/// where it is not installed; MONITOR_FEEDPARSER=required says that it must be.
/// </summary>
internal static class PythonReader
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import feedparser, json, sys
        feed = feedparser.parse(sys.stdin.buffer.read())
        assert not feed.bozo, feed.bozo_exception
        print(json.dumps([[entry.id, entry.title, entry.published, entry.link] for entry in feed.entries]))
        """;

    public static bool IsThere => Directory.Exists("/usr/lib/python3/dist-packages/feedparser") || Environment.GetEnvironmentVariable("MONITOR_FEEDPARSER") == "required";

    /// <summary>Each entry as it gives it: id, title, date, link. A feed that it calls malformed ends in its complaint.</summary>
    public static async Task<List<string[]>> EntriesAsync(string feed)
    {
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await python.StandardInput.WriteAsync(feed);
        python.StandardInput.Close();
        var (output, errors) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<List<string[]>>(await output)!;
    }
}
