using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Syndication;

/// <summary>The addresses of the feeds: three formats of all changes, of persons, sanctions and corrections, of each subject, and the list of them all.</summary>
public static class FeedSetup
{
    public static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        services.TryAddSingleton<SiteAddress>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton<AlertNow>();
        services.TryAddSingleton<FeedAuthority>();
        services.TryAddSingleton<StoreVersion>();
        services.TryAddSingleton<AnswerCache>();
        services.TryAddSingleton<WorkLimit>();
        services.TryAddSingleton<FeedReading>();
        services.TryAddSingleton<FeedAnswer>();
        return services;
    }

    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        foreach (var format in FeedFormat.All)
        {
            foreach (var scope in FeedScope.Wide)
                endpoints.MapMethods($"/{scope.Folder}feed.{format.Extension}", ReaderRules.Methods, (HttpContext http, FeedAnswer answer) => answer.OfAsync(http, format, scope));

            endpoints.MapMethods($"/people/{{id}}/feed.{format.Extension}", ReaderRules.Methods,
                (HttpContext http, FeedAnswer answer, WatchlistInUse list, string id) => answer.OfAsync(http, format, Of<Person>(list, id)));
            endpoints.MapMethods($"/sanctions/{{id}}/feed.{format.Extension}", ReaderRules.Methods,
                (HttpContext http, FeedAnswer answer, WatchlistInUse list, string id) => answer.OfAsync(http, format, Of<Sanction>(list, id)));
        }

        endpoints.MapMethods("/feeds.opml", ReaderRules.Methods, (HttpContext http, FeedAnswer answer) => answer.OpmlAsync(http));
        return endpoints;
    }

    private static FeedScope? Of<T>(WatchlistInUse list, string id) where T : Subject => list.Find(id) is T subject ? FeedScope.Of(subject) : null;
}
