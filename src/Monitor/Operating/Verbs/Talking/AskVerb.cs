using System.CommandLine;
using Monitor.Bot.Answers;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Operating.Verbs.Talking;

/// <summary><c>ask TEXT</c>: the answer the bot would give.</summary>
internal static class AskVerb
{
    public static Command Create(string[] settings)
    {
        var text = new Argument<string[]>("TEXT") { Description = "a name or a sanction, in any script and spelling", Arity = ArgumentArity.OneOrMore };
        var language = Languages.Option();
        var json = new Option<bool>("--json") { Description = "print JSON: kind, subjects, near, text" };
        var command = new Command("ask", "Ask about a person or a sanction, as one would ask the bot.\nExample: monitor ask Колесникова --lang ru") { text, language, json };
        command.SetAction((parsed, cancellation) => RunAsync(settings, string.Join(' ', parsed.GetRequiredValue(text)), parsed.GetValue(language)!, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string question, string language, bool json, CancellationToken cancellation)
    {
        await using var app = await StandaloneHost.OpenAsync(settings, cancellation);
        var answer = await app.Services.GetRequiredService<Answering>().AnswerAsync(question, Phrasebook.For(language), cancellation);
        var text = answer.Text.ToPlain();
        await using var output = Standalone.Output();
        await output.WriteLineAsync(json ? Json.Of(new { kind = Keyword.Of(answer.Kind), answer.Subjects, answer.Near, text }) : text);
        return CommandLine.Good;
    }
}
