using System.CommandLine;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Monitor.Operating.Sources;

namespace Monitor.Operating.Verbs.Texts;

/// <summary><c>analyze</c>: items in, readings out, line by line, without a database: what the program would understand of each.</summary>
internal static class AnalyzeVerb
{
    public static Command Create(string[] settings)
    {
        var lists = ListOptions.Create();
        var explain = new Option<bool>("--explain") { Description = "say of every mention and claim, and of every near miss, why" };
        var command = new Command("analyze", "Read items (JSON lines on standard input) and print what each says of whom.\nExample: monitor analyze --explain < items.jsonl") { lists.Files, lists.Only, explain };
        command.SetAction((parsed, cancellation) => RunAsync(settings, lists.Subjects(parsed, settings), parsed.GetValue(explain), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, IReadOnlyList<Subject> subjects, bool explain, CancellationToken cancellation)
    {
        var reader = new ItemReader(subjects);
        var items = new ItemLine(SourcesOnDisk.ReadFile(Standalone.Read(settings).SourcesFile));
        var bad = false;
        await using var output = Standalone.Output();
        await foreach (var line in Standalone.LinesAsync(cancellation))
        {
            var (item, id, error) = items.Read(line);
            bad |= item is null;
            await output.WriteLineAsync(item is null ? Json.Of(new { id, error }) : Json.Of(Answer(item, reader.Read(item), explain)));
            await output.FlushAsync(cancellation);
        }

        return bad ? CommandLine.BadData : CommandLine.Good;
    }

    private static Dictionary<string, object?> Answer(Item item, Reading reading, bool explain)
    {
        var mentions = reading.Mentions.Select(m => Explained(new() { ["subject"] = m.Subject, ["surface"] = m.Surface, ["start"] = m.Start, ["end"] = m.End, ["score"] = Math.Round(m.Score, 3) }, m.Why, explain));
        var claims = reading.Claims.Select(c => Explained(
            new() { ["subject"] = c.Subject, ["kind"] = Keyword.Of(c.Kind), ["stance"] = Keyword.Of(c.Stance), ["date"] = c.Date?.ToString(), ["said_by"] = c.SaidBy, ["confidence"] = Math.Round(c.Confidence, 3), ["surface"] = c.Surface },
            c.Why, explain));
        var groups = reading.Groups.Where(g => g.Stance == Stance.Asserted).Select(g => Explained(new() { ["kind"] = Keyword.Of(g.Kind), ["count"] = g.Count, ["date"] = g.Date?.ToString() }, g.Why, explain));
        var proposals = reading.Proposals.Where(p => p.Stance == Stance.Asserted).Select(p => Explained(new() { ["name"] = p.Name, ["kind"] = Keyword.Of(p.Kind), ["stance"] = Keyword.Of(p.Stance), ["date"] = p.Date?.ToString(), ["surface"] = p.Surface }, p.Why, explain));
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = item.Id, ["mentions"] = mentions, ["claims"] = claims, ["groups"] = groups, ["proposals"] = proposals };
        if (explain) answer["near_misses"] = reading.NearMisses.Select(NearMissOf);
        return answer;
    }

    private static Dictionary<string, object?> Explained(Dictionary<string, object?> fields, string why, bool explain)
    {
        if (explain) fields["why"] = why;
        return fields;
    }

    private static Dictionary<string, object?> NearMissOf(NearMiss miss) => new(StringComparer.Ordinal)
    {
        ["candidates"] = miss.Candidates,
        ["surface"] = miss.Surface,
        ["start"] = miss.Start,
        ["end"] = miss.End,
        ["ambiguous"] = miss.Ambiguous,
        ["why"] = miss.Why,
    };
}
