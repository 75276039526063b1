using Monitor.Core.Deliveries;
using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary>
/// <c>/start</c> alone follows all changes (CONTRACT). Behind a link (<c>/start x</c>) it begins so too, but changes nothing in a chat
/// that has chosen what it follows.
/// </summary>
public sealed class StartCommand(Subscribers subscribers, FollowWords words, Answering answering, BotOptions options) : IBotCommand
{
    public string Name => "start";

    public bool ChangesSettings => true;

    public async Task<RichText> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var kept = await subscribers.KeepAsync(call.Chat, call.Book.Language, call.Thread, cancellation);
        var follows = await subscribers.FollowsAsync(kept.Row.Id, cancellation);
        var chosen = call.Argument.Length > 0 && follows.Count > 0;
        if (!chosen) await subscribers.FollowAsync(kept.Row.Id, Follow.All, cancellation);

        var book = call.Book;
        var what = chosen ? book["start.kept", ("what", string.Join(", ", follows.Select(f => words.Say(f, book))))] : book["start.follows"];
        var text = new RichText().Add(book["start.hello"]).Paragraph(new Piece(what, Bold: true));
        if (!chosen) text.Add(book["start.narrow"]);
        text.Add(book[call.IsPrivate ? "start.ask" : "start.ask-group", ("example", answering.Example(book))]);
        return PrivacyCommand.AddStored(text, book, options);
    }
}
