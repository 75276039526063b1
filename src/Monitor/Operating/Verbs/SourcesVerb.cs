using System.CommandLine;
using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;
using Monitor.Core.Watchlist;
using Monitor.Operating.Sources;

namespace Monitor.Operating.Verbs;

/// <summary>
/// <c>sources</c>: the list of sources and how they fare; add, pause, resume, remove; import and export. It writes where the running service reads, which follows
/// with its next look.
/// </summary>
internal static class SourcesVerb
{
    public static Command Create(string[] settings) => new("sources", "Look at the sources, change them while the service runs, exchange them with feed readers.")
    {
        List(settings), Add(settings), Import(settings), Export(settings),
        Change(settings, "pause", "Stop asking a source until it is resumed.", SourceChange.Pause),
        Change(settings, "resume", "Ask a paused or removed source again.", SourceChange.Resume),
        Change(settings, "remove", "Take a source out, also where the sources file names it; its items stay.", SourceChange.Remove),
    };

    private static Command List(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var command = new Command("list", "Show every source with its health.\nExample: monitor sources list") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var book = await SourceBook.OpenAsync(settings, cancellation);
            SourceTable.Print(await book.HealthAsync(cancellation), parsed.GetValue(json));
            return CommandLine.Good;
        });
        return command;
    }

    private static Command Add(string[] settings)
    {
        var url = new Argument<string>("URL") { Description = "the feed, or a public channel (https://t.me/name)" };
        var id = new Option<string?>("--id") { Description = "its name in commands; by default from its address" };
        var name = new Option<string?>("--name") { Description = "its name for readers" };
        var origin = new Option<string?>("--origin") { Description = "who speaks through it: sources of one origin count once; by default the host" };
        var role = new Option<string?>("--role") { Description = "official, rights-group, media or wire" };
        var language = new Option<string?>("--language") { Description = "such as be or ru" };
        var command = new Command("add", "Add a source to those in use.\nExample: monitor sources add https://example.by/rss --origin example --language be") { url, id, name, origin, role, language };
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = Address(parsed.GetRequiredValue(url));
            await using var book = await SourceBook.OpenAsync(settings, cancellation);
            var source = new Source
            {
                Id = new SourceNames(book.Ids).Unique(parsed.GetValue(id), address),
                Name = parsed.GetValue(name) ?? SourceNames.OriginOf(address),
                Kind = SourceAddress.KindOf(address),
                Url = SourceAddress.Of(address),
                Origin = parsed.GetValue(origin) ?? SourceNames.OriginOf(address),
                Role = Role(parsed.GetValue(role)),
                Language = parsed.GetValue(language),
            };
            await book.TakeAsync([source], cancellation);
            Console.WriteLine($"added {source.Id}; its first look is silent: what it holds now becomes history");
            return CommandLine.Good;
        });
        return command;
    }

    private static Command Import(string[] settings)
    {
        var format = Format();
        var file = new Argument<string>("FILE");
        var dryRun = new Option<bool>("--dry-run") { Description = "say what would be done, change nothing" };
        var command = new Command("import", "Take in the sources of a file; those with a known id are changed.\nExample: monitor sources import opml feeds.opml --dry-run") { format, file, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sources = SourcesOnDisk.ReadFile(parsed.GetRequiredValue(file), parsed.GetValue(format) == "opml" ? Opml.Read : SourceList.Read);
            await using var book = await SourceBook.OpenAsync(settings, cancellation);
            foreach (var source in sources) Console.WriteLine($"{(book.Ids.Contains(source.Id) ? "change" : "add   ")} {source.Id}  {source.Url}");
            if (!parsed.GetValue(dryRun)) await book.TakeAsync(sources, cancellation);
            return CommandLine.Good;
        });
        return command;
    }

    private static Command Export(string[] settings)
    {
        var format = Format();
        var command = new Command("export", "Print the sources in use.\nExample: monitor sources export opml > feeds.opml") { format };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var book = await SourceBook.OpenAsync(settings, cancellation);
            Console.Write(parsed.GetValue(format) == "opml" ? Opml.Write(book.InUse) : SourceListWriter.Write(book.InUse));
            return CommandLine.Good;
        });
        return command;
    }

    private static Command Change(string[] settings, string verb, string words, SourceChange change)
    {
        var id = new Argument<string>("ID");
        var command = new Command(verb, $"{words}\nExample: monitor sources {verb} zerkalo") { id };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var book = await SourceBook.OpenAsync(settings, cancellation);
            Console.WriteLine(await book.ChangeAsync(parsed.GetRequiredValue(id), change, cancellation));
            return CommandLine.Good;
        });
        return command;
    }

    private static Argument<string> Format()
    {
        var format = new Argument<string>("FORMAT") { Description = "yaml or opml" };
        format.AcceptOnlyFromAmong("yaml", "opml");
        return format;
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 ? url : throw new SettingException("sources add", $"\"{text}\" is not a web address; write it whole, such as https://example.org/rss");

    private static SourceRole Role(string? word)
    {
        if (word is null) return SourceRole.Media;
        return Keyword.TryParse<SourceRole>(word, out var role) ? role : throw new SettingException("--role", $"\"{word}\" is not one of {string.Join(", ", Keyword.All<SourceRole>())}");
    }
}
