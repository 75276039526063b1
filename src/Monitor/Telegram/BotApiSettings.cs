using System.Text.RegularExpressions;

namespace Monitor.Telegram;

/// <summary>Where the Bot API is and how long to wait for it. Never prints the token.</summary>
public sealed partial record BotApiSettings
{
    /// <summary>A bot's id, a colon, its secret; anything else in the path would be another address.</summary>
    [GeneratedRegex("^[0-9]{1,20}:[A-Za-z0-9_-]{1,128}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenShape();

    public BotApiSettings(Uri baseUrl, string token)
    {
        if (!TokenShape().IsMatch(token))
            throw new ArgumentException("A bot token is digits, a colon, then letters, digits, _ or -.", nameof(token));
        BaseUrl = baseUrl;
        Token = token;
    }

    public Uri BaseUrl { get; }

    /// <summary>How long any call but a poll may take. Generous: a call given up is a call in doubt.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How much longer than its own time-out a poll may take.</summary>
    public TimeSpan PollMargin { get; init; } = TimeSpan.FromSeconds(15);

    private string Token { get; }

    public override string ToString() => $"Bot API at {BaseUrl.Host}";

    internal Uri AddressOf(string method) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/bot{Token}/{method}");
}
