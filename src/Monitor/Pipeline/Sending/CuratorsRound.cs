using Microsoft.EntityFrameworkCore;
using Monitor.Core.Wording;
using Monitor.Store;
using Monitor.Store.Curators;

namespace Monitor.Pipeline.Sending;

/// <summary>
/// Tells the curators of the settings (<c>Telegram:Curators</c>) what concerns them and nobody else: what waits in their queue, as cards, and
/// a source that went down, fell silent or is back. Each thing once; what reached none of them is told at the next round. Readers are never named.
/// </summary>
public sealed class CuratorsRound(IDbContextFactory<MonitorDb> store, CuratorsQueue queue, QueueCards cards, CuratorsVoice voice, TimeProvider time)
{
    private const int MostNotices = 20;

    /// <summary>So many cards at a time; that more wait is said in one line, so that a day full of names does not drown the death among them.</summary>
    private const int MostCards = 5;

    /// <summary>Returns how many things were told.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation) => voice.IsSilent ? 0 : await CardsAsync(cancellation) + await NoticesAsync(cancellation);

    private async Task<int> CardsAsync(CancellationToken cancellation)
    {
        var waiting = await queue.UnpagedAsync(cancellation);
        foreach (var entry in waiting.Take(MostCards))
        {
            if (!await voice.TellAsync(book => cards.OfAsync(entry, book, cancellation), cancellation)) return 0;
            await queue.PagedAsync([entry.Row.Id], cancellation);
        }

        var more = waiting.Skip(MostCards).Select(e => e.Row.Id).ToList();
        if (more.Count > 0 && await voice.TellAsync(book => Task.FromResult(More(book, more.Count)), cancellation)) await queue.PagedAsync(more, cancellation);
        return waiting.Count;
    }

    private static QueueCard More(Phrasebook book, int count) =>
        new(new RichText().Add(new Piece(book["curators.more", ("count", count)], Bold: true)), [[new QueueButton(book["curators.button.show"], "queue")]]);

    private async Task<int> NoticesAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        var told = 0;
        foreach (var notice in await db.SourceNotices.Where(n => n.ToldAt == null).OrderBy(n => n.Id).Take(MostNotices).ToListAsync(cancellation))
        {
            if (!await voice.TellAsync(book => Task.FromResult(new QueueCard(new RichText().Add(new Piece(book["curators.source"], Bold: true)).Add(notice.Words), [])), cancellation)) break;
            notice.ToldAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellation);
            told++;
        }

        return told;
    }
}
