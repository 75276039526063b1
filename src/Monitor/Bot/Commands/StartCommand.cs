using Monitor.Bot.Answers;
using Monitor.Bot.Commands.OwnSettings;
using Monitor.Core.Deliveries;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <summary>
/// <c>/start</c> alone follows all changes (CONTRACT). Behind the link of a page it follows that page's subject; behind any other
/// (<c>/start x</c>) it begins as alone, but changes nothing in a chat that has chosen what it follows.
/// </summary>
public sealed class StartCommand(Subscribers subscribers, FollowWords words, Answering answering, WatchlistInUse watchlist, BotOptions options) : IBotCommand
{
    public string Name => "start";

    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var book = call.Book;
        if (watchlist.FindByCode(call.Argument) is { } subject) return await FromPageAsync(call, subject, cancellation);
        var kept = await subscribers.KeepAsync(call.Chat, book.Language, call.Thread, cancellation);
        var follows = await subscribers.FollowsAsync(kept.Row.Id, cancellation);
        var chosen = call.Argument.Length > 0 && follows.Count > 0;
        if (!chosen) await subscribers.FollowAsync(kept.Row.Id, Follow.All, cancellation);

        var what = chosen ? book["start.kept", ("what", string.Join(", ", follows.Select(f => words.Say(f, book))))] : book["start.follows"];
        var text = new RichText().Add(book["start.hello"]).Paragraph(new Piece(what, Bold: true));
        if (!chosen) text.Add(book["start.narrow"]);
        text.Add(book[call.IsPrivate ? "start.ask" : "start.ask-group", ("example", answering.Example(book))]);
        return new Said(PrivacyCommand.AddStored(text, book, options), [new Button(book["button.list"], "list"), new Button(book["button.settings"], "settings")]);
    }

    /// <summary>A link on the page or in the feed of one subject: follows that one, and shows how things stand.</summary>
    private async Task<Said> FromPageAsync(CommandCall call, Subject subject, CancellationToken cancellation)
    {
        var book = call.Book;
        var kept = await subscribers.KeepAsync(call.Chat, book.Language, call.Thread, cancellation);
        var isNew = await subscribers.FollowAsync(kept.Row.Id, subject.Id, cancellation);
        var text = new RichText().Add(new Piece(book[isNew ? "follow.done" : "follow.already", ("what", subject.NameIn(book.Language))], Bold: true));
        if (kept.IsNew) PrivacyCommand.AddStored(text, book, options);
        return new Said(text, [Button.For("status", subject, book["button.status"]), Button.For("unfollow", subject, book["button.unfollow"])]);
    }
}
