using Monitor.Bot.Answers;
using Monitor.Bot.Commands.OwnSettings;
using Monitor.Core.Deliveries;
using Monitor.Core.Wording;

namespace Monitor.Bot.Commands;

/// <summary><c>/follow all | persons | sanctions | releases | confirmed | NAME</c>: adds one to what the chat follows, or all the names of a pasted list.</summary>
public sealed class FollowCommand(Subscribers subscribers, FollowWords words, Answering answering, Questioning questioning, BotOptions options) : IBotCommand
{
    private const int MostFollows = 500;

    public string Name => "follow";

    public bool ChangesSettings(CommandCall call) => true;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var book = call.Book;
        if (call.Argument.Length == 0) return new Said(new RichText().Add(book["follow.how", ("example", answering.Example(book))]), Wide(book));
        var names = words.Names(call.Argument);
        if (names.Count > 1) return await FollowListAsync(call, names, cancellation);

        var wanted = words.Read(call.Argument);
        if (wanted.Follow is { } follow) return await FollowAsync(call, follow, wanted.OnlyConfirmed, cancellation);
        return wanted.Hits.Count > 1
            ? new Said(await answering.OfferAsync(new RichText().Add(book["follow.which"]), wanted.Hits, book, cancellation), questioning.Choices("follow", wanted.Hits.Select(h => h.Id), book))
            : new Said(await answering.StrangerAsync(call.Argument, wanted.Near, book, cancellation), questioning.Choices("follow", wanted.Near.Select(n => n.Id), book));
    }

    /// <summary>What can be followed without a name.</summary>
    private static IReadOnlyList<IReadOnlyList<Button>> Wide(Phrasebook book) =>
    [
        [new Button(book["what.all"], "follow all"), new Button(book["what.persons"], "follow persons")],
        [new Button(book["what.sanctions"], "follow sanctions"), new Button(book["what.groups"], "follow releases")],
        [new Button(book["what.confirmed"], "follow confirmed")],
    ];

    private async Task<Said> FollowAsync(CommandCall call, string follow, bool onlyConfirmed, CancellationToken cancellation)
    {
        var book = call.Book;
        var kept = await subscribers.KeepAsync(call.Chat, book.Language, call.Thread, cancellation);
        if (onlyConfirmed) await subscribers.ChooseAsync(kept.Row.Id, row => row.OnlyConfirmed = true, cancellation);
        if (!kept.IsNew && (await subscribers.FollowsAsync(kept.Row.Id, cancellation)).Count >= MostFollows) return new RichText().Add(book["follow.many", ("count", MostFollows)]);
        var isNew = await subscribers.FollowAsync(kept.Row.Id, follow, cancellation) || onlyConfirmed;
        var what = onlyConfirmed ? book["what.confirmed"] : words.Say(follow, book);
        var text = new RichText().Add(new Piece(book[isNew ? "follow.done" : "follow.already", ("what", what)], Bold: true));
        await AddHintsAsync(text, kept, follow, book, cancellation);
        return new Said(kept.IsNew ? PrivacyCommand.AddStored(text, book, options) : text, [new Button(book["button.list"], "list"), new Button(book["button.settings"], "settings")]);
    }

    private async Task AddHintsAsync(RichText text, Kept kept, string follow, Phrasebook book, CancellationToken cancellation)
    {
        var follows = await subscribers.FollowsAsync(kept.Row.Id, cancellation);
        if (follow != Follow.All && follows.Contains(Follow.All, StringComparer.Ordinal)) text.Add(book["follow.also-all"]);
    }

    private async Task<Said> FollowListAsync(CommandCall call, List<string> names, CancellationToken cancellation)
    {
        var book = call.Book;
        var read = names.Take(Questioning.MostLines).Select(n => (Name: n, Wanted: words.Read(n))).ToList();
        var clear = read.Select(r => r.Wanted.Follow).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (clear.Count == 0) return new RichText().Add(book["follow.list-none"]);
        var kept = await subscribers.KeepAsync(call.Chat, book.Language, call.Thread, cancellation);
        foreach (var follow in clear) await subscribers.FollowAsync(kept.Row.Id, follow, cancellation);

        var text = new RichText().Add(new Piece(book["follow.list-done", ("count", clear.Count)], Bold: true));
        foreach (var follow in clear) text.Folded(new Piece("• " + words.Say(follow, book)));
        AddRest(text, book["follow.list-several"], read.Where(r => r.Wanted is { Follow: null, Hits.Count: > 1 }).Select(r => r.Name));
        AddRest(text, book["follow.list-unknown"], read.Where(r => r.Wanted is { Follow: null, Hits.Count: 0 }).Select(r => r.Name));
        await AddHintsAsync(text, kept, clear[0], book, cancellation);
        var several = read.Where(r => r.Wanted.Follow is null).SelectMany(r => r.Wanted.Hits).Select(h => h.Id).Distinct(StringComparer.Ordinal);
        return new Said(kept.IsNew ? PrivacyCommand.AddStored(text, book, options) : text, [.. questioning.Choices("follow", several, book)]);
    }

    private static void AddRest(RichText text, string title, IEnumerable<string> names)
    {
        var all = names.Select(n => TelegramHtml.Shorten(n, FollowWords.LongestName)).ToList();
        if (all.Count > 0) text.Paragraph(title).Add(string.Join(", ", all));
    }
}
