using Monitor.Bot.Answers;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Commands;

/// <summary><c>/sources NAME</c>: every item behind what is known of one subject, newest first, with its publisher, its date and its link.</summary>
public sealed class SourcesCommand(Lookup lookup, Questioning questioning, StoryReading story) : IBotCommand
{
    private const int Most = 20;
    private const int LongestTitle = 120;

    public string Name => "sources";

    public bool ChangesSettings(CommandCall call) => false;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var book = call.Book;
        if (lookup.Find(call.Argument).Hits is not [var subject] || await story.SubjectAsync(subject.Id, cancellation) is not { } known)
            return await questioning.AnswerAsync(call.Argument, call.Subscriber, book, cancellation);
        var items = known.Changes.SelectMany(c => c.Items.Values).Concat(known.LastItems).DistinctBy(i => i.Id).OrderByDescending(i => i.Published ?? i.FetchedAt).Take(Most).ToList();
        var text = new RichText().Add(new Piece(book["sources.title", ("name", subject.NameIn(book.Language))], Bold: true));
        if (items.Count == 0) text.Add(book["sources.none"]);
        foreach (var item in items) text.Add(new Piece("• "), new Piece(TelegramHtml.Shorten(item.Title, LongestTitle), Link: LinkOf(item)), new Piece($" — {book.Origin(item.Origin)}, {Day(item, book)}"));
        return text;
    }

    private static Uri? LinkOf(ItemRow item) => Uri.TryCreate(item.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static string Day(ItemRow item, Phrasebook book) =>
        (item.SourceId == ItemRow.ArticleSource ? item.Published : item.Published ?? item.FetchedAt) is { } at ? book.Say(PartialDate.OfDay(DateOnly.FromDateTime(at.UtcDateTime))) : book["card.undated"];
}
