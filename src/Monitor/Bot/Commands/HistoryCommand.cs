using Monitor.Bot.Answers;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <summary><c>/history NAME</c>: every change known of one subject, newest first, each with its date and standing, withdrawn ones too.</summary>
public sealed class HistoryCommand(Lookup lookup, Questioning questioning, StoryReading story, AlertNow alerts, BotOptions options) : IBotCommand
{
    private const int Most = 30;

    public string Name => "history";

    public bool ChangesSettings(CommandCall call) => false;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (lookup.Find(call.Argument).Hits is not [var subject]) return await questioning.AnswerAsync(call.Argument, call.Subscriber, call.Book, cancellation);
        var changes = await story.LatestAsync(subject.Id, Most, cancellation);
        var text = new RichText().Add(new Piece(call.Book["history.title", ("name", subject.NameIn(call.Book.Language))], Bold: true));
        if (changes.Count == 0) text.Add(call.Book["history.none"]);
        foreach (var change in changes)
        {
            var alert = await alerts.OfAsync(change, cancellation);
            var line = call.Book["history.line", ("date", call.Book.Say(alert.Date)), ("what", call.Book["kind." + Keyword.Of(alert.Kind)]), ("standing", call.Book["standing-short." + Keyword.Of(alert.Standing)])];
            text.Add(new Piece("• "), new Piece(line, Link: options.Page($"/changes/{change.Row.Slug}")));
        }

        return text;
    }
}
