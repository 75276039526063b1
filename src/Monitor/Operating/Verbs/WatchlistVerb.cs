using System.CommandLine;
using Monitor.Core.Watchlist;
using Monitor.Store;
using Spectre.Console;

namespace Monitor.Operating.Verbs;

/// <summary><c>watchlist show [ID]</c>, <c>watchlist export yaml</c>: what the database holds, the lists of the settings taken in first.</summary>
internal static class WatchlistVerb
{
    public static Command Create(string[] settings)
    {
        var id = new Argument<string?>("ID") { Description = "one subject; without it all", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var show = new Command("show", "Show the tracked subjects with their status.\nExample: monitor watchlist show kalesnikava") { id, json };
        show.SetAction((parsed, cancellation) => ShowAsync(settings, parsed.GetValue(id), parsed.GetValue(json), cancellation));

        var yaml = new Command("yaml", "Print the list in the format of seeds/people.yaml.\nExample: monitor watchlist export yaml > list.yaml");
        yaml.SetAction((_, cancellation) => ExportAsync(settings, cancellation));
        return new Command("watchlist", "Look at the list of tracked persons and sanctions.") { show, new Command("export", "Write the list.\nExample: monitor watchlist export yaml") { yaml } };
    }

    private static async Task<int> ShowAsync(string[] settings, string? id, bool json, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        var story = app.Services.GetRequiredService<StoryReading>();
        if (id is null) return Print(await story.AllAsync(cancellation), json);
        if (await story.SubjectAsync(id, cancellation) is not { } standing) throw new BadDataException($"there is no subject \"{id}\"; \"monitor watchlist show\" lists them all");
        if (json) Console.WriteLine(Json.Of(Row(new SubjectLine(standing.Subject, standing.Status))));
        else Console.Write(WatchlistYamlWriter.Write([standing.Subject with { Status = standing.Status }]));
        return CommandLine.Good;
    }

    private static async Task<int> ExportAsync(string[] settings, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        var lines = await app.Services.GetRequiredService<StoryReading>().AllAsync(cancellation);
        Console.Write(WatchlistYamlWriter.Write(lines.Select(l => l.Subject with { Status = l.Status })));
        return CommandLine.Good;
    }

    private static int Print(IReadOnlyList<SubjectLine> lines, bool json)
    {
        if (json)
        {
            foreach (var line in lines) Console.WriteLine(Json.Of(Row(line)));
            return CommandLine.Good;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("id", "name", "status", "since", "to", "standing");
        foreach (var (subject, status) in lines)
            table.AddRow(subject.Id, Markup.Escape(subject.Name), Keyword.Of(status.Now), status.Since?.ToString() ?? "", status.To ?? "", Keyword.Of(status.Standing));
        AnsiConsole.Write(table);
        return CommandLine.Good;
    }

    private static Dictionary<string, object?> Row(SubjectLine line) => new(StringComparer.Ordinal)
    {
        ["id"] = line.Subject.Id,
        ["kind"] = line.Subject is Person ? "person" : "sanction",
        ["name"] = line.Subject.Name,
        ["names"] = line.Subject.Names,
        ["status"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["now"] = Keyword.Of(line.Status.Now),
            ["since"] = line.Status.Since?.ToString(),
            ["to"] = line.Status.To,
            ["standing"] = Keyword.Of(line.Status.Standing),
        },
        ["facts"] = line.Subject.Facts.Select(f => new { kind = Keyword.Of(f.Kind), date = f.Date?.ToString(), f.Note, cites = f.Cites.Select(c => c.ToString()) }),
    };
}
