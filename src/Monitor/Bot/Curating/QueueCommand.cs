using System.Globalization;
using Monitor.Bot.Commands;
using Monitor.Core.Wording;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Bot.Curating;

/// <summary>
/// <c>/queue</c>, for curators only: what waits, one card at a time, and the same judgements as <c>monitor queue</c>. A judgement is carried
/// out within a second and can be undone. Who judged is not kept, and no reader is ever named.
/// </summary>
public sealed class QueueCommand(CuratorsQueue queue, QueueCards cards, WatchlistInUse watchlist, Retracting retracting) : IBotCommand
{
    public string Name => "queue";

    public bool ForCurators => true;

    public bool ChangesSettings(CommandCall call) => false;

    public async Task<Said> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return await AnswerAsync(call.Argument.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), call.Book, cancellation);
        }
        catch (SettledException e)
        {
            return await JudgedAsync(e.EntryId, e.JudgementId, call.Book["curators.settled"], call.Book, cancellation);
        }
        catch (BadDataException e)
        {
            // What cannot be meant is refused in the words of the command line.
            return new RichText().Add(e.Message);
        }
    }

    private async Task<Said> AnswerAsync(string[] words, Phrasebook book, CancellationToken cancellation)
    {
        var entry = words.Length > 1 && words[0] != "retract" ? Number(words[1]) : 0;
        return words switch
        {
            [] or ["next", _] => await ShowAsync(after: entry, book, cancellation),
            ["show", _] => await CardAsync(entry, book, cancellation),
            ["later", _] => await PutOffAsync(entry, book, cancellation),
            ["approve", _] => await JudgedAsync(entry, await queue.ApproveAsync(entry, cancellation), book["curators.judged.approve"], book, cancellation),
            ["reject", _] => await RejectAsync(entry, because: null, book, cancellation),
            ["reject", _, var because] => await RejectAsync(entry, because, book, cancellation),
            ["same", _, var who] => await SameAsync(entry, who, book, cancellation),
            ["not", _] => await JudgedAsync(entry, await queue.NamesakeAsync(entry, cancellation), book["curators.judged.not"], book, cancellation),
            ["undo", _] => await UndoneAsync(entry, book, cancellation),
            ["retract"] => await retracting.OfferAsync(book, cancellation),
            ["retract", var change] => await retracting.AskAsync(change, book, cancellation),
            ["retract", var change, var because] => await retracting.RetractAsync(change, because, book, cancellation),
            _ => new RichText().Add(book["curators.how"]),
        };
    }

    private static long Number(string word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadDataException($"\"{word}\" is no number");

    internal static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first that is open after a number, or the very first.</summary>
    private async Task<Said> ShowAsync(long after, Phrasebook book, CancellationToken cancellation)
    {
        var open = await queue.OpenAsync(cancellation);
        if (open.Count == 0) return new Said(new RichText().Add(book["curators.nothing"])) { TakesThePlace = after > 0 };
        return await CardAsync(open.FirstOrDefault(id => id > after, open[0]), book, cancellation);
    }

    private async Task<Said> CardAsync(long entryId, Phrasebook book, CancellationToken cancellation)
    {
        var open = await queue.OpenAsync(cancellation);
        var card = await cards.OfAsync(await queue.EntryAsync(entryId, cancellation), book, cancellation);
        var place = open.ToList().IndexOf(entryId) + 1;
        if (place == 0) return new Said(card.Text.Paragraph(book["curators.settled"])) { TakesThePlace = true };
        card.Text.Paragraph(book["curators.place", ("place", place), ("number", open.Count)]);
        List<Button> next = open.Count > 1 ? [new Button(book["curators.button.next"], $"queue next {Number(entryId)}")] : [];
        return new Said(card.Text, [.. card.Buttons.Select(row => (IReadOnlyList<Button>)[.. row.Select(b => new Button(b.Text, b.Command))]), next]) { TakesThePlace = true };
    }

    /// <summary>To reject a burst is to withdraw what many were told: a button asks once more.</summary>
    private async Task<Said> RejectAsync(long entryId, string? because, Phrasebook book, CancellationToken cancellation)
    {
        if (because is null && (await queue.EntryAsync(entryId, cancellation)).Row.Kind == DoubtKind.Burst)
            return new Said((await QuestionAsync(entryId, book, cancellation)).Add(book["curators.burst-sure"]), [new Button(book["curators.button.withdraw"], $"queue reject {Number(entryId)} {Retracting.Yes}")]);
        var judgement = await queue.RejectAsync(entryId, because == Retracting.Yes ? null : because, cancellation);
        return await JudgedAsync(entryId, judgement, book["curators.judged.reject"], book, cancellation);
    }

    private async Task<Said> SameAsync(long entryId, string who, Phrasebook book, CancellationToken cancellation)
    {
        var subject = watchlist.Find(who) ?? watchlist.FindByCode(who.TrimStart(Answers.Lookup.CodeMark));
        var judgement = await queue.SamePersonAsync(entryId, subject?.Id ?? who, cancellation);
        return await JudgedAsync(entryId, judgement, book["curators.judged.same", ("name", subject!.NameIn(book.Language))], book, cancellation);
    }

    private async Task<Said> PutOffAsync(long entryId, Phrasebook book, CancellationToken cancellation)
    {
        await queue.PutOffAsync(entryId, cancellation);
        return new Said((await QuestionAsync(entryId, book, cancellation)).Add(book["curators.put-off"]), [new Button(book["curators.button.show"], $"queue show {Number(entryId)}"), .. await NextAsync(entryId, book, cancellation)]) { TakesThePlace = true };
    }

    private async Task<Said> JudgedAsync(long entryId, long judgement, string how, Phrasebook book, CancellationToken cancellation)
    {
        return new Said((await QuestionAsync(entryId, book, cancellation)).Add(how), [new Button(book["curators.button.undo"], $"queue undo {Number(judgement)}"), .. await NextAsync(entryId, book, cancellation)]) { TakesThePlace = true };
    }

    private async Task<Said> UndoneAsync(long judgement, Phrasebook book, CancellationToken cancellation)
    {
        var entry = await queue.UndoAsync(judgement, cancellation);
        IReadOnlyList<Button> show = entry is { } id ? [new Button(book["curators.button.show"], $"queue show {Number(id)}")] : [];
        return new Said(new RichText().Add(book["curators.undone"]), show) { TakesThePlace = true };
    }

    private async Task<IReadOnlyList<Button>> NextAsync(long entryId, Phrasebook book, CancellationToken cancellation) =>
        (await queue.OpenAsync(cancellation)).Any(id => id != entryId) ? [new Button(book["curators.button.next"], $"queue next {Number(entryId)}")] : [];

    /// <summary>The first line of the card, above what became of it.</summary>
    private async Task<RichText> QuestionAsync(long entryId, Phrasebook book, CancellationToken cancellation) =>
        new RichText().Add([.. (await cards.OfAsync(await queue.EntryAsync(entryId, cancellation), book, cancellation)).Text.Lines[0].Pieces]);
}
