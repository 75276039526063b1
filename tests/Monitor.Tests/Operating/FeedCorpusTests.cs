using System.Text.Json;
using Monitor.Tests.Support;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Monitor.Tests.Operating;

/// <summary>The corpus of hostile and regional feeds goes through <c>feed parse --batch</c> in one run, as an outsider would run it, and all of it must come out right.</summary>
[Collection(Alone.Name)]
public sealed class FeedCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_feed_of_the_corpus_is_read_as_it_was_meant()
    {
        var cases = FeedCase.All;
        Assert.True(cases.Count >= 250, $"the corpus has only {cases.Count} cases");
        var lines = await ParseAsync(cases);
        Assert.Equal(cases.Count, lines.Count);
        Assert.Empty(cases.Zip(lines, Faults).SelectMany(faults => faults));
    }

    private async Task<List<JsonElement>> ParseAsync(IReadOnlyList<FeedCase> cases)
    {
        var list = new List<string>();
        foreach (var (index, one) in cases.Index())
        {
            var path = Path.Combine(_folder, $"{index}.feed");
            await File.WriteAllBytesAsync(path, one.Body);
            list.Add(one.ContentType is null ? path : $"{path}\t{one.ContentType}");
        }

        var listFile = Path.Combine(_folder, "list.txt");
        await File.WriteAllLinesAsync(listFile, list);
        var (code, output, _) = await MonitorProcess.RunAsync(_folder, "", ["feed", "parse", "--batch", listFile]);
        Assert.Equal(65, code); // some of the corpus are no feeds
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static IEnumerable<string> Faults(FeedCase one, JsonElement got)
    {
        if (!got.TryGetProperty("error", out var error)) return one.Is is null ? [$"{one}: is no feed, but was read"] : Differences(one.Is, got, one.ToString());
        if (one.Error is null) return [$"{one}: {error}"];
        return error.GetString()!.Contains(one.Error, StringComparison.Ordinal) ? [] : [$"{one}: \"{error}\" does not say \"{one.Error}\""];
    }

    /// <summary>Every key named must be there and equal; a list must have exactly the elements named.</summary>
    private static IEnumerable<string> Differences(YamlNode wanted, JsonElement got, string at) => wanted switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => got.TryGetProperty(pair.Key.ToString(), out var value) ? Differences(pair.Value, value, $"{at}.{pair.Key}") : [$"{at}.{pair.Key} is missing"]),
        YamlSequenceNode list when list.Children.Count == got.GetArrayLength() => list.Children.Zip(got.EnumerateArray()).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{at}[{index}]")),
        YamlSequenceNode list => [$"{at}: {list.Children.Count} wanted, {got} found"],
        _ => Value((YamlScalarNode)wanted) == got.GetString() ? [] : [$"{at}: \"{Value((YamlScalarNode)wanted)}\" wanted, \"{got}\" found"],
    };

    private static string? Value(YamlScalarNode node) => node is { Style: ScalarStyle.Plain, Value: "null" } ? null : node.Value;
}
