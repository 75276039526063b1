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

    public async Task<IResult> OfAsync(HttpContext http, FeedFormat format, FeedScope? scope)
    {
        if (scope is null || PageOf(http.Request) is not { } page) return NoFeed;
        var asked = ReaderLanguage.Asked(http.Request);
        return await cache.GetAsync($"{site.Text(http.Request)} {scope.Folder} {format.Extension} {asked} {page}", async () =>
        {
            limit.Take(http, WorkLimit.Page);
            var feed = await reading.ReadAsync(scope, new FeedAddress(site.Of(http.Request), scope.Folder, asked, page), CancellationToken.None);
            return feed is null ? null : new WebDocument(format.Write(feed), format.MediaType + "; charset=utf-8", feed.Changed) { CacheControl = Fresh };
        }) ?? NoFeed;
    }

    public async Task<IResult> OpmlAsync(HttpContext http)
    {
        var asked = ReaderLanguage.Asked(http.Request);
        return (await cache.GetAsync($"{site.Text(http.Request)} opml {asked}", () =>
        {
            var bytes = OpmlFormat.Write(Phrasebook.For(asked), new FeedAddress(site.Of(http.Request), "", asked), watchlist.Subjects);
            return Task.FromResult<WebDocument?>(new WebDocument(bytes, OpmlFormat.MediaType + "; charset=utf-8") { CacheControl = Fresh });
        }))!;
    }

    /// <summary>Null where ?page= is no page that any feed could have.</summary>
    private static int? PageOf(HttpRequest request)
    {
        if (!request.Query.TryGetValue("page", out var text)) return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 100_000 ? page : null;
    }
}
