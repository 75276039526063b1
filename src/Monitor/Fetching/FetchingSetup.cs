namespace Monitor.Fetching;

/// <summary>What asks the sources: one fetcher, one queue per host.</summary>
public static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services, Settings settings) => services
        .AddSingleton(new FetchSettings(settings.AllowPrivateNetworks, settings.Contact))
        .AddSingleton<HostQueue>()
        .AddSingleton<FeedFetcher>();
}
