using System.Globalization;

namespace Monitor;

/// <summary>
/// Every setting of the program (CONTRACT: appsettings.json &lt; environment <c>A__B</c> &lt; command line), read and checked once at start.
/// A value that cannot be used is a <see cref="SettingException"/> that names the key.
/// </summary>
public sealed record Settings
{
    public required string Database { get; init; }
    public required string SourcesFile { get; init; }

    /// <summary>How often a source is asked at most; the floor of every wait that is not a failure's.</summary>
    public required TimeSpan Every { get; init; }

    public required IReadOnlyList<string> WatchlistFiles { get; init; }
    public required string ArticlesFile { get; init; }
    public required TelegramSettings Telegram { get; init; }
    public required bool AllowPrivateNetworks { get; init; }

    /// <summary>Where a site's owner can reach us: an address or page, sent in the User-Agent.</summary>
    public required string Contact { get; init; }

    public required string FeedAuthority { get; init; }
    public Uri? PublicBaseUrl { get; init; }
    public required string KeyDirectory { get; init; }

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ConnectionStrings:Monitor"] = "Data Source=data/monitor.db",
        ["Sources:File"] = "seeds/sources.yaml",
        ["Sources:Every"] = "00:10:00",
        ["Watchlist:Files"] = "seeds/people.yaml,seeds/sanctions.yaml",
        ["Watchlist:Articles"] = "seeds/articles.yaml",
        ["Telegram:BotToken"] = "",
        ["Telegram:ApiBaseUrl"] = "https://api.telegram.org",
        ["Telegram:Mode"] = TelegramSettings.PollingMode,
        ["Telegram:Shadow"] = "false",
        ["Telegram:WebhookUrl"] = "",
        ["Telegram:WebhookSecret"] = "",
        ["Telegram:MaxMessagesPerSecond"] = "25",
        ["Telegram:Channel"] = "",
        ["Telegram:ChannelLanguage"] = "en",
        ["Telegram:Curators"] = "",
        ["Outbound:AllowPrivateNetworks"] = "false",
        ["Outbound:Contact"] = "",
        ["Site:FeedAuthority"] = "monitor.example,2025",
        ["Site:PublicBaseUrl"] = "",
        ["Privacy:KeyDirectory"] = "keys",
    };

    public static IReadOnlyCollection<string> Keys => Defaults.Keys;

    public static Settings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        RefuseUnknown(configuration);
        string Text(string key) => configuration[key] ?? Defaults[key];

        return new Settings
        {
            Database = Text("ConnectionStrings:Monitor"),
            SourcesFile = Shipped(Text("Sources:File")),
            Every = Duration("Sources:Every", Text("Sources:Every")),
            WatchlistFiles = [.. List(configuration, "Watchlist:Files").Select(Shipped)],
            ArticlesFile = Shipped(Text("Watchlist:Articles")),
            Telegram = new TelegramSettings
            {
                BotToken = Text("Telegram:BotToken").Trim(),
                ApiBaseUrl = Address("Telegram:ApiBaseUrl", Text("Telegram:ApiBaseUrl")) ?? throw new SettingException("Telegram:ApiBaseUrl", "is empty; write https://api.telegram.org"),
                Mode = OneOf("Telegram:Mode", Text("Telegram:Mode"), TelegramSettings.PollingMode, TelegramSettings.WebhookMode),
                Shadow = Flag("Telegram:Shadow", Text("Telegram:Shadow")),
                WebhookUrl = Address("Telegram:WebhookUrl", Text("Telegram:WebhookUrl")),
                WebhookSecret = Text("Telegram:WebhookSecret"),
                MaxMessagesPerSecond = Whole("Telegram:MaxMessagesPerSecond", Text("Telegram:MaxMessagesPerSecond"), 1, 1000),
                Channel = Text("Telegram:Channel"),
                ChannelLanguage = OneOf("Telegram:ChannelLanguage", Text("Telegram:ChannelLanguage"), "en", "be", "ru"),
                Curators = [.. List(configuration, "Telegram:Curators").Select(id => ChatId("Telegram:Curators", id))],
            },
            AllowPrivateNetworks = Flag("Outbound:AllowPrivateNetworks", Text("Outbound:AllowPrivateNetworks")),
            Contact = Text("Outbound:Contact"),
            FeedAuthority = Text("Site:FeedAuthority"),
            PublicBaseUrl = Address("Site:PublicBaseUrl", Text("Site:PublicBaseUrl")),
            KeyDirectory = Text("Privacy:KeyDirectory"),
        };
    }

    /// <summary>What ships is found beside the program; a relative path that is not there is the operator's own, under the current directory.</summary>
    private static string Shipped(string path)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, path);
        return Path.IsPathRooted(path) || !File.Exists(beside) ? path : beside;
    }

    private static void RefuseUnknown(IConfiguration configuration)
    {
        foreach (var section in Defaults.Keys.Select(k => k[..k.IndexOf(':', StringComparison.Ordinal)]).Distinct().Where(s => s != "ConnectionStrings"))
        {
            var unknown = configuration.GetSection(section).GetChildren().FirstOrDefault(c => !Defaults.ContainsKey(c.Path));
            if (unknown is not null)
                throw new SettingException(unknown.Path, $"there is no such setting; {section} has {string.Join(", ", Defaults.Keys.Where(k => k.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)))}");
        }
    }

    private static IEnumerable<string> List(IConfiguration configuration, string key)
    {
        // A file writes a list, the environment and the command line one text with commas; that text is the higher layer.
        var items = configuration.GetSection(key).GetChildren().Select(c => c.Value ?? "").ToList();
        return (configuration[key] is null && items.Count > 0 ? items : [.. (configuration[key] ?? Defaults[key]).Split(',')]).Select(i => i.Trim()).Where(i => i.Length > 0);
    }

    private static TimeSpan Duration(string key, string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero && span <= TimeSpan.FromDays(1)
            ? span
            : throw new SettingException(key, $"\"{text}\" is not a time span between 00:00:01 and 1.00:00:00; write hours:minutes:seconds, for example 00:10:00");

    private static int Whole(string key, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException(key, $"\"{text}\" is not a whole number from {least} to {most}");

    private static long ChatId(string key, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new SettingException(key, "holds something that is not a Telegram user id (a whole number); write for example 123456789,987654321");

    private static bool Flag(string key, string text) =>
        bool.TryParse(text, out var flag) ? flag : throw new SettingException(key, $"\"{text}\" is neither true nor false");

    private static string OneOf(string key, string text, params string[] words) =>
        words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw new SettingException(key, $"\"{text}\" is not one of {string.Join(", ", words)}");

    private static Uri? Address(string key, string text)
    {
        if (text.Length == 0) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingException(key, $"\"{text}\" is not a web address; write for example https://example.org");
    }
}

public sealed record TelegramSettings
{
    public const string PollingMode = "polling";
    public const string WebhookMode = "webhook";

    /// <summary>Empty: no bot. Never written to a log.</summary>
    public required string BotToken { get; init; }

    public required Uri ApiBaseUrl { get; init; }
    public required string Mode { get; init; }

    /// <summary>Everything is read and shown, nothing is sent or answered, whatever the token.</summary>
    public required bool Shadow { get; init; }

    public Uri? WebhookUrl { get; init; }
    public required string WebhookSecret { get; init; }
    public required int MaxMessagesPerSecond { get; init; }
    public required string Channel { get; init; }
    public required string ChannelLanguage { get; init; }
    public required IReadOnlyList<long> Curators { get; init; }

    public override string ToString() => $"bot {(BotToken.Length > 0 ? "on" : "off")}, {Mode}";
}
