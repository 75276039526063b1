using System.Globalization;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Wording;

/// <summary>
/// A card as a person reads it. The first line says what, since when, where and how well founded in one breath, so that nobody reads
/// "free" without "not yet confirmed"; then who says so, and the rest for whoever reads on.
/// </summary>
public static class CardWording
{
    private const int LongestTitle = 160;
    private const int MostOrigins = 4;

    /// <summary>The page of the subject has all of them.</summary>
    private const int MostCites = 3;

    /// <param name="readAs">The question, where it is not a form of the name: it may have meant somebody else.</param>
    public static RichText Say(this Phrasebook book, Card card, string? readAs = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(card);
        var text = new RichText();
        if (readAs is not null) text.Add(book["ask.read-as", ("question", readAs)]);
        text.Add(new Piece(book.Lead(card), Bold: true));
        AddVoices(text, book, card);
        AddFacts(text, book, card.Facts);
        AddSources(text, book, "alert.sources", card.Sources);
        AddSources(text, book, "card.items", card.LastItems);
        AddFreshness(text, book, card.Freshness);
        if (card.Page is not null) text.Add(new Piece(book["card.page"], Link: card.Page));
        return text;
    }

    /// <summary>A subject in a list of several: "Ales Bialiatski — free". What is not well founded says so here too.</summary>
    public static string Line(this Phrasebook book, Subject subject, SubjectStatus status)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(status);
        var doubt = status.Standing switch
        {
            Standing.Disputed => ".disputed",
            Standing.Reported when status.Now is not (StatusValue.Held or StatusValue.InForce or StatusValue.Unknown) => ".reported",
            _ => "",
        };
        return book["ask.line" + doubt, ("name", subject.NameIn(book.Language)), ("status", book["status." + Keyword.Of(status.Now)])];
    }

    private static string Lead(this Phrasebook book, Card card)
    {
        var since = card.Status.Since is { } date ? ", " + book["card.since", ("date", book.Since(date))] : "";
        var to = card.Status.To is { } country ? ", " + book["card.to", ("country", book.Country(country))] : "";
        var founded = card.Basis is null ? "listed" : Keyword.Of(card.Status.Standing);
        return book["card.lead." + founded, ("name", card.Subject.NameIn(book.Language)), ("status", book["status." + Keyword.Of(card.Status.Now)]), ("details", since + to)];
    }

    private static void AddVoices(RichText text, Phrasebook book, Card card)
    {
        if (card.Basis is { Against.Count: > 0 } disputed) text.Add(book["alert.against", ("origins", Few(book, disputed.Against))]);
        if (card.Basis is { Origins.Count: > 0 } basis) text.Add(book["alert.says", ("origins", Few(book, basis.Origins))]);
        if (card.Withdrawn is { } withdrawn) text.Add(book["card.withdrawn", ("date", book.Since(withdrawn.Date)), ("what", book["kind." + Keyword.Of(withdrawn.Kind)])]);
        if (card.OpenGroup is { } group) text.Add(book["card.not-named", ("count", group.Count), ("date", book.Say(group.Date)), ("named", group.Named.ToString(CultureInfo.InvariantCulture))]);
    }

    public static string Few(this Phrasebook book, IReadOnlyList<string> origins)
    {
        ArgumentNullException.ThrowIfNull(book);
        var names = book.VoiceNames(origins);
        if (names.Count <= MostOrigins + 1) return string.Join(", ", names);
        return book["card.more-origins", ("origins", string.Join(", ", names.Take(MostOrigins))), ("count", origins.Count - MostOrigins)];
    }

    private static void AddFacts(RichText text, Phrasebook book, IReadOnlyList<CardFact> facts)
    {
        if (facts.Count == 0) return;
        text.Paragraph(book[facts.Any(f => f.Fact.Note is not null) ? "card.facts-notes" : "card.facts"]);
        foreach (var fact in facts) text.Add(FactLine(book, fact));
    }

    private static string FactLine(Phrasebook book, CardFact told)
    {
        var fact = told.Fact;
        var date = fact.Date is { } known ? ", " + book.Say(known) : "";
        var note = fact.Note is null ? "" : ": " + fact.Note;
        var cites = fact.Cites.Count == 0 ? "" : $" [{string.Join(", ", fact.Cites.Take(MostCites))}{(fact.Cites.Count > MostCites ? ", …" : "")}]";
        var doubt = told.Standing is Standing.Disputed or Standing.Retracted ? $" ({book["standing." + Keyword.Of(told.Standing.Value)]})" : "";
        return $"• {book["kind." + Keyword.Of(fact.Kind)]}{date}{doubt}{note}{cites}";
    }

    private static void AddSources(RichText text, Phrasebook book, string title, IReadOnlyList<CardSource> sources)
    {
        if (sources.Count == 0) return;
        text.Paragraph(book[title]);
        foreach (var source in sources) text.Add(SourceLine(book, source));
    }

    private static Piece[] SourceLine(Phrasebook book, CardSource source)
    {
        var link = Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        var day = source.Published is { } at ? book.Say(PartialDate.OfDay(DateOnly.FromDateTime(at.UtcDateTime))) : book["card.undated"];
        var contrary = source.Contrary ? $", {book["alert.contrary"]}" : "";
        var id = source.Article is null ? "• " : $"• {source.Article}: ";
        var origin = NameWording.IsArticle(source.Origin) ? "" : book.Origin(source.Origin) + ", ";
        return [new Piece(id), new Piece(TelegramHtml.Shorten(source.Title, LongestTitle), Link: link), new Piece($" — {origin}{day}{contrary}")];
    }

    private static void AddFreshness(RichText text, Phrasebook book, Freshness freshness)
    {
        var read = freshness.Age is { } age ? book["card.freshness", ("when", book.Ago(age))] : book["card.freshness-never"];
        var failing = freshness.Failing > 0 ? " " + book["card.failing", ("count", freshness.Failing), ("total", freshness.Total)] : "";
        text.Paragraph(read + failing);
    }
}
