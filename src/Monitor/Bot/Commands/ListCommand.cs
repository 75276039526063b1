using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/list</c>: what the chat follows.</summary>
public sealed class ListCommand(Subscribers subscribers, FollowWords words) : IBotCommand
{
    public string Name => "list";

    public bool ChangesSettings => false;

    public async Task<RichText> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Subscriber is not { } subscriber) return new RichText().Add(call.Book["list.unknown"]);
        var follows = await subscribers.FollowsAsync(subscriber.Id, cancellation);
        if (follows.Count == 0) return new RichText().Add(call.Book["list.nothing"]);
        var text = new RichText().Add(new Piece(call.Book["list.follows"], Bold: true));
        foreach (var follow in follows) text.Add("• " + words.Say(follow, call.Book));
        return text;
    }
}
