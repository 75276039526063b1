using System.Globalization;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>A feed as an answer: from what is kept where it still holds, else written anew.</summary>
public sealed class FeedAnswer(AnswerCache cache, FeedReading reading, SiteAddress site, WatchlistInUse watchlist, WorkLimit limit)
{
    /// <summary>A minute: long enough to spare the store a crowd, short enough for news.</summary>
    private const string Fresh = "public, max-age=60";

    private static readonly WebDocument NoFeed = WebDocument.Text("There is no such feed.\n", StatusCodes.Status404NotFound);

    public async Task OfAsync(HttpContext http, FeedFormat format, FeedScope? scope)
    {
        if (scope is null || PageOf(http.Request) is not { } page)
        {
            await NoFeed.ExecuteAsync(http);
            return;
        }

        var asked = ReaderLanguage.Asked(http.Request);
        var feed = await cache.GetAsync($"{site.Text(http.Request)} {scope.Folder} {format.Extension} {asked} {page}", async () =>
        {
            limit.Take(http, WorkLimit.Page);
            var told = await reading.ReadAsync(scope, new FeedAddress(site.Of(http.Request), scope.Folder, asked, page), CancellationToken.None);
            return told is null ? null : new WebDocument(format.Write(told), format.MediaType + "; charset=utf-8", told.Changed) { CacheControl = Fresh };
        });
        await (feed ?? NoFeed).ExecuteAsync(http);
    }

    public async Task OpmlAsync(HttpContext http)
    {
        var asked = ReaderLanguage.Asked(http.Request);
        var list = await cache.GetAsync($"{site.Text(http.Request)} opml {asked}", () =>
        {
            var bytes = OpmlFormat.Write(Phrasebook.For(asked), new FeedAddress(site.Of(http.Request), "", asked), watchlist.Subjects);
            return Task.FromResult<WebDocument?>(new WebDocument(bytes, OpmlFormat.MediaType + "; charset=utf-8") { CacheControl = Fresh });
        });
        await list!.ExecuteAsync(http);
    }

    /// <summary>Null where ?page= is no page that any feed could have.</summary>
    private static int? PageOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue || !request.Query.TryGetValue("page", out var text)) return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : null;
    }
}
