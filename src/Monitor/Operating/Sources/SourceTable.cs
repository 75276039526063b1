using System.Globalization;
using Monitor.Core.Watchlist;
using Spectre.Console;

namespace Monitor.Operating.Sources;

/// <summary>Sources and their health, as a table for people or as JSON lines.</summary>
internal static class SourceTable
{
    public static void Print(IReadOnlyList<SourceHealthLine> lines, bool json)
    {
        if (json)
        {
            foreach (var line in lines) Console.WriteLine(Json.Of(Row(line)));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("id", "origin", "state", "last success", "last new item", "next try", "remarks");
        foreach (var line in lines)
        {
            var remarks = string.Join("; ", line.Notices.Select(n => n.Words).Prepend(line.Row.Failure ?? "").Where(w => w.Length > 0));
            table.AddRow([.. new[] { line.Row.Id, line.Row.Origin, line.State, SourceHealthLine.When(line.Row.LastSuccessAt), SourceHealthLine.When(line.Row.LastNewItemAt), SourceHealthLine.When(line.Row.NextFetchAt), remarks }.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }

    private static object Row(SourceHealthLine line) => new
    {
        id = line.Row.Id,
        name = line.Row.Name,
        kind = line.Row.Kind,
        url = line.Row.Url,
        origin = line.Row.Origin,
        state = line.State,
        last_success = Utc(line.Row.LastSuccessAt),
        last_new_item = Utc(line.Row.LastNewItemAt),
        next_try = Utc(line.Row.NextFetchAt),
        failures = line.Row.Failures,
        failure = line.Row.Failure,
        failing_since = Utc(line.Row.FailingSince),
        gap = Utc(line.Row.GapAt),
        moved_to = line.Row.MovedTo,
        notices = line.Notices.Select(n => new { kind = Keyword.Of(n.Kind), at = Utc(n.At), words = n.Words }),
    };

    private static string? Utc(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
