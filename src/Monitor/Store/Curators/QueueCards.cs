using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Store.Curators;

/// <param name="Buttons">Rows of buttons; each is a command of the bot without its slash.</param>
public sealed record QueueCard(RichText Text, IReadOnlyList<IReadOnlyList<QueueButton>> Buttons);

public sealed record QueueButton(string Text, string Command);

/// <summary>
/// One thing that waits, as a curator reads it in the bot: the question, the items it rests on with what was doubted in each (in English, as
/// the reader of items notes it), and a button for every answer.
/// </summary>
public sealed class QueueCards(IDbContextFactory<MonitorDb> store, StoryReading story, AlertNow alerts, WatchlistInUse watchlist)
{
    /// <summary>So many items, changes and names go on one card: it stays within one message.</summary>
    private const int MostShown = 5;

    private const int LongestTitle = 160;
    private const int LongestWhy = 240;

    public async Task<QueueCard> OfAsync(QueueEntry entry, Phrasebook book, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(book);
        var told = await ToldAsync(entry, cancellation);
        var text = new RichText().Add(new Piece(Question(entry.Row, told, book), Bold: true));
        if (entry.Row.Kind == DoubtKind.Burst) foreach (var (_, alert) in told.Take(MostShown)) text.Add($"• {book.Headline(alert)}");
        foreach (var evidence in entry.Evidence.Take(MostShown)) AddEvidence(text, evidence, book);
        if (entry.Evidence.Count > MostShown) text.Add(book["alert.more", ("count", entry.Evidence.Count - MostShown)]);
        return new QueueCard(text, [.. Answers(entry.Row, told, book), [new QueueButton(book["curators.button.later"], $"queue later {Number(entry.Row.Id)}")]]);
    }

    /// <summary>The changes an entry is about: the one that waits, or those that a burst told.</summary>
    private async Task<IReadOnlyList<(ToldChange Change, Alert Alert)>> ToldAsync(QueueEntry entry, CancellationToken cancellation)
    {
        List<long> ids = entry.Row.ChangeId is { } waiting ? [waiting] : [];
        if (entry.Row.Kind == DoubtKind.Burst)
        {
            var items = entry.Evidence.Select(e => e.Item.Id).ToList();
            await using var db = await store.CreateDbContextAsync(cancellation);
            ids = await db.Alerts.Where(a => a.Type == AlertType.Report && items.Contains(a.ItemId)).Select(a => a.ChangeId).Distinct().ToListAsync(cancellation);
        }

        var told = new List<(ToldChange, Alert)>();
        foreach (var change in await story.ManyAsync(ids, cancellation)) told.Add((change, await alerts.OfAsync(change, cancellation)));
        return told;
    }

    private static string Question(QueueEntryRow row, IReadOnlyList<(ToldChange Change, Alert Alert)> told, Phrasebook book)
    {
        var what = row.Kind switch
        {
            DoubtKind.Unattributed when told.Count > 0 => book.Headline(told[0].Alert with { Type = AlertType.Report }),
            DoubtKind.Burst => book.Origin(row.Title),
            _ => TelegramHtml.Shorten(row.Title, LongestTitle),
        };
        return book["curators.doubt." + Keyword.Of(row.Kind), ("what", what)];
    }

    private static void AddEvidence(RichText text, QueueEvidence evidence, Phrasebook book)
    {
        var item = evidence.Item;
        var day = book.Say(PartialDate.OfDay(DateOnly.FromDateTime((item.Published ?? item.FetchedAt).UtcDateTime)));
        var link = Uri.TryCreate(item.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        text.Paragraph(new Piece(TelegramHtml.Shorten(item.Title, LongestTitle), Link: link), new Piece($" — {book.Origin(item.Origin)}, {day}"));
        text.Add(TelegramHtml.Shorten($"“{evidence.Surface}”: {evidence.Why}", LongestWhy));
    }

    private IEnumerable<IReadOnlyList<QueueButton>> Answers(QueueEntryRow row, IReadOnlyList<(ToldChange Change, Alert Alert)> told, Phrasebook book)
    {
        var number = Number(row.Id);
        QueueButton Button(string key, string verb) => new(book["curators.button." + key], $"queue {verb} {number}");
        QueueButton Same(Subject person) => new(book["curators.button.same", ("name", person.NameIn(book.Language))], $"queue same {number} #{SubjectCode.Of(person.Id)}");
        QueueButton Retract((ToldChange Change, Alert Alert) one) => new(book["curators.button.retract", ("what", book.Headline(one.Alert))], $"queue retract {Number(one.Change.Row.Id)}");
        return row.Kind switch
        {
            DoubtKind.AmbiguousPerson => [.. row.Candidates.Split(',').Select(watchlist.Find).OfType<Subject>().Select(p => (IReadOnlyList<QueueButton>)[Same(p)]), [Button("nobody", "reject")]],
            DoubtKind.Proposal => [[Button("list", "approve"), Button("turn-down", "reject")], .. Alike(row.Title).Select(p => (IReadOnlyList<QueueButton>)[Same(p)])],
            DoubtKind.Burst => [[Button("right", "approve"), Button("withdraw", "reject")], .. told.Where(t => t.Change.Row.Standing != Standing.Retracted).Take(MostShown).Select(t => (IReadOnlyList<QueueButton>)[Retract(t)])],
            _ => [[Button("tell", "approve"), Button("turn-down", "reject")], [Button("namesake", "not")]],
        };
    }

    /// <summary>Persons of the list whose name is like this one: perhaps it is only another spelling.</summary>
    private IEnumerable<Subject> Alike(string name) => watchlist.Names.Search(name).Where(h => h.Closeness != Closeness.Different).Select(h => watchlist.Find(h.Subject)).OfType<Person>().Take(MostShown);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
