using System.Text;

namespace Monitor.Tests.Fetching;

internal sealed record FeedServerRequest(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public string Host => Headers.GetValueOrDefault("Host", "");

    public static async Task<FeedServerRequest> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancel) == 0) throw new IOException("no request");
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new FeedServerRequest(lines[0].Split(' ')[1], headers);
    }
}
