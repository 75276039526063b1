using System.Text.Json;
using Monitor.Core.Items;
using Monitor.Tests.Support;

namespace Monitor.Tests.Histories;

/// <summary>The five articles of the seeds as news, in whatever order: each change told once, nothing of what was before. Skipped where their texts are not at hand.</summary>
public sealed class SeedArticlesTests
{
    private const int Seed = 20251213;

    private static readonly string[] Told =
    [
        "babaryka released", "batalionak released", "beslkaya released", "bialiatski released", "fiaduta released", "group released", "haluza released", "kalesnikava released",
        "labkovich released", "nakanishi released", "sakalenka released", "stefanovich released", "syrytsa released", "us-potash lift-announced", "znak released", "zolatava released",
    ];

    [SkippableFact]
    public async Task Each_change_is_reported_once_whatever_the_order_and_nothing_is_taken_back()
    {
        var articles = Articles();
        var dice = new Random(Seed);
        for (var shuffle = 0; shuffle < 5; shuffle++)
        {
            var lines = await Replaying.LinesAsync("2025-12-12", articles);
            Assert.Equal(Told, lines.Where(l => Text(l, "type") == "report").Select(l => $"{Text(l, "subject")} {Text(l, "kind")}").Order(StringComparer.Ordinal));
            Assert.DoesNotContain(lines, l => Text(l, "type") == "correction");
            dice.Shuffle(articles);
        }
    }

    private static Item[] Articles()
    {
        var folder = SharedFolder.Find("seeds");
        Skip.If(folder is null, "the shared folder with the article texts is not at hand");
        return [.. Directory.GetFiles(folder!, "*.txt").Order(StringComparer.Ordinal).Select(file =>
        {
            var text = File.ReadAllText(file).Split('\n', 2);
            return Replaying.News("day-" + Path.GetFileName(file)[..3], "2025-12-13T12:00", text[0], text[1]);
        })];
    }

    private static string Text(JsonElement line, string key) => line.GetProperty(key).GetString()!;
}
