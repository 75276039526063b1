using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Fetching;
using Monitor.Pipeline.Judgements;
using Monitor.Pipeline.Sending;
using Monitor.Pipeline.Sources;
using Monitor.Privacy;
using Monitor.Telegram;

namespace Monitor.Pipeline;

/// <summary>The three stages and what they need.</summary>
public static class PipelineSetup
{
    /// <summary>Telegram's FAQ: avoid more than one message a second to one chat.</summary>
    private static readonly TimeSpan ChatSpacing = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddPipeline(this IServiceCollection services, Settings settings) => services
        .AddFetching(settings)
        .AddSingleton<ClockWatch>()
        .AddSingleton<SourcesInUse>()
        .AddSingleton<ArticleTexts>()
        .AddSingleton<ItemVersions>()
        .AddSingleton<SourceReader>()
        .AddSingleton<SecondLooks>()
        .AddSingleton<SourceHealthRound>()
        .AddSingleton<FeedRound>()
        .AddSingleton<ItemReading>()
        .AddSingleton<JudgementRound>()
        .AddSingleton<WatchlistImport>()
        .AddDelivery(settings)
        .AddSingleton<FanOut>()
        .AddSingleton<ShadowRound>()
        .AddSingleton<DigestGathering>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<LetterReading>()
        .AddSingleton<AlertSending>()
        .AddSingleton<Erasure>()
        .AddSingleton<CuratorsVoice>()
        .AddSingleton<CuratorsRound>()
        .AddSingleton<PurgeRound>();

    private static IServiceCollection AddDelivery(this IServiceCollection services, Settings settings)
    {
        services.TryAddSingleton(new DeliveryOptions(settings.Telegram.MaxMessagesPerSecond, ChatSpacing, settings.PublicBaseUrl, settings.Telegram.Channel));
        services.TryAddSingleton(provider => new SendPace(provider.GetRequiredService<DeliveryOptions>().MaxMessagesPerSecond, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
