using System.Globalization;
using Monitor.Core.Wording;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Bot.Curating;

/// <summary>
/// A curator withdraws a change. A button asks once more before it does: everybody who was told of the change gets a correction at once, and
/// that cannot be called back, only corrected again. Who types a reason behind the change meant it.
/// </summary>
public sealed class Retracting(CuratorsQueue queue, StoryReading story, AlertNow alerts)
{
    internal const string Yes = "yes";
    private const int Most = 8;

    /// <summary>The newest changes, each with a button.</summary>
    public async Task<Said> OfferAsync(Phrasebook book, CancellationToken cancellation)
    {
        var buttons = new List<IReadOnlyList<Button>>();
        foreach (var change in await story.LatestAsync(subject: null, Most, cancellation))
            buttons.Add([new Button(book.Title(await alerts.OfAsync(change, cancellation)), $"queue retract {QueueCommand.Number(change.Row.Id)}")]);
        return new Said(new RichText().Add(book["curators.retract-which"]), [.. buttons]);
    }

    public async Task<Said> AskAsync(string change, Phrasebook book, CancellationToken cancellation)
    {
        var told = await FindAsync(change, cancellation);
        var text = new RichText().Add(book["curators.retract-sure", ("what", book.Title(await alerts.OfAsync(told, cancellation)))]);
        return new Said(text, [new Button(book["curators.button.retract-sure"], $"queue retract {QueueCommand.Number(told.Row.Id)} {Yes}")]);
    }

    public async Task<Said> RetractAsync(string change, string because, Phrasebook book, CancellationToken cancellation)
    {
        var told = await FindAsync(change, cancellation);
        var judgement = await queue.RetractAsync(told.Row.Slug, because == Yes ? null : because, cancellation);
        var text = new RichText().Add(new Piece(book.Headline(await alerts.OfAsync(told, cancellation)), Bold: true)).Add(book["curators.judged.retract"]);
        return new Said(text, [new Button(book["curators.button.undo"], $"queue undo {QueueCommand.Number(judgement)}")]) { TakesThePlace = true };
    }

    /// <summary>By its number, as buttons name it, or by the end of its page's address.</summary>
    private async Task<ToldChange> FindAsync(string change, CancellationToken cancellation)
    {
        if (!long.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return await story.ChangeAsync(change, cancellation) ?? throw NoChange(change);
        return await story.ManyAsync([id], cancellation) is [var found] ? found : throw NoChange(change);
    }

    private static BadDataException NoChange(string change) => new($"there is no change \"{change}\"; its name is the end of its page's address");
}
