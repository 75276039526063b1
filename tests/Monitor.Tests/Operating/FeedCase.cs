using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Monitor.Tests.Operating;

/// <summary>
/// One feed of the corpus and what must come of it. A row writes only what it is about: <c>item</c>, <c>entry</c>, <c>rss</c> and <c>date</c> are put into
/// the rest of a feed here, <c>as</c> says in which encoding it goes over the wire, <c>is</c> names what must be so and leaves the rest open.
/// </summary>
internal sealed record FeedCase(string Name, byte[] Body, string? ContentType, YamlNode? Is, string? Error)
{
    public static IReadOnlyList<FeedCase> All { get; } = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Operating", "FeedCorpus"), "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<FeedCase> Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file)));
        foreach (var row in ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>())
        {
            var name = $"{Path.GetFileNameWithoutExtension(file)}: {Text(row, "name") ?? Text(row, "date")}";
            yield return new FeedCase(name, Bytes(row), Text(row, "type"), Wanted(row), Text(row, "error"));
        }
    }

    private static byte[] Bytes(YamlMappingNode row)
    {
        if (Text(row, "hex") is { } hex) return Convert.FromHexString(hex);
        var encoding = Text(row, "as") switch
        {
            null => new UTF8Encoding(false),
            "utf-32BE" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            var name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
        };
        return encoding.GetBytes((Text(row, "bom") is null ? "" : "\uFEFF") + (Text(row, "feed") ?? Whole(row)));
    }

    private static string Whole(YamlMappingNode row)
    {
        var declaration = Text(row, "declared") is { } charset ? $"<?xml version=\"1.0\" encoding=\"{charset}\"?>" : "";
        return Text(row, "before") + declaration + Root(row) + Text(row, "after");
    }

    private static string Root(YamlMappingNode row)
    {
        if (Text(row, "rss") is { } channel) return Rss(channel);
        if (Text(row, "item") is { } item) return Rss($"<title>T</title><link>https://site.test/</link><item>{item}</item>");
        if (Text(row, "date") is { } date) return Rss($"<title>T</title><item><title>A</title><pubDate>{date}</pubDate></item>");
        if (Text(row, "entry") is { } entry) return $"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry>{entry}</entry></feed>";
        return $"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry>{Text(row, "entry03")}</entry></feed>";
    }

    private static string Rss(string channel) => $"<rss version='2.0'><channel>{channel}</channel></rss>";

    /// <summary>What is said of the one item of a row is said inside <c>items</c>.</summary>
    private static YamlNode? Wanted(YamlMappingNode row)
    {
        if (!row.Children.TryGetValue("is", out var wanted)) return null;
        if (Text(row, "date") is not null) return Items(new YamlMappingNode("published", wanted));
        return row.Children.Keys.Any(key => key.ToString() is "item" or "entry" or "entry03") ? Items(wanted) : wanted;
    }

    private static YamlMappingNode Items(YamlNode item) => new("items", new YamlSequenceNode(item));

    private static string? Text(YamlMappingNode row, string key) => row.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Body.Length} bytes)");
}
