using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/feed</c>: where the same news is to be had without Telegram and without a trace.</summary>
public sealed class FeedCommand(BotOptions options) : IBotCommand
{
    private static readonly string[] Feeds = ["/feed.rss", "/feed.atom", "/feed.json"];

    public string Name => "feed";

    public bool ChangesSettings(CommandCall call) => false;

    public Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (options.Site is null) return Task.FromResult<Said>(new RichText().Add(call.Book["feeds.unknown"]));
        var text = new RichText().Add(call.Book["feeds.title"]);
        foreach (var feed in Feeds) text.Add($"• {options.Page(feed)}");
        return Task.FromResult<Said>(text.Paragraph(call.Book["feeds.each"]));
    }
}
