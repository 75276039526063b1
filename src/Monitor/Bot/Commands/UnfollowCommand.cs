using Monitor.Bot.Answers;
using Monitor.Core.Deliveries;
using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/unfollow all</c> stops everything, <c>/unfollow NAME</c> one; where something wider still covers it, says so.</summary>
public sealed class UnfollowCommand(Subscribers subscribers, FollowWords words, Answering answering) : IBotCommand
{
    public string Name => "unfollow";

    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var book = call.Book;
        if (call.Subscriber is not { } subscriber) return new RichText().Add(book["list.unknown"]);
        if (call.Argument.Length == 0) return new RichText().Add(book["unfollow.how"]);
        if (FollowWords.IsKey(call.Argument)) return new Said(new RichText().Add(await StopAsync(subscriber.Id, call.Argument, book, cancellation)));
        var wanted = words.Read(call.Argument);
        if (wanted is { Follow: Follow.All, OnlyConfirmed: false })
        {
            await subscribers.UnfollowAsync(subscriber.Id, follow: null, cancellation);
            return new RichText().Add(book["unfollow.everything"]);
        }

        if (wanted.Follow is { } follow) return new RichText().Add(await StopAsync(subscriber.Id, follow, book, cancellation));
        return wanted.Hits.Count > 1
            ? await answering.OfferAsync(new RichText().Add(book["ask.several"]), wanted.Hits, book, cancellation)
            : await answering.StrangerAsync(call.Argument, wanted.Near, book, cancellation);
    }

    private async Task<string> StopAsync(long subscriber, string follow, Phrasebook book, CancellationToken cancellation)
    {
        var stopped = await subscribers.UnfollowAsync(subscriber, follow, cancellation);
        var what = words.Say(follow, book);
        var wider = words.Wider(follow, [.. await subscribers.FollowsAsync(subscriber, cancellation)]);
        if (wider is not null) return book["unfollow.covered", ("what", what), ("wide", words.Say(wider, book))];
        return book[stopped ? "unfollow.done" : "unfollow.not-followed", ("what", what)];
    }
}
