using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;
using Monitor.Telegram.Requests;
using Monitor.Telegram.Types;

namespace Monitor.Bot.Answers;

/// <summary>"@bot NAME" typed in any chat: each subject of that name as a card to send there. Nothing is stored, and the answer is kept for its asker only: it is in their language.</summary>
public sealed class InlineAnswering(Lookup lookup, CardReading cards, StoryReading story)
{
    private const int MostResults = 10;
    private const int CacheSeconds = 30;
    private const int LongestQuestion = 100;

    public async Task<AnswerInlineQueryRequest> AnswerAsync(InlineQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var book = Phrasebook.For(query.From.LanguageCode);
        var asked = TelegramHtml.Shorten(query.Query.Trim(), LongestQuestion);
        var hits = asked.Any(char.IsLetterOrDigit) ? lookup.Find(asked).Hits : [];
        var status = hits.Count == 0 ? [] : (await story.AllAsync(cancellation)).ToDictionary(l => l.Subject.Id, l => l.Status, StringComparer.Ordinal);
        var results = new List<InlineQueryResultArticle>();
        foreach (var hit in hits.Take(MostResults))
            if (await cards.ReadAsync(hit.Id, cancellation) is { } card) results.Add(Result(hit, card, status[hit.Id], book));
        return new AnswerInlineQueryRequest { InlineQueryId = query.Id, Results = results, CacheTime = CacheSeconds, IsPersonal = true };
    }

    private static InlineQueryResultArticle Result(Subject subject, Card card, SubjectStatus status, Phrasebook book) => new()
    {
        Id = SubjectCode.Of(subject.Id),
        Title = subject.NameIn(book.Language),
        Description = book.Line(subject, status),
        InputMessageContent = new InputTextMessageContent
        {
            MessageText = TelegramMessages.Of(book.Say(card))[0],
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        },
    };
}
