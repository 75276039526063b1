using Monitor.Core.Feeds;

namespace Monitor.Fetching;

/// <summary>The fetcher and the plan of asking, as the settings want them. One of each for the whole program: the queue per host is in it.</summary>
public static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services
            .AddSingleton(new FetchSettings(settings.AllowPrivateNetworks, settings.Contact))
            .AddSingleton(new PollPlan(settings.Every))
            .AddSingleton(services => new HostQueue(services.GetRequiredService<TimeProvider>()))
            .AddSingleton(services => new FeedFetcher(services.GetRequiredService<FetchSettings>(), services.GetRequiredService<HostQueue>(), services.GetRequiredService<TimeProvider>()));
    }
}
