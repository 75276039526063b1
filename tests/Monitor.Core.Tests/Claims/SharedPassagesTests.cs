using System.Text.Json;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Tests.Seeds;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>The reader against the labelled passages beside the repository, with the figures its issue asks for. Skipped where they are absent.</summary>
public sealed class SharedPassagesTests
{
    private const double LanguageGap = 0.08;

    /// <summary>Other spellings of a subject's id in the labels.</summary>
    private static readonly Dictionary<string, string> Alias = new(StringComparer.Ordinal) { ["bialskaya"] = "beslkaya" };

    [SkippableFact]
    public void The_labelled_passages_are_read_as_well_as_promised()
    {
        var file = Path.Combine(SeedFiles.Shared ?? "", "eval", "passages-dev.jsonl");
        Skip.If(SeedFiles.Shared is null || !File.Exists(file), "the shared passages are not beside the repository (MONITOR_SHARED names their place)");
        var (whole, byLanguage) = Score(file);

        Assert.Multiple(
            () => Assert.InRange(whole.Mentions.Precision, 0.985, 1),
            () => Assert.InRange(whole.Mentions.Recall, 0.96, 1),
            () => Assert.InRange(whole.Changes.Precision, 0.94, 1),
            () => Assert.InRange(whole.Changes.Recall, 0.89, 1),
            () => Assert.InRange((double)whole.SameStance / whole.SharedClaims, 0.94, 1),
            () => Assert.InRange(whole.FalseFreedom, 0, 1),
            () => Assert.All(["en", "ru", "be", "uk", "pl"], language => Assert.InRange(byLanguage[language].Changes.F1, whole.Changes.F1 - LanguageGap, 1)));
    }

    private static (PassageScore Whole, Dictionary<string, PassageScore> ByLanguage) Score(string file)
    {
        var list = SeedFiles.Subjects();
        var subjects = list.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var reader = new ItemReader(list);
        var whole = new PassageScore();
        var byLanguage = new Dictionary<string, PassageScore>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            using var passage = JsonDocument.Parse(line);
            var labels = passage.RootElement.GetProperty("labels").EnumerateArray().Select(Read).ToList();
            var item = ItemOf(passage.RootElement);
            var reading = reader.Read(item);
            if (!byLanguage.TryGetValue(item.Language!, out var own)) byLanguage[item.Language!] = own = new PassageScore();
            whole.Add(labels, reading, subjects);
            own.Add(labels, reading, subjects);
        }

        return (whole, byLanguage);
    }

    private static Item ItemOf(JsonElement passage) => new()
    {
        Id = passage.GetProperty("id").GetString()!,
        Source = passage.GetProperty("outlet").GetString()!,
        Origin = passage.GetProperty("outlet").GetString()!,
        Language = passage.GetProperty("lang").GetString(),
        Title = passage.GetProperty("title").GetString()!,
        Text = passage.GetProperty("text").GetString()!,
        Published = passage.GetProperty("date").GetString() is { } date ? DateTimeOffset.Parse(date + "T00:00:00Z") : null,
    };

    private static Label Read(JsonElement label)
    {
        var subject = label.GetProperty("subject").GetString()!;
        _ = Keyword.TryParse<Stance>(label.GetProperty("stance").GetString() ?? "asserted", out var stance);
        return new Label(Alias.GetValueOrDefault(subject, subject), label.GetProperty("event").GetString()!, stance, label.TryGetProperty("either", out var either) && either.GetBoolean());
    }
}
