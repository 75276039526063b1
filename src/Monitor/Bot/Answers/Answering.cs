using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Bot.Answers;

/// <summary>
/// Answers a question about a person or sanction, for Telegram, terminal and command line alike. One hit is a card, several are asked
/// back, and a stranger is told to be one: "nobody of that name is on the list", with names alike only as other persons.
/// </summary>
public sealed class Answering(Lookup lookup, CardReading cards, StoryReading story, WatchlistInUse watchlist)
{
    private const int LongestQuestion = 200;
    private const int LongestEcho = 60;
    public const int MostOffered = 10;

    public async Task<Answer> AnswerAsync(string question, Phrasebook book, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(book);
        var asked = TelegramHtml.Shorten(question.Trim(), LongestQuestion);
        var (hits, near, isSure) = lookup.Find(asked);
        if (!isSure && !Lookup.Bare(asked).Any(char.IsLetterOrDigit)) return new Answer(new RichText().Add(book["ask.empty", ("example", Example(book))]), AnswerKind.Empty, [], []);
        return hits.Count switch
        {
            1 when await cards.ReadAsync(hits[0].Id, cancellation) is { } card => new Answer(book.Say(card, isSure ? null : Echo(asked)), AnswerKind.Card, [hits[0].Id], Ids(near)),
            > 1 => new Answer(await OfferAsync(new RichText().Add(book["ask.several"]), hits, book, cancellation), AnswerKind.Several, Ids(hits), []),
            _ => new Answer(await StrangerAsync(Lookup.Bare(asked), near, book, cancellation), AnswerKind.None, [], Ids(near)),
        };
    }

    /// <summary>A name of the list, to show what a question looks like.</summary>
    public string Example(Phrasebook book) => watchlist.Subjects.OfType<Person>().FirstOrDefault()?.NameIn(book.Language) ?? "Ales Bialiatski";

    /// <summary>Adds the subjects as lines with their status.</summary>
    public async Task<RichText> OfferAsync(RichText text, IReadOnlyList<Subject> subjects, Phrasebook book, CancellationToken cancellation)
    {
        var lines = (await story.AllAsync(cancellation)).ToDictionary(l => l.Subject.Id, StringComparer.Ordinal);
        foreach (var line in subjects.Take(MostOffered).Select(s => lines.GetValueOrDefault(s.Id)).OfType<SubjectLine>()) text.Add("• " + book.Line(line.Subject, line.Status));
        if (subjects.Count > MostOffered) text.Add(book["ask.more", ("count", subjects.Count - MostOffered)]);
        return text;
    }

    /// <summary>Says that the words name nobody on the list, and offers names alike as what they are: other persons.</summary>
    public async Task<RichText> StrangerAsync(string asked, IReadOnlyList<Subject> near, Phrasebook book, CancellationToken cancellation)
    {
        var text = new RichText().Add(new Piece(book["ask.none", ("question", Echo(asked))], Bold: true)).Add(book["ask.not-watched"]);
        return near.Count == 0 ? text : await OfferAsync(text.Paragraph(book["ask.near"]), near, book, cancellation);
    }

    private static string Echo(string asked) => TelegramHtml.Shorten(asked, LongestEcho);

    private static List<string> Ids(IEnumerable<Subject> subjects) => [.. subjects.Select(s => s.Id)];
}
