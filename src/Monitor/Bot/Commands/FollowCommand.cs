using Monitor.Core.Deliveries;
using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/follow all | persons | sanctions | NAME</c>: adds one to what the chat follows.</summary>
public sealed class FollowCommand(Subscribers subscribers, FollowWords words, Answering answering, BotOptions options) : IBotCommand
{
    public string Name => "follow";

    public bool ChangesSettings => true;

    public async Task<RichText> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var book = call.Book;
        if (call.Argument.Length == 0) return new RichText().Add(book["follow.how", ("example", answering.Example(book))]);
        var wanted = words.Read(call.Argument);
        if (wanted.Follow is null)
        {
            return wanted.Hits.Count > 1
                ? await answering.OfferAsync(new RichText().Add(book["follow.which"]), wanted.Hits, book, cancellation)
                : await answering.StrangerAsync(call.Argument, wanted.Near, book, cancellation);
        }

        return await FollowAsync(call, wanted.Follow, cancellation);
    }

    private async Task<RichText> FollowAsync(CommandCall call, string follow, CancellationToken cancellation)
    {
        var book = call.Book;
        var kept = await subscribers.KeepAsync(call.Chat, book.Language, call.Thread, cancellation);
        var isNew = await subscribers.FollowAsync(kept.Row.Id, follow, cancellation);
        var text = new RichText().Add(new Piece(book[isNew ? "follow.done" : "follow.already", ("what", words.Say(follow, book))], Bold: true));
        var follows = await subscribers.FollowsAsync(kept.Row.Id, cancellation);
        if (follow != Follow.All && follows.Contains(Follow.All, StringComparer.Ordinal)) text.Add(book["follow.also-all"]);
        return kept.IsNew ? PrivacyCommand.AddStored(text, book, options) : text;
    }
}
