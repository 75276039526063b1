using System.CommandLine;
using System.Globalization;
using Monitor.Core.Watchlist;
using Monitor.Pipeline.Judgements;
using Monitor.Store.Curators;

namespace Monitor.Operating.Verbs;

/// <summary>
/// <c>queue</c>: what waits for a curator, and his judgements. Each is carried out at once, also while the service runs; corrections are
/// sent by the service.
/// </summary>
internal static class QueueVerb
{
    private static readonly Argument<long> Entry = new("ENTRY") { Description = "the number that \"queue list\" shows" };
    private static readonly Argument<string> Subject = new("SUBJECT") { Description = "the id of a person on the list" };
    private static readonly Option<string?> Because = new("--because") { Description = "the reason; shown as evidence where a change is withdrawn" };

    public static Command Create(string[] settings)
    {
        var all = new Option<bool>("--all") { Description = "also what was judged already" };
        var list = new Command("list", "Show what waits: names that several bear, deaths nobody answers for, persons not on the list, bursts.\nExample: monitor queue list") { all };
        list.SetAction((parsed, cancellation) => ListAsync(settings, parsed.GetValue(all), cancellation));
        return new Command("queue", "The curators' queue: what is uncertain waits here with its evidence.")
        {
            list,
            Judging("approve", "Let it out: a death is told, a person goes on the list, a burst was right.\nExample: monitor queue approve 3", settings, (queue, parsed, stop) => queue.ApproveAsync(parsed.GetRequiredValue(Entry), stop), Entry),
            Judging("reject", "Turn it down: nothing is told, nobody listed; what a burst told is withdrawn.\nExample: monitor queue reject 3 --because \"a hoax\"", settings, (queue, parsed, stop) => queue.RejectAsync(parsed.GetRequiredValue(Entry), parsed.GetValue(Because), stop), Entry, Because),
            Judging("same", "The name of an entry is this person of the list.\nExample: monitor queue same 3 statkevich", settings, (queue, parsed, stop) => queue.SamePersonAsync(parsed.GetRequiredValue(Entry), parsed.GetRequiredValue(Subject), stop), Entry, Subject),
            NotThis(settings),
            Retract(settings),
            Undo(settings),
        };
    }

    private static Command NotThis(string[] settings)
    {
        var item = new Argument<string>("LINK|ID") { Description = "the link or id of an item, as for \"why\"" };
        var command = new Command("not", "Whom this item names is not this person of the list but a namesake.\nExample: monitor queue not https://example.org/news/1 znak") { item, Subject };
        command.SetAction((parsed, cancellation) => JudgeAsync(settings, async (app, queue) => await queue.NotThisPersonAsync((await WhyVerb.ItemsAsync(app, parsed.GetRequiredValue(item), cancellation))[^1].Id, parsed.GetRequiredValue(Subject), cancellation), cancellation));
        return command;
    }

    private static Command Retract(string[] settings)
    {
        var change = new Argument<string>("CHANGE") { Description = "the end of the address of the change's page, e.g. znak-released-2025-12-13" };
        return Judging("retract", "Withdraw a change: whoever was told of it gets a correction.\nExample: monitor queue retract znak-released-2025-12-13 --because \"his lawyer denies it\"", settings, (queue, parsed, stop) => queue.RetractAsync(parsed.GetRequiredValue(change), parsed.GetValue(Because), stop), change, Because);
    }

    private static Command Undo(string[] settings)
    {
        var judgement = new Argument<long>("JUDGEMENT") { Description = "the number that the judgement was given" };
        return Judging("undo", "Take a judgement back, and what followed from it.\nExample: monitor queue undo 2", settings, async (queue, parsed, stop) =>
        {
            await queue.UndoAsync(parsed.GetRequiredValue(judgement), stop);
            return parsed.GetRequiredValue(judgement);
        }, judgement);
    }

    private static Command Judging(string name, string description, string[] settings, Func<CuratorsQueue, ParseResult, CancellationToken, Task<long>> judge, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var argument in symbols.OfType<Argument>()) command.Add(argument);
        foreach (var option in symbols.OfType<Option>()) command.Add(option);
        command.SetAction((parsed, cancellation) => JudgeAsync(settings, (_, queue) => judge(queue, parsed, cancellation), cancellation));
        return command;
    }

    private static async Task<int> JudgeAsync(string[] settings, Func<WebApplication, CuratorsQueue, Task<long>> judge, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        var judgement = await judge(app, app.Services.GetRequiredService<CuratorsQueue>());
        await app.Services.GetRequiredService<JudgementRound>().RunAsync(cancellation);
        Console.WriteLine($"judgement {judgement.ToString(CultureInfo.InvariantCulture)}; to take it back: monitor queue undo {judgement.ToString(CultureInfo.InvariantCulture)}");
        return CommandLine.Good;
    }

    private static async Task<int> ListAsync(string[] settings, bool all, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        var entries = await app.Services.GetRequiredService<CuratorsQueue>().EntriesAsync(all, cancellation);
        foreach (var (row, evidence) in entries)
        {
            var settled = row.SettledBy is { } by ? $", settled by judgement {by.ToString(CultureInfo.InvariantCulture)}" : "";
            Console.WriteLine($"{row.Id.ToString(CultureInfo.InvariantCulture)}  {Keyword.Of(row.Kind)}: {row.Title}{(row.Candidates.Length > 0 ? $" ({row.Candidates})" : "")}, {row.CreatedAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)}{settled}");
            foreach (var e in evidence) Console.WriteLine($"     {e.Item.Title}\n       {e.Item.Url} — {e.Item.Origin}\n       \"{e.Surface}\": {e.Why}");
        }

        if (entries.Count == 0) await Console.Error.WriteLineAsync("nothing waits");
        return CommandLine.Good;
    }
}
