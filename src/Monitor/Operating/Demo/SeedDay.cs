using System.Globalization;
using System.Xml.Linq;
using Monitor.Core.Feeds;
using Monitor.Operating.Sources;

namespace Monitor.Operating.Demo;

/// <summary>
/// The feeds of seeds/day as they stood at an instant: an item is in its feed from the moment it was published. Serves the demo and the
/// test of the whole day.
/// </summary>
public sealed class SeedDay
{
    /// <summary>The evening before: the list stands as of this day.</summary>
    public static readonly DateOnly ListDay = new(2025, 12, 12);

    public static readonly DateTimeOffset Morning = new(2025, 12, 13, 6, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string> _feeds;

    private SeedDay(IReadOnlyList<Source> sources, Dictionary<string, string> feeds) => (Sources, _feeds) = (sources, feeds);

    /// <summary>The five sources; their addresses are placeholders until <see cref="SourcesAt"/> puts real ones in.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>When something new appears in one of the feeds after the morning, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Instants => [.. _feeds.Values.SelectMany(f => XDocument.Parse(f).Descendants().Where(IsEntry).Select(PublishedOf)).Where(at => at > Morning).Distinct().Order()];

    public static SeedDay Load(string folder) => new(
        SourcesOnDisk.ReadFile(Path.Combine(folder, "sources.yaml")),
        Directory.EnumerateFiles(folder, "*.xml").ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, File.ReadAllText, StringComparer.Ordinal));

    /// <summary>The sources as a sources file, served under <paramref name="site"/>.</summary>
    public string SourcesAt(Uri site) => string.Concat(Sources.Select(s =>
        $"- {{id: {s.Id}, name: \"{s.Name}\", kind: feed, url: \"{new Uri(site, PathOf(s))}\", language: {s.Language}, origin: {s.Origin}, role: media}}\n"));

    /// <summary>Null where there is no such feed.</summary>
    public string? FeedAt(string name, DateTimeOffset now)
    {
        if (!_feeds.TryGetValue(name, out var feed)) return null;
        var xml = XDocument.Parse(feed, LoadOptions.PreserveWhitespace);
        foreach (var entry in xml.Descendants().Where(IsEntry).Where(e => PublishedOf(e) > now).ToList()) entry.Remove();
        return xml.ToString(SaveOptions.DisableFormatting);
    }

    private static string PathOf(Source source) => $"/demo/{source.Id.Replace("day-", "", StringComparison.Ordinal)}.xml";

    private static bool IsEntry(XElement element) => element.Name.LocalName is "item" or "entry";

    private static DateTimeOffset PublishedOf(XElement entry)
    {
        var date = entry.Elements().First(e => e.Name.LocalName is "pubDate" or "published" or "updated").Value;
        return DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }
}
