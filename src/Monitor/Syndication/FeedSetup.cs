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
        // Found once, not with each request: feeds are asked for more often than anything else here.
        var answer = endpoints.ServiceProvider.GetRequiredService<FeedAnswer>();
        var list = endpoints.ServiceProvider.GetRequiredService<WatchlistInUse>();
        foreach (var format in FeedFormat.All)
        {
            foreach (var scope in FeedScope.Wide) Map($"/{scope.Folder}feed.{format.Extension}", http => answer.OfAsync(http, format, scope));
            Map($"/people/{{id}}/feed.{format.Extension}", http => answer.OfAsync(http, format, Of<Person>(http, list)));
            Map($"/sanctions/{{id}}/feed.{format.Extension}", http => answer.OfAsync(http, format, Of<Sanction>(http, list)));
        }

        Map("/feeds.opml", answer.OpmlAsync);
        return endpoints;

        void Map(string path, RequestDelegate feed) => endpoints.MapMethods(path, ReaderRules.Methods, feed);
    }

    private static FeedScope? Of<T>(HttpContext http, WatchlistInUse list) where T : Subject =>
        list.Find((string)http.Request.RouteValues["id"]!) is T subject ? FeedScope.Of(subject) : null;
}
