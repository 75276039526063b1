using Monitor.Core.Changes;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <summary><c>/latest</c>: the newest changes, each with its date and standing, linked to its page where the site is known.</summary>
public sealed class LatestCommand(StoryReading story, WatchlistInUse watchlist, BotOptions options) : IBotCommand
{
    private const int Most = 10;

    public string Name => "latest";

    public bool ChangesSettings(CommandCall call) => false;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var changes = await story.LatestAsync(subject: null, Most, cancellation);
        if (changes.Count == 0) return new RichText().Add(call.Book["latest.none"]);
        var text = new RichText().Add(new Piece(call.Book["latest.title"], Bold: true));
        foreach (var change in changes) text.Add(new Piece("• "), new Piece(Line(change, call.Book), Link: options.Page($"/changes/{change.Row.Slug}")));
        return options.Page("/changes") is { } all ? text.Paragraph(new Piece(call.Book["page.all-changes"], Link: all)) : text;
    }

    private string Line(ToldChange told, Phrasebook book)
    {
        var change = told.Change;
        var subject = change.Subject == Evidence.Group ? null : watchlist.Find(change.Subject);
        var alert = told.AsAlert(subject, []);
        return book["latest.line", ("date", book.Say(change.Date)), ("headline", book.Headline(alert)), ("standing", book["standing." + Keyword.Of(change.Standing)])];
    }
}
