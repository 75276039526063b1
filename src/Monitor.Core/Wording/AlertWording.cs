using System.Globalization;
using Monitor.Core.Alerts;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Wording;

/// <summary>
/// An alert as a person reads it: what happened and how well it is founded in the first two lines, then who says so (and who says
/// the contrary), then the sources with their links. Nobody's words become ours: titles are shown as titles.
/// </summary>
public static class AlertWording
{
    private const int LongestTitle = 160;

    /// <summary>So many names and voices are spelled out: with six titles the whole stays within one message of Telegram (4,096).</summary>
    private const int MostNames = 40;

    private const int MostVoices = 12;

    private const int MostItems = 6;
    private const int MostCounts = 8;
    private const int LongestName = 40;

    /// <param name="page">The permanent page of the change, where the site's public address is known.</param>
    public static RichText Say(this Phrasebook book, Alert alert, Uri? page = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(alert);
        var text = new RichText().Add(new Piece(book.Headline(alert), Bold: true));
        if (alert.Type != AlertType.Correction) text.Add(book["standing." + Keyword.Of(alert.Standing)]);
        text.Add(book["alert.date", ("date", book.Say(alert.Date))]);
        if (alert.To is not null) text.Add(book["alert.to", ("country", book.Country(alert.To))]);
        AddGroup(text, book, alert);
        if (alert.Against.Count > 0) text.Add(book["alert.against", ("origins", book.Voices(alert.Against))]);
        if (alert.Origins.Count > 0) text.Add(book["alert.says", ("origins", book.Voices(alert.Origins))]);
        book.AddItems(text, alert.Items);
        if (page is not null) text.Paragraph(new Piece(book["alert.page"], Link: page));
        return text;
    }

    /// <summary>The one sentence of the alert: first line of the message, title of the feed entry.</summary>
    public static string Headline(this Phrasebook book, Alert alert)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(alert);
        var what = book["kind." + Keyword.Of(alert.Kind)];
        var standing = book["standing." + Keyword.Of(alert.Standing)];
        var name = book.NameOf(alert);
        if (alert.IsGroup) what = GroupHeadline(book, alert, what);
        if (alert.Type == AlertType.Correction)
            return alert.IsGroup ? book["alert.correction-group", ("what", what), ("standing", standing)] : book["alert.correction", ("name", name), ("what", what), ("standing", standing)];
        return alert.IsGroup ? what : book["alert.subject", ("name", name), ("what", what)];
    }

    internal static string NameOf(this Phrasebook book, Alert alert) => TelegramHtml.Shorten(alert.NameIn(book.Language), LongestTitle);

    /// <summary>The headline where it stands alone (in a feed, on top of a page): nobody may read "free" without what it rests on.</summary>
    public static string Title(this Phrasebook book, Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var headline = book.Headline(alert);
        if (alert.Type == AlertType.Correction) return headline;
        return alert.Standing switch
        {
            Standing.Reported => book["alert.title.reported", ("headline", headline)],
            Standing.Disputed => book["alert.title.disputed", ("headline", headline)],
            _ => headline,
        };
    }

    private static string GroupHeadline(Phrasebook book, Alert alert, string what) => alert.Kind is ClaimKind.Released or ClaimKind.Pardoned
        ? book["alert.group.released", ("count", alert.Count ?? 0)]
        : book["alert.group.other", ("count", alert.Count ?? 0), ("what", what)];

    internal static string Voices(this Phrasebook book, IReadOnlyList<string> origins) => Listed(book, book.VoiceNames(origins), MostVoices);

    private static string Listed(Phrasebook book, IEnumerable<string> names, int most)
    {
        var all = names.ToList();
        var said = string.Join(", ", all.Take(most).Select(n => TelegramHtml.Shorten(n, LongestName)));
        return all.Count > most ? $"{said} {book["alert.more", ("count", all.Count - most)]}" : said;
    }

    private static void AddGroup(RichText text, Phrasebook book, Alert alert)
    {
        if (!alert.IsGroup) return;
        if (alert.OtherCounts.Count > 0) text.Add(book["alert.group.other-counts", ("counts", Listed(book, alert.OtherCounts.Select(c => c.ToString(CultureInfo.InvariantCulture)), MostCounts))]);
        text.Add(alert.Named.Count == 0
            ? book["alert.group.nobody"]
            : book["alert.group.named", ("names", Listed(book, alert.Named.Select(n => Alert.NameIn(n, book.Language)), MostNames))]);
    }

    internal static void AddItems(this Phrasebook book, RichText text, IReadOnlyList<AlertItem> items)
    {
        if (items.Count == 0) return;
        text.Paragraph(book["alert.sources"]);
        foreach (var item in items.Take(MostItems)) text.Add(ItemLine(book, item));
    }

    private static Piece[] ItemLine(Phrasebook book, AlertItem item)
    {
        var link = Uri.TryCreate(item.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        var day = book.Say(PartialDate.OfDay(DateOnly.FromDateTime(item.Published.UtcDateTime)));
        var contrary = item.Contrary ? $", {book["alert.contrary"]}" : "";
        return [new Piece("• "), new Piece(TelegramHtml.Shorten(item.Title, LongestTitle), Link: link), new Piece($" — {TelegramHtml.Shorten(book.Origin(item.Origin), LongestName)}, {day}{contrary}")];
    }
}
