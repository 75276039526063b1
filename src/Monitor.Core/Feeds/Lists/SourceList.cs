using System.Globalization;
using AngleSharp.Css.Parser;
using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Feeds.Lists;

/// <summary>The sources of a file, or why it was refused. With any error there are no sources: one that is silently missing would look like silence.</summary>
public sealed record SourceListReading(IReadOnlyList<Source> Sources, IReadOnlyList<ListError> Errors)
{
    public bool Refused => Errors.Count > 0;
}

/// <summary>
/// Reads seeds/sources.yaml (CONTRACT, "Sources file") as strictly as a watchlist. The origin must be told: guessed, two feeds of one
/// house would count as two voices and confirm each other.
/// </summary>
public static class SourceList
{
    private static readonly string[] Keys = ["id", "name", "kind", "url", "language", "origin", "role", "every", "select"];
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1); // DESIGN §5: even a dead source is asked once a day

    public static SourceListReading Read(string yaml, string fileName)
    {
        var errors = new ListErrors();
        var sources = new List<Source>();
        var ids = new UniqueIds();
        foreach (var row in YamlRows.Read(new ListFile(fileName, yaml), errors))
        {
            ids.Check(row, fileName);
            sources.Add(ReadSource(row));
        }

        return errors.All.Count == 0 ? new SourceListReading(sources, []) : new SourceListReading([], errors.All);
    }

    private static Source ReadSource(YamlRow row)
    {
        row.AllowOnly(Keys);
        row.Required("kind");
        var id = row.Text("id") ?? "";
        var kind = row.Word("kind", Enum.GetValues<SourceKind>()) ?? SourceKind.Feed;
        return new Source
        {
            Id = id,
            Name = row.Text("name") ?? id,
            Kind = kind,
            Url = ReadUrl(row),
            Language = row.Text("language"),
            Origin = row.Required("origin"),
            Role = row.Word("role", Enum.GetValues<SourceRole>()) ?? SourceRole.Media,
            Every = ReadEvery(row),
            Select = ReadSelect(row, kind),
        };
    }

    private static Uri ReadUrl(YamlRow row)
    {
        var text = row.Required("url");
        var isWeb = Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        if (isWeb && url!.UserInfo.Length == 0) return url;
        if (isWeb) row.Refuse("url", "holds a user name or password, which would end up in logs; leave it out");
        else if (text.Length > 0) row.Refuse("url", $"\"{text}\" is not a web address; write it whole, such as https://example.org/rss");
        return new Uri("https://refused.invalid/");
    }

    /// <summary>Only hours, minutes and seconds: .NET would read a bare "10" as ten days.</summary>
    private static TimeSpan? ReadEvery(YamlRow row)
    {
        if (row.Text("every") is not { } text) return null;
        if (TimeSpan.TryParseExact(text, @"h\:mm\:ss", CultureInfo.InvariantCulture, out var every) && every > TimeSpan.Zero && every <= Longest) return every;
        row.Refuse("every", $"\"{text}\" is not a time between 00:00:01 and 23:59:59; write hours, minutes and seconds, such as 00:10:00");
        return null;
    }

    private static PageSelect? ReadSelect(YamlRow row, SourceKind kind)
    {
        if (kind != SourceKind.Page)
        {
            if (row.Has("select")) row.Refuse("select", "only a page has selectors; leave it out, or write kind: page");
            return null;
        }

        if (!row.Has("select")) row.Refuse("select", "a page needs selectors: add select: {item: article, title: h2, link: a}");
        if (row.Row("select") is not { } select) return null;
        select.AllowOnly("item", "title", "link", "date", "text");
        var parser = new CssSelectorParser();
        foreach (var key in new[] { "item", "title", "link", "date", "text" })
        {
            if (select.Text(key) is { Length: > 0 } selector && parser.ParseSelector(selector) is null)
                select.Refuse(key, $"\"{selector}\" is not a CSS selector");
        }

        return new PageSelect(select.Required("item"), select.Required("title"), select.Required("link"), select.Text("date"), select.Text("text"));
    }
}
