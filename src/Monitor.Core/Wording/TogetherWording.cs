using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Wording;

/// <param name="Page">The permanent page of the change, where the site's public address is known.</param>
public sealed record ToldAlert(Alert Alert, Uri? Page);

/// <summary>
/// Several changes in one message: those that one report told at once, or those of a day or a week. How well each is founded stands
/// with it (or once, where all are alike); a list that would not fit is cut with the number of those left out, never in the middle.
/// </summary>
public static class TogetherWording
{
    private const int FoldedFrom = 5;
    private const int MostItems = 6;
    private const int LongestName = 60;

    /// <summary>What one report told. A mass release among it gives the message its head and its list of names.</summary>
    public static RichText SayTogether(this Phrasebook book, IReadOnlyList<ToldAlert> alerts)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Fitting(alerts.Sum(a => 1 + a.Alert.Named.Count), most => Report(book, alerts, most));
    }

    public static RichText SayDigest(this Phrasebook book, IReadOnlyList<ToldAlert> alerts)
    {
        ArgumentNullException.ThrowIfNull(book);
        return Fitting(alerts.Count, most => Digest(book, alerts, most));
    }

    private static RichText Fitting(int count, Func<int, RichText> say)
    {
        var text = say(count);
        for (var most = count * 3 / 4; most > 0 && TelegramMessages.Of(text).Count > 1; most = most * 3 / 4) text = say(most);
        return text;
    }

    private static RichText Report(Phrasebook book, IReadOnlyList<ToldAlert> alerts, int most)
    {
        var all = alerts.Select(a => a.Alert).ToList();
        var group = all.Find(a => a.IsGroup);
        var alike = all.TrueForAll(a => a.Standing == all[0].Standing);
        var text = new RichText().Add(new Piece(group is null ? book["together.title", ("count", all.Count)] : book.Headline(group), Bold: true));
        var voices = all.SelectMany(a => a.Origins).Distinct(StringComparer.Ordinal).ToList();
        // One origin for each, but not the same one: "by one origin" above two names would contradict itself.
        if (alike) text.Add(book[all[0].Standing == Standing.Reported && voices.Count > 1 ? "together.reported" : "standing." + Keyword.Of(all[0].Standing)]);
        if (all.TrueForAll(a => a.Date == all[0].Date)) text.Add(book["alert.date", ("date", book.Say(all[0].Date))]);
        AddVoices(text, book, "alert.against", all.SelectMany(a => a.Against));
        AddVoices(text, book, "alert.says", voices);

        var named = group is null ? [] : alerts.Where(a => IsReleased(a.Alert)).ToList();
        AddList(text, book, "alert.group.named-list", [.. named.Select(a => Named(book, a, !alike)), .. AlsoNamed(book, group, named)], most);
        AddList(text, book, group is null ? null : "together.also", [.. alerts.Where(a => !a.Alert.IsGroup && !named.Contains(a)).Select(a => Told(book, a, !alike))], most);
        book.AddItems(text, [.. all.SelectMany(a => a.Items).DistinctBy(i => (i.Reference, i.Origin)).Take(MostItems)]);
        return alerts.FirstOrDefault(a => a.Alert.IsGroup)?.Page is { } page ? text.Paragraph(new Piece(book["alert.page"], Link: page)) : text;
    }

    private static RichText Digest(Phrasebook book, IReadOnlyList<ToldAlert> alerts, int most)
    {
        var text = new RichText().Add(new Piece(book["digest.title", ("count", alerts.Count)], Bold: true));
        AddList(text, book, title: null, [.. alerts.Select(a => (Piece[])[new Piece($"• {book.Say(a.Alert.Date)}: "), .. Told(book, a, withStanding: true)[1..]])], most);
        return text;
    }

    private static void AddVoices(RichText text, Phrasebook book, string key, IEnumerable<string> origins)
    {
        var all = origins.Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > 0) text.Add(book[key, ("origins", book.Voices(all))]);
    }

    private static void AddList(RichText text, Phrasebook book, string? title, List<Piece[]> lines, int most)
    {
        if (lines.Count == 0) return;
        if (title is not null) text.Paragraph(book[title]);
        foreach (var line in lines.Take(most))
        {
            if (lines.Count >= FoldedFrom) text.Folded(line);
            else text.Add(line);
        }

        if (lines.Count > most) text.Add(book["together.more", ("count", lines.Count - most)]);
    }

    private static Piece[] Named(Phrasebook book, ToldAlert told, bool withStanding) =>
        [new Piece("• "), new Piece(book.NameOf(told.Alert), Link: told.Page), new Piece(withStanding ? Short(book, told.Alert) : "")];

    private static Piece[] Told(Phrasebook book, ToldAlert told, bool withStanding) =>
        [new Piece("• "), new Piece(book.Headline(told.Alert), Link: told.Page), new Piece(withStanding ? Short(book, told.Alert) : "")];

    private static string Short(Phrasebook book, Alert alert) => $" ({book["standing-short." + Keyword.Of(alert.Standing)]})";

    /// <summary>Whom the group names and no change of this message tells: it was told before.</summary>
    private static IEnumerable<Piece[]> AlsoNamed(Phrasebook book, Alert? group, List<ToldAlert> named)
    {
        var told = named.Select(a => a.Alert.NameIn("")).ToHashSet(StringComparer.Ordinal);
        return (group?.Named ?? []).Where(n => !told.Contains(Alert.NameIn(n, ""))).Select(n => (Piece[])[new Piece("• " + TelegramHtml.Shorten(Alert.NameIn(n, book.Language), LongestName))]);
    }

    private static bool IsReleased(Alert alert) => !alert.IsGroup && ChangeFamily.Of(alert.Kind) == ClaimKind.Released;
}
