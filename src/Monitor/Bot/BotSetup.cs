using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Bot.Answers;
using Monitor.Bot.Commands;
using Monitor.Bot.Commands.OwnSettings;
using Monitor.Bot.Curating;
using Monitor.Bot.Receiving;
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
    private static readonly Regex Secret = new("^[A-Za-z0-9_-]{1,256}$", RegexOptions.NonBacktracking);

    /// <summary>Before the pages: what is pushed is no reader's request.</summary>
    public static IApplicationBuilder UseWebhook(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var settings = app.ApplicationServices.GetRequiredService<Settings>().Telegram;
        if (settings is not { Mode: TelegramSettings.WebhookMode, WebhookUrl: { } address } || app.ApplicationServices.GetService<Webhook>() is not { } webhook) return app;
        return app.MapWhen(c => c.Request.Path == address.AbsolutePath, branch => branch.Run(webhook.ReceiveAsync));
    }

    /// <summary>Needs the store, the keys, a <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(new BotOptions(settings.PublicBaseUrl));
        services.TryAddSingleton<WatchlistInUse>();
        services.TryAddSingleton<StoryReading>();
        services.TryAddSingleton(provider => new SendPace(settings.Telegram.MaxMessagesPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<Erasure>();
        services.AddSingleton<Lookup>().AddSingleton<CardReading>().AddSingleton<Answering>();
        services.AddSingleton<Subscribers>().AddSingleton<QuestionLimit>().AddSingleton<FollowWords>().AddSingleton<HandledUpdates>();
        services.AddSingleton<Questioning>().AddSingleton<InlineAnswering>().AddSingleton<Retracting>();
        AddCommands(services);

        if (settings.Telegram is { BotToken.Length: > 0, Shadow: false }) services.TryAddSingleton<IBotApi>(_ => Telegram(settings.Telegram));
        if (services.All(s => s.ServiceType != typeof(IBotApi))) return services;
        services.AddSingleton<Conversation>().AddSingleton<Administrators>().AddSingleton<ChatVoice>().AddSingleton<BotProfile>();
        services.AddSingleton<UpdateHandling>().AddSingleton<Webhook>();
        return services.AddHostedService<UpdateLoop>();
    }

    /// <summary>In the order of the menu.</summary>
    private static void AddCommands(IServiceCollection services) => services
        .AddSingleton<IBotCommand, StatusCommand>()
        .AddSingleton<IBotCommand, HistoryCommand>()
        .AddSingleton<IBotCommand, SourcesCommand>()
        .AddSingleton<IBotCommand, LatestCommand>()
        .AddSingleton<IBotCommand, FollowCommand>()
        .AddSingleton<IBotCommand, UnfollowCommand>()
        .AddSingleton<IBotCommand, ListCommand>()
        .AddSingleton<IBotCommand, SettingsCommand>()
        .AddSingleton<IBotCommand, LanguageCommand>()
        .AddSingleton<IBotCommand, FeedCommand>()
        .AddSingleton<IBotCommand, PrivacyCommand>()
        .AddSingleton<IBotCommand, ExportCommand>()
        .AddSingleton<IBotCommand, ForgetCommand>()
        .AddSingleton<IBotCommand, HelpCommand>()
        .AddSingleton<IBotCommand, StartCommand>()
        .AddSingleton<IBotCommand, QueueCommand>();

    private static HttpBotApi Telegram(TelegramSettings settings)
    {
        if (settings.Mode == TelegramSettings.WebhookMode && settings.WebhookUrl is not { Scheme: "https" })
            throw new SettingException("Telegram:WebhookUrl", "is no https address; Telegram:Mode=webhook needs the public one at which Telegram reaches this program, for example https://example.org/telegram");
        if (settings.WebhookSecret.Length > 0 && !Secret.IsMatch(settings.WebhookSecret))
            throw new SettingException("Telegram:WebhookSecret", "may hold 1 to 256 letters, digits, _ and -; leave it empty for a new one at each start");
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
