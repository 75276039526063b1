using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Answers;

/// <summary>
/// A question as a chat asks it: the answer with the buttons that go on from there. Several lines at once (a pasted list) are answered
/// line by line.
/// </summary>
public sealed class Questioning(Answering answering, Lookup lookup, Subscribers subscribers, StoryReading story, WatchlistInUse watchlist, BotOptions options)
{
    public const int MostLines = 100;
    private const int LongestName = 80;

    /// <param name="subscriber">Null: nothing is stored about the chat.</param>
    public async Task<Said> AnswerAsync(string question, SubscriberRow? subscriber, Phrasebook book, CancellationToken cancellation)
    {
        var lines = Lines(question);
        if (lines.Count > 1) return await AnswerEachAsync(lines, book, cancellation);
        var answer = await answering.AnswerAsync(question, book, cancellation);
        return answer.Kind switch
        {
            AnswerKind.Card => new Said(answer.Text, [.. await CardButtonsAsync(answer.Subjects[0], subscriber, book, cancellation)]),
            AnswerKind.Several => new Said(answer.Text, Choices("status", answer.Subjects, book)),
            _ => new Said(answer.Text, Choices("status", answer.Near, book)),
        };
    }

    /// <summary>A pasted list, one name a line; a long line is a sentence and no list.</summary>
    internal static List<string> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l.Any(char.IsLetter)).ToList();
        return lines.Count is > 1 and <= MostLines && lines.TrueForAll(l => l.Length <= LongestName) ? lines : [text];
    }

    /// <summary>One button for each, to say which is meant.</summary>
    internal IReadOnlyList<IReadOnlyList<Button>> Choices(string verb, IEnumerable<string> subjects, Phrasebook book) =>
        [.. subjects.Take(Answering.MostOffered).Select(watchlist.Find).OfType<Subject>().Select(s => (IReadOnlyList<Button>)[Button.For(verb, s, s.NameIn(book.Language))])];

    private async Task<List<IReadOnlyList<Button>>> CardButtonsAsync(string id, SubscriberRow? subscriber, Phrasebook book, CancellationToken cancellation)
    {
        var subject = watchlist.Find(id)!;
        var isFollowed = subscriber is not null && (await subscribers.FollowsAsync(subscriber.Id, cancellation)).Contains(id, StringComparer.Ordinal);
        var verb = isFollowed ? "unfollow" : "follow";
        var page = options.Page(subject is Person ? $"/people/{id}" : $"/sanctions/{id}");
        return
        [
            [Button.For(verb, subject, book["button." + verb]), Button.For("history", subject, book["button.history"])],
            [Button.For("sources", subject, book["button.sources"]), .. page is null ? (Button[])[] : [new Button(book["card.page"], Link: page)]],
        ];
    }

    private async Task<Said> AnswerEachAsync(List<string> lines, Phrasebook book, CancellationToken cancellation)
    {
        var status = (await story.AllAsync(cancellation)).ToDictionary(l => l.Subject.Id, StringComparer.Ordinal);
        var text = new RichText().Add(new Piece(book["ask.each", ("count", lines.Count)], Bold: true));
        foreach (var line in lines)
        {
            var hits = lookup.Find(line).Hits;
            var said = hits.Count == 1 ? book.Line(hits[0], status[hits[0].Id].Status) : book[hits.Count == 0 ? "ask.each.none" : "ask.each.several", ("name", line)];
            if (lines.Count > Answering.MostOffered) text.Folded(new Piece("• " + said));
            else text.Add("• " + said);
        }

        return text.Add(book["ask.each.follow"]);
    }
}
