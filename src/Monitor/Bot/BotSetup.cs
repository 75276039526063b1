using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Bot.Commands;
using Monitor.Privacy;
using Monitor.Store;
using Monitor.Telegram;

namespace Monitor.Bot;

/// <summary>
/// The bot's parts. Answers and lookups are there always (the command line uses them too); the bot listens where a token is set, or
/// where another <see cref="IBotApi"/> was registered before (the chat in a terminal).
/// </summary>
public static class BotSetup
{
    /// <summary>Needs the store, the keys, a <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(new BotOptions(settings.PublicBaseUrl));
        services.TryAddSingleton<WatchlistInUse>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton(provider => new SendPace(settings.Telegram.MaxMessagesPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Erasure>().AddSingleton<Lookup>().AddSingleton<CardReading>().AddSingleton<Answering>();
        services.AddSingleton<Subscribers>().AddSingleton<QuestionLimit>().AddSingleton<FollowWords>().AddSingleton<HandledUpdates>();
        AddCommands(services);

        if (settings.Telegram.BotToken.Length > 0) services.TryAddSingleton<IBotApi>(_ => Telegram(settings.Telegram));
        if (services.All(s => s.ServiceType != typeof(IBotApi))) return services;
        services.AddSingleton<Conversation>().AddSingleton<ChatVoice>().AddSingleton<BotProfile>();
        return services.AddHostedService<UpdateLoop>();
    }

    /// <summary>In the order of the menu.</summary>
    private static void AddCommands(IServiceCollection services) => services
        .AddSingleton<IBotCommand, StatusCommand>()
        .AddSingleton<IBotCommand, LatestCommand>()
        .AddSingleton<IBotCommand, FollowCommand>()
        .AddSingleton<IBotCommand, UnfollowCommand>()
        .AddSingleton<IBotCommand, ListCommand>()
        .AddSingleton<IBotCommand, LanguageCommand>()
        .AddSingleton<IBotCommand, FeedCommand>()
        .AddSingleton<IBotCommand, PrivacyCommand>()
        .AddSingleton<IBotCommand, ForgetCommand>()
        .AddSingleton<IBotCommand, HelpCommand>()
        .AddSingleton<IBotCommand, StartCommand>();

    private static HttpBotApi Telegram(TelegramSettings settings)
    {
        if (settings.Mode != "polling") throw new SettingException("Telegram:Mode", $"\"{settings.Mode}\" is not there yet; write polling");
        try
        {
            return new HttpBotApi(new BotApiSettings(settings.ApiBaseUrl, settings.BotToken));
        }
        catch (ArgumentException e)
        {
            throw new SettingException("Telegram:BotToken", $"is no bot token ({e.Message}); copy it as @BotFather gave it, or leave it empty to run without a bot");
        }
    }
}

/// <param name="Site">The public address of the pages and feeds; null where the program has not been told it.</param>
public sealed record BotOptions(Uri? Site)
{
    public Uri? Page(string path) => Site is null ? null : new Uri(Site, path);
}
