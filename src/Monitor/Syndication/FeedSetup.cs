using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>The addresses of the feeds: three formats of all changes, of each person and of each sanction, and the list of them all.</summary>
public static class FeedSetup
{
    /// <summary>A minute: long enough to spare the store a crowd, short enough for news.</summary>
    private const string Fresh = "public, max-age=60";

    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.TryAddSingleton<SiteAddress>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton<AlertNow>();
        services.TryAddSingleton<FeedAuthority>();
        services.TryAddSingleton<StoreVersion>();
        services.TryAddSingleton<FeedReading>();
        services.TryAddSingleton<FeedCache>();
        return services;
    }

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        var readers = endpoints.MapReaders();
        foreach (var format in FeedFormat.All)
        {
            readers.MapMethods($"/feed.{format.Extension}", ReaderRules.Methods, (HttpContext http, FeedCache cache) => AnswerAsync(http, cache, format, null));
            readers.MapMethods($"/people/{{id}}/feed.{format.Extension}", ReaderRules.Methods, (HttpContext http, FeedCache cache, string id) => OfSubjectAsync<Person>(http, cache, format, id));
            readers.MapMethods($"/sanctions/{{id}}/feed.{format.Extension}", ReaderRules.Methods, (HttpContext http, FeedCache cache, string id) => OfSubjectAsync<Sanction>(http, cache, format, id));
        }

        readers.MapMethods("/feeds.opml", ReaderRules.Methods, Opml);
        return endpoints;
    }

    private static async Task<IResult> OfSubjectAsync<T>(HttpContext http, FeedCache cache, FeedFormat format, string id) where T : Subject =>
        http.RequestServices.GetRequiredService<WatchlistInUse>().Find(id) is T subject
            ? await AnswerAsync(http, cache, format, subject)
            : TypedResults.Text("There is no such feed.\n", "text/plain", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync(HttpContext http, FeedCache cache, FeedFormat format, Subject? subject)
    {
        var address = AddressOf(http, subject is null ? "" : FeedReading.FolderOf(subject));
        var document = await cache.GetAsync(address.Of(format.Extension).AbsoluteUri, async () =>
        {
            // Not cancelled with its first reader: others may be waiting for the same bytes.
            var feed = await http.RequestServices.GetRequiredService<FeedReading>().ReadAsync(subject, address, CancellationToken.None);
            return new WebDocument(format.Write(feed), format.MediaType + "; charset=utf-8", feed.Changed);
        });
        return document.For(http, Fresh);
    }

    private static IResult Opml(HttpContext http, WatchlistInUse watchlist)
    {
        var address = AddressOf(http, "");
        var bytes = OpmlFormat.Write(Phrasebook.For(address.Asked), address, watchlist.Subjects);
        return new WebDocument(bytes, OpmlFormat.MediaType + "; charset=utf-8").For(http, Fresh);
    }

    private static FeedAddress AddressOf(HttpContext http, string folder) =>
        new(http.RequestServices.GetRequiredService<SiteAddress>().Of(http.Request), folder, ReaderLanguage.Asked(http.Request));
}
