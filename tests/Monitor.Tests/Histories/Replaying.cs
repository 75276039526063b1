using System.Text.Json;
using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Operating;
using Monitor.Pipeline;

namespace Monitor.Tests.Histories;

/// <summary>Items through the program's own replay, as the verb runs it; each alert as one line to compare.</summary>
internal static class Replaying
{
    public static Item News(string outlet, string at, string title, string text, string? id = null) => new()
    {
        Id = id ?? $"{outlet} {at}",
        Source = outlet,
        Origin = outlet,
        Url = $"https://{outlet}.example/{Uri.EscapeDataString(at)}",
        Published = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal),
        Language = "en",
        Title = title,
        Text = text,
    };

    /// <summary>The list as it ships, as of a day, with more persons where a story needs them.</summary>
    public static async Task<IReadOnlyList<string>> AlertsAsync(string asOf, IEnumerable<Item> items, params Person[] more) =>
        [.. (await LinesAsync(asOf, items, more)).Select(Line)];

    internal static async Task<IReadOnlyList<JsonElement>> LinesAsync(string asOf, IEnumerable<Item> items, params Person[] more)
    {
        var day = DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture);
        var list = WatchlistImport.ReadFiles([Seed("people.yaml"), Seed("sanctions.yaml")]).Concat(more).Select(s => WatchlistAsOf.AsOf(s, day)).ToList();
        await using var replay = await ReplayStore.OpenAsync(new ReplayLists(list, WatchlistImport.ReadArticles(Seed("articles.yaml")), new List<Source>()), day, CancellationToken.None);
        var lines = new List<JsonElement>();
        foreach (var item in items) lines.AddRange((await replay.TakeAsync(item, CancellationToken.None)).Select(l => JsonSerializer.SerializeToElement(l)));
        return lines;
    }

    private static string Line(JsonElement line)
    {
        var count = line.TryGetProperty("count", out var n) ? $" {n.GetInt32()}" : "";
        var origins = string.Join('+', line.GetProperty("origins").EnumerateArray().Select(o => o.GetString()).Order(StringComparer.Ordinal));
        return $"{Text(line, "type")} {Text(line, "subject")}{count} {Text(line, "kind")} {Text(line, "date")} {Text(line, "standing")} {origins}".TrimEnd();
    }

    private static string Text(JsonElement line, string key) => line.GetProperty(key).GetString()!;

    private static string Seed(string file) => Path.Combine(AppContext.BaseDirectory, "seeds", file);
}
