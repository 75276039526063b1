using System.CommandLine;
using System.Globalization;
using Monitor.Core.Feeds;

namespace Monitor.Operating.Verbs.Texts;

/// <summary><c>feed parse</c>: what the parser makes of a file, or of each file of a list, as JSON. No network, no database.</summary>
internal static class FeedVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "the feed as it was downloaded", Arity = ArgumentArity.ZeroOrOne };
        var contentType = new Option<string?>("--content-type") { Description = "the HTTP header Content-Type it came with" };
        var batch = new Option<string?>("--batch") { Description = "a file with one path per line, optionally a tab and its content type" };
        var parse = new Command("parse", "Print a feed as one JSON object, or one line per file of a list.\nExample: monitor feed parse rss.xml --content-type \"text/xml; charset=windows-1251\"") { file, contentType, batch };
        parse.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file), parsed.GetValue(contentType), parsed.GetValue(batch), cancellation));
        return new Command("feed", "Look at a feed.") { parse };
    }

    private static Task<int> RunAsync(string? file, string? contentType, string? batch, CancellationToken cancellation)
    {
        if (file is null == batch is null) throw new SettingException("feed parse", "give either a FILE or --batch LIST");
        return batch is null ? OneAsync(file!, contentType, cancellation) : BatchAsync(batch, cancellation);
    }

    private static async Task<int> OneAsync(string file, string? contentType, CancellationToken cancellation)
    {
        await using var output = Standalone.Output();
        var (line, good) = await ParseAsync(file, contentType, cancellation);
        await output.WriteLineAsync(line);
        return good ? CommandLine.Good : CommandLine.BadData;
    }

    private static async Task<int> BatchAsync(string list, CancellationToken cancellation)
    {
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(list, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadDataException($"{list} cannot be read: {e.Message}");
        }

        await using var output = Standalone.Output();
        var allGood = true;
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            var parts = line.Split('\t', 2);
            var (answer, good) = await ParseAsync(parts[0], parts.Length > 1 ? parts[1] : null, cancellation);
            allGood &= good;
            await output.WriteLineAsync(answer);
        }

        return allGood ? CommandLine.Good : CommandLine.BadData;
    }

    private static async Task<(string Line, bool Good)> ParseAsync(string file, string? contentType, CancellationToken cancellation)
    {
        try
        {
            var reading = FeedParser.Parse(await File.ReadAllBytesAsync(file, cancellation), contentType, baseAddress: null);
            return reading.Feed is { } feed ? (Json.Of(Answer(feed)), true) : (Json.Of(new { error = reading.NotAFeed }), false);
        }
        catch (Exception e) when (e is not OperationCanceledException) // whatever one file brings up, the others of the list are read
        {
            return (Json.Of(new { error = e.Message }), false);
        }
    }

    private static object Answer(ParsedFeed feed) => new
    {
        format = feed.Format.Word(),
        title = feed.Title,
        link = feed.Link,
        language = feed.Language,
        items = feed.Items.Select(i => new { id = i.Id, title = i.Title, link = i.Link, published = Utc(i.Published), updated = Utc(i.Updated), text = i.Text, author = i.Author, categories = i.Categories }),
        warnings = feed.Warnings,
    };

    private static string? Utc(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
