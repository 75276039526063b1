using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <summary><c>/list</c>: what the chat follows, each with a button to drop it.</summary>
public sealed class ListCommand(Subscribers subscribers, FollowWords words, WatchlistInUse watchlist) : IBotCommand
{
    private const string DropWord = "drop ";
    private const int MostButtons = 20;

    public string Name => "list";

    /// <summary>Reading the list is everybody's, dropping from it is not.</summary>
    public bool ChangesSettings(CommandCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Argument.StartsWith(DropWord, StringComparison.Ordinal);
    }

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Subscriber is not { } subscriber) return new RichText().Add(call.Book["list.unknown"]);
        if (ChangesSettings(call) && words.Key(call.Argument[DropWord.Length..]) is { } dropped) await subscribers.UnfollowAsync(subscriber.Id, dropped, cancellation);
        var follows = await subscribers.FollowsAsync(subscriber.Id, cancellation);
        if (follows.Count == 0) return new Said(new RichText().Add(call.Book["list.nothing"])) { TakesThePlace = call.Argument.Length > 0 };
        var text = new RichText().Add(new Piece(call.Book["list.follows"], Bold: true));
        foreach (var follow in follows)
        {
            if (follows.Count > MostButtons) text.Folded(new Piece("• " + words.Say(follow, call.Book)));
            else text.Add("• " + words.Say(follow, call.Book));
        }

        return new Said(text, [.. follows.Take(MostButtons).Select(f => (IReadOnlyList<Button>)[Drop(f, call.Book)]), [new Button(call.Book["button.settings"], "settings")]]) { TakesThePlace = call.Argument.Length > 0 };
    }

    private Button Drop(string follow, Phrasebook book)
    {
        var label = book["button.drop", ("what", words.Say(follow, book))];
        return watchlist.Find(follow) is { } subject ? Button.For("list drop", subject, label) : new Button(label, "list drop " + follow);
    }
}
