using System.CommandLine;
using System.Globalization;
using Monitor.Core.Watchlist;
using Monitor.Operating.Sources;
using Monitor.Pipeline;

namespace Monitor.Operating.Verbs.Texts;

/// <summary>
/// <c>replay</c>: items as news, each at its own date, through the same stages as the service, against a fresh store whose list stands as
/// of a day; the alerts they give come out.
/// </summary>
internal static class ReplayVerb
{
    public static Command Create(string[] settings)
    {
        var lists = ListOptions.Create();
        var asOf = new Option<string?>("--as-of") { Description = "the day the list stands at, e.g. 2025-12-12; later facts are left out" };
        var command = new Command("replay", "Take items (JSON lines on standard input) as news and print the alerts they give.\nExample: monitor replay --as-of 2025-12-12 < items.jsonl") { lists.Files, lists.Only, asOf };
        command.SetAction((parsed, cancellation) => RunAsync(settings, lists.Subjects(parsed, settings), Day(parsed.GetValue(asOf)), cancellation));
        return command;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new SettingException("--as-of", $"\"{text}\" is not a day; write for example 2025-12-12");
    }

    private static async Task<int> RunAsync(string[] settings, IReadOnlyList<Subject> subjects, DateOnly? asOf, CancellationToken cancellation)
    {
        var configured = Standalone.Read(settings);
        var sources = SourcesOnDisk.ReadFile(configured.SourcesFile);
        var items = new ItemLine(sources);
        var list = asOf is { } day ? [.. subjects.Select(s => WatchlistAsOf.AsOf(s, day))] : subjects;
        await using var replay = await ReplayStore.OpenAsync(new ReplayLists([.. list], WatchlistImport.ReadArticles(configured.ArticlesFile), sources), asOf, cancellation);
        var bad = false;
        await using var output = Standalone.Output();
        await foreach (var line in Standalone.LinesAsync(cancellation))
        {
            var (item, id, error) = items.Read(line);
            bad |= item is null;
            if (item is null)
            {
                await output.WriteLineAsync(Json.Of(new { id, error }));
                continue;
            }

            foreach (var alert in await replay.TakeAsync(item, cancellation)) await output.WriteLineAsync(Json.Of(alert));
            await output.FlushAsync(cancellation);
        }

        return bad ? CommandLine.BadData : CommandLine.Good;
    }
}
