using System.Diagnostics;
using System.Text.Json;

namespace Monitor.Tests.Syndication;

/// <summary>
/// A follower's program that somebody else wrote, in another language: the npm package rss-parser. MONITOR_NODE_MODULES names the folder it is installed in
/// (<c>npm install rss-parser</c>); tests that need it skip visibly without.
/// </summary>
internal static class NodeReader
{
    private const string Script = """
        let feed = '';
        process.stdin.on('data', part => feed += part).on('end', async () => {
            const { items } = await new (require('rss-parser'))().parseString(feed);
            console.log(JSON.stringify(items.map(item => [item.guid ?? item.id, item.title, item.isoDate, item.link])));
        });
        """;

    public static string? Modules => Environment.GetEnvironmentVariable("MONITOR_NODE_MODULES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Each entry as it gives it: id, title, date, link.</summary>
    public static async Task<List<string[]>> EntriesAsync(string feed)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["NODE_PATH"] = Modules } })!;
        await node.StandardInput.WriteAsync(feed);
        node.StandardInput.Close();
        var entries = JsonSerializer.Deserialize<List<string[]>>(await node.StandardOutput.ReadToEndAsync())!;
        await node.WaitForExitAsync();
        return entries;
    }
}
